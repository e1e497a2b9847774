import { calendarOf } from "../../calendar/index.ts";
import type { ProposalFacts } from "../../commands/command.ts";
import { commandNames } from "../../commands/registry.ts";
import type { ProposalDocument } from "../../domain/proposal-document.ts";
import type { AcceptedText, ProposalRecord } from "../../domain/proposal-record.ts";
import type { Instant } from "../../kernel/instant.ts";
import { compareTexts, diffLines, digestText, parseProposal, readNormativeText, type TextDigest } from "../../proposals/index.ts";
import type { Assessment } from "../assess-proposal.ts";
import { findHandFacts } from "../hand-choices.ts";
import { foldEvent, foldLedger } from "../ledger/index.ts";
import { openingFact, routingFact } from "../plan-events.ts";
import type { PlanInput } from "../plan-input.ts";
import { advance, type Happening } from "./advance.ts";
import { type Courtesy, listCourtesies } from "./courtesies.ts";
import type { PassRules } from "./decide-context.ts";
import { findFacts } from "./found-facts.ts";
import { gatherActs } from "./gather-acts.ts";
import { rememberFacts, toProposalFacts } from "./proposal-facts.ts";

export interface DecidedProposal {
  readonly record: ProposalRecord;
  readonly events: readonly Happening[];
  readonly assessment: Assessment;
  readonly facts: ProposalFacts;
  /** When Steward next asks or reminds somebody; null when it never would. */
  readonly nextCourtesy: Instant | null;
}

interface ReadText {
  readonly file: string;
  readonly text: string;
  readonly document: ProposalDocument;
  readonly assess: (record: ProposalRecord) => Assessment;
  readonly final: (found: Assessment) => ProposalFacts["final"];
  /** Asked only of a proposal that was accepted before. */
  readonly later: (accepted: AcceptedText) => readonly string[];
}

/** Everything that happened to a proposal since its last event, decided: where it stands now, and what to record of the way there. */
export function decideProposal({ file, text, document, assess, final, later }: ReadText, input: PlanInput): DecidedProposal {
  const { rules, snapshot, ledger, now } = input;
  const { governance } = rules;
  const { pullRequest } = snapshot;
  const recorded = foldLedger(ledger);
  const digest = digestOf(document, text, input);
  const assessOnce = rememberFacts(assess);
  const about = { headSha: pullRequest.headSha, digest: digest.whole, openedBy: pullRequest.author };
  const factsOf = rememberFacts((record) => {
    const found = assessOnce(record);
    return toProposalFacts(
      found,
      { ...about, final: final(found), laterReasons: record.accepted === null ? [] : later(record.accepted) },
      governance,
    );
  });

  const found: readonly Happening[] = [
    ...openingFact(file, pullRequest, ledger),
    ...findHandFacts(snapshot, governance, ledger),
    ...findFacts(
      snapshot,
      recorded,
      { ...digest, file, passages: changedPassages(document, text, input, recorded.text?.headSha ?? null) },
      now,
    ),
  ];
  const acts = (record: ProposalRecord) => gatherActs(snapshot, record, governance, commandNames);
  const passRules: PassRules = {
    governance,
    calendar: calendarOf(governance.project.calendar),
    load: input.load ?? new Map(),
    reminded: input.reminded === undefined ? new Map() : input.reminded,
    sponsored: input.sponsored ?? new Map(),
  };
  const { record, events } = advance(recorded, { found, acts, now }, passRules, factsOf);
  const assessment = assessOnce(record);
  const due = listCourtesies(record, { ...passRules, facts: factsOf(record) }, now).filter(({ from }) => from <= now);
  const courtesies = due.map(({ fact }): Happening => ({ at: now, actor: null, source: "pass", clause: null, reason: null, fact }));
  const routed = record.decisions.some(({ closed }) => closed === null) ? [] : routingFact(assessment, now, record.routed);
  const folded = courtesies.reduce(
    (before, event, index) => foldEvent(before, { ...event, sequence: record.sequence + index + 1 }),
    record,
  );
  return {
    record: folded,
    events: [...events, ...courtesies, ...routed],
    assessment,
    facts: factsOf(folded),
    nextCourtesy: nextOf(listCourtesies(folded, { ...passRules, facts: factsOf(folded) }, now), now),
  };
}

function nextOf(courtesies: readonly Courtesy[], now: Instant): Instant | null {
  return (
    courtesies
      .map(({ from }) => from)
      .filter((from) => from > now)
      .toSorted()[0] ?? null
  );
}

function digestOf(document: ProposalDocument, text: string, input: PlanInput): TextDigest {
  const { snapshot, rules } = input;
  const { schema } = rules.governance.project.specification;
  const schemas = snapshot.texts.filter(({ path }) => schema.includes(path)).map(({ path, head }) => ({ path, text: head.text }));
  return digestText({ document, text, schemas }, readingOptions(input));
}

/** What changed since the head that was read last, as lines for people; empty where that text is not known, or says the same. */
function changedPassages(document: ProposalDocument, text: string, input: PlanInput, lastHead: string | null): readonly string[] {
  const { earlier } = input;
  if (!earlier || earlier.headSha !== lastHead) return [];
  const options = readingOptions(input);
  const before = parseProposal(earlier.text, document.file, { prefix: options.prefix });
  return diffLines(compareTexts(readNormativeText(before, earlier.text, options), readNormativeText(document, text, options)));
}

function readingOptions({ snapshot, rules }: PlanInput) {
  const { owner, name, defaultBranch } = snapshot.repository;
  const { prefix } = rules.governance.project.proposals;
  return { prefix, repositories: [`${owner}/${name}`], branch: defaultBranch };
}
