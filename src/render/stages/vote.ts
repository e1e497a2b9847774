import { formatInstant, isAfterDeadline } from "../../calendar/index.ts";
import type { DecisionPart, DecisionRecord, Voter, VoteThreshold } from "../../domain/decision.ts";
import { countPart } from "../../procedures/index.ts";
import { code, type Markdown, md, nothing } from "../markdown/index.ts";
import type { ProposalStatus } from "../status/status-data.ts";
import { notCountedRow, partLabel, textRow } from "./consensus-rows.ts";
import { awayDuring, listPeople, nameVoter } from "./people.ts";
import { authoritiesOf, plainBodies } from "./plain-names.ts";
import type { Row, StageText } from "./stage-text.ts";

/** A vote of groups or of Core (V1-V8). */
export function describeVote(decision: DecisionRecord, data: ProposalStatus): StageText {
  const { governance, now } = data;
  const authorities = authoritiesOf(decision);
  const who = plainBodies(authorities, governance);
  const ends = formatInstant(decision.endsAt);
  const late = isAfterDeadline(now, decision.endsAt);
  const verb = authorities.length === 1 && governance.groups.has(authorities[0] ?? "") ? "votes" : "vote";
  return {
    title: late ? `In review · the vote of ${who} has ended and is being counted` : `In review · ${who} ${verb} until ${ends}`,
    sentences: [
      late ? md`It ended ${ends}.` : md`Voters: ${code("/vote yes")}, ${code("/vote no")} or ${code("/vote abstain")}; the latest counts.`,
      decision.deferredAt === null
        ? nothing
        : md`The review window closes ${formatInstant(decision.deferredAt)}: a vote still open then is deferred, without a result.`,
    ],
    rows: [...decision.parts.flatMap((part) => partRows(part, decision, data)), ...notCountedRow(decision, data), textRow(decision, data)],
  };
}

function partRows(part: DecisionPart, decision: DecisionRecord, data: ProposalStatus): readonly Row[] {
  const { rule } = part;
  if (rule.kind !== "vote") return [];
  const { yes, no, abstain, eligible } = countPart(decision, part);
  const spoken = new Set([...yes, ...no, ...abstain].map(({ person }) => person));
  const silent = eligible.filter(({ person }) => !spoken.has(person));
  const label = (what: string) => partLabel(what, part, decision, data);
  const people = (voters: readonly Voter[]) => listPeople(voters.map((voter) => nameVoter(voter, data.governance)));
  const cast = (what: string, voters: readonly Voter[]): readonly Row[] => (voters.length === 0 ? [] : [[label(what), people(voters)]]);
  const open = silent.map((voter) => nameVoter(voter, data.governance, awayDuring(voter, decision, data.governance) ?? undefined));
  return [
    [label("Votes"), md`${yes.length} yes, ${no.length} no, ${abstain.length} abstain · of ${eligible.length} who may vote`],
    [label("Passes with"), md`${threshold(rule.threshold, eligible.length)}${quorum(part, decision)}`],
    ...cast("Yes", yes),
    ...cast("No", no),
    ...cast("Abstain", abstain),
    ...(isAfterDeadline(data.now, decision.endsAt) ? [] : [[label("May still vote"), listPeople(open)] as const]),
  ];
}

function threshold(name: VoteThreshold, eligible: number): Markdown {
  switch (name) {
    case "majority":
      return md`more yes than no`;
    case "two-thirds":
      return md`yes from two thirds of those who say yes or no`;
    case "half-of-eligible":
      return md`yes from more than half of all: ${Math.floor(eligible / 2) + 1} of ${eligible}`;
    case "two-thirds-of-eligible":
      return md`yes from two thirds of all: ${Math.ceil((eligible * 2) / 3)} of ${eligible}`;
  }
}

/** People who are away and have not voted leave the base (V3). */
function quorum(part: DecisionPart, decision: DecisionRecord): Markdown {
  const { rule } = part;
  if (rule.kind !== "vote" || rule.quorum === 0) return nothing;
  const { yes, no, abstain, eligible } = countPart(decision, part);
  const spoken = new Set([...yes, ...no, ...abstain].map(({ person }) => person));
  const away = eligible.filter(({ person }) => !spoken.has(person) && rule.away.includes(person)).length;
  const base = eligible.length - away;
  const tookPart = yes.length + no.length + (rule.abstainCounts ? abstain.length : 0);
  const left = away > 0 ? md` (${away} away and not counted in it)` : nothing;
  return md` · quorum: ${leastFor(rule.quorum, base)} have to take part, ${tookPart} have${left}`;
}

/** The smallest number that reaches the share, by the same comparison that the count uses. */
function leastFor(share: number, base: number): number {
  const near = Math.max(0, Math.floor(share * base));
  return near < share * base ? near + 1 : near;
}
