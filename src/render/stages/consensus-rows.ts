import { formatInstant } from "../../calendar/index.ts";
import type { DecisionPart, DecisionRecord } from "../../domain/decision.ts";
import { countPart } from "../../procedures/index.ts";
import { code, join, type Markdown, md, nothing } from "../markdown/index.ts";
import type { ProposalStatus } from "../status/status-data.ts";
import { awayDuring, listPeople, loginOf, namePerson, nameVoter } from "./people.ts";
import { plainBody } from "./plain-names.ts";
import { findFact, firstWords } from "./reasons-given.ts";
import type { Row } from "./stage-text.ts";

const shownBlocks = 5;

export function consensusRows(decision: DecisionRecord, data: ProposalStatus): readonly Row[] {
  return [
    ...decision.parts.flatMap((part) => partRows(part, decision, data)),
    ...notCountedRow(decision, data),
    ...blockRows(decision, data),
    textRow(decision, data),
  ];
}

/** In a joint decision each group has rows of its own. */
export function partLabel(what: string, { authority }: DecisionPart, decision: DecisionRecord, data: ProposalStatus): string {
  return decision.parts.length > 1 ? `${what}, ${plainBody(authority, data.governance)}` : what;
}

function partRows(part: DecisionPart, decision: DecisionRecord, data: ProposalStatus): readonly Row[] {
  const { governance } = data;
  if (part.rule.kind !== "lazy-consensus") return [];
  const { consents, eligible, yes } = countPart(decision, part);
  const spoken = new Set([...yes.map(({ person }) => person), ...decision.blocks.map(({ person }) => person)]);
  const silent = eligible.filter(({ person }) => !spoken.has(person) && person !== decision.sponsor);
  const needed = part.rule.consents > 0 ? md`${consents.length} of ${part.rule.consents}` : md`${consents.length}, none is needed`;
  const names = consents.length === 0 ? nothing : md` · ${listPeople(consents.map((voter) => nameVoter(voter, governance)))}`;
  return [
    [partLabel("Consent", part, decision, data), md`${needed}${names}`],
    [
      partLabel("May still speak", part, decision, data),
      listPeople(silent.map((voter) => nameVoter(voter, governance, awayDuring(voter, decision, governance) ?? undefined))),
    ],
  ];
}

const whyRemoved = { recused: "recused", author: "author", "left-roster": "no longer on the roster" } as const;

/** Authors, people who left the electorate after opening, and the sponsor, who may block and whose consent does not count. */
export function notCountedRow(decision: DecisionRecord, { governance, events }: ProposalStatus): readonly Row[] {
  const excluded = decision.parts.some(({ rule }) => rule.kind === "lazy-consensus" && rule.excluding.includes("sponsor"));
  const voters = new Set(decision.parts.flatMap(({ electorate }) => electorate.map(({ person }) => person)));
  const authors = decision.authors.filter((person) => !voters.has(person));
  const gone = decision.removed.filter((person) => !authors.includes(person));
  const { sponsor } = decision;
  const names = [
    ...authors.map((person) => md`${namePerson(person, governance)} (author)`),
    ...(excluded && sponsor !== null && voters.has(sponsor) && !gone.includes(sponsor)
      ? [md`${namePerson(sponsor, governance)} (sponsor; may still block)`]
      : []),
    ...gone.map((person) => {
      const event = findFact(events, (fact) => fact.type === "voter-removed" && fact.decision === decision.id && fact.person === person);
      const why = event?.fact.type === "voter-removed" ? whyRemoved[event.fact.why] : "not voting";
      return md`${namePerson(person, governance)} (${why})`;
    }),
  ];
  return names.length === 0 ? [] : [["Not counted", listPeople(names)]];
}

function blockRows({ blocks, removed, id }: DecisionRecord, { governance, events }: ProposalStatus): readonly Row[] {
  const standing = blocks.filter(({ person }) => !removed.includes(person));
  const shown = standing.slice(0, shownBlocks).map(({ person, source }): Row => {
    const raised = events.findLast((event) => event.source === source && event.fact.type === "block-raised" && event.fact.decision === id);
    return ["Block", md`${code(loginOf(person, governance), 40)}${firstWords(raised ?? null)}`];
  });
  const more = standing.length - shown.length;
  return more > 0 ? [...shown, ["Block", md`and ${more} more`]] : shown;
}

/** Which text is decided on, and that its typographical changes keep what was said. */
export function textRow({ digest, openedAt }: DecisionRecord, { events }: ProposalStatus): Row {
  const edited = events.some(({ at, fact }) => at > openedAt && fact.type === "text-read" && fact.change === "editorial");
  const parts: readonly Markdown[] = [
    md`${code(digest.slice(0, 12))}, opened ${formatInstant(openedAt)}`,
    edited ? md`what changed since is editorial and keeps every act` : nothing,
  ];
  return ["Text", join(parts, " · ")];
}
