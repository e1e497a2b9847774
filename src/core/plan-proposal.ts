import { afterDeadline, calendarOf } from "../calendar/index.ts";
import type { Problem } from "../domain/problem.ts";
import type { ProposalDocument } from "../domain/proposal-document.ts";
import type { ProposalRecord } from "../domain/proposal-record.ts";
import { earliest, type Instant } from "../kernel/instant.ts";
import { checkInContext, parseProposal } from "../proposals/index.ts";
import { renderProposalCheck, renderStatus, type StatusData } from "../render/index.ts";
import type { Asked } from "./answer-question.ts";
import { type Assessment, assessProposal } from "./assess-proposal.ts";
import { loginOfSponsor, loginsOfOpener } from "./authors.ts";
import { toCoreRoute } from "./core-route.ts";
import { nextDeadline } from "./decide/deadlines.ts";
import { type DecidedProposal, decideProposal } from "./decide/decide-proposal.ts";
import { isGateOpen } from "./decide-gate.ts";
import { describeProposal } from "./describe-proposal.ts";
import { findEntryProblems } from "./entry-problems.ts";
import { finalJudge } from "./final-judge.ts";
import { findRuleProblems } from "./find-rule-problems.ts";
import { findHandFacts, foldHandChoices } from "./hand-choices.ts";
import { laterReasons } from "./later-reasons.ts";
import { foldLedger } from "./ledger/index.ts";
import { planCalls } from "./plan-calls.ts";
import { openingFact } from "./plan-events.ts";
import { dayOf, type PlanInput } from "./plan-input.ts";
import { heardBy, planLabels } from "./plan-labels.ts";
import { planReplies } from "./plan-replies.ts";
import { planReviewers } from "./plan-reviewers.ts";
import { suggestStatusLine } from "./plan-status-line.ts";
import { planUndone } from "./plan-undone.ts";
import { contextFor } from "./proposal-context.ts";
import { readSchemaFindings } from "./schema-findings.ts";
import { statusContext } from "./status-context.ts";
import type { Subject } from "./subject.ts";
import { findUnreadable, movedOut } from "./unreadable.ts";
import { aView, type Wanted } from "./wanted.ts";
import { wantedLabels } from "./wanted-labels.ts";

type ProposalSubject = Extract<Subject, { kind: "proposal" }>;

/** A pull request with one proposal: read, judged, routed and shown. */
export function planProposal(subject: ProposalSubject, input: PlanInput): Wanted {
  const { rules, snapshot, now } = input;
  const { governance } = rules;
  const { file } = subject;
  const unreadable = findUnreadable(subject, snapshot, governance);
  const text = subject.pair?.head.text ?? null;
  if (unreadable || text === null) return planUnreadable(file, unreadable ?? movedOut(file, governance), input);

  const document = parseProposal(text, file, { prefix: governance.project.proposals.prefix });
  const assess = assessment(subject, document, input);
  const decided = decideProposal(
    {
      file,
      text,
      document,
      assess,
      final: (found) => finalJudge(file, document, found, input),
      later: (accepted) => laterReasons({ file, document, text }, accepted, input),
    },
    input,
  );
  const { record } = decided;
  const choices = foldHandChoices(record.handFacts);
  const problems = findProblems(subject, document, decided, input);
  const { classification, change, route } = decided.assessment;
  const { state } = record;
  const wanted = wantedLabels(governance, { state, held: record.holds.length > 0, assessment: decided.assessment, choices });
  const labels = planLabels(wanted, snapshot, governance, { choices, heard: heardBy(record) });
  const data = describeProposal(
    { document, assessment: decided.assessment, choices, problems, record, strayStates: labels.strayStates },
    input,
  );
  const ruleProblems = findRuleProblems(input) ?? [];
  const { headSha } = snapshot.pullRequest;
  const open = isGateOpen(record, headSha, [...problems, ...ruleProblems]);
  const check = renderProposalCheck(data, headSha, ruleProblems, open ? "success" : undefined);
  const shown = {
    file,
    number: document.number ?? snapshot.pullRequest.number,
    title: document.title ?? snapshot.pullRequest.title,
    handler: record.escalations.find(({ answer }) => answer === null)?.handler ?? null,
    classification,
    change,
    route,
    problems: [...problems.map((problem) => ({ ...problem, file })), ...ruleProblems],
    labels: wanted,
  };
  return {
    check,
    comment: renderStatus(data),
    labels,
    replies: [
      ...planReplies({ record, snapshot, data, ledger: input.ledger, asked: askedOf(decided, input), now }),
      ...planUndone({
        snapshot,
        record,
        governance,
        now,
        taken: labels.take.flatMap((effect) => (effect.kind === "remove-label" ? [effect.label] : [])),
      }),
      ...suggestStatusLine(subject.pair, document, data, snapshot),
      ...planCalls({ snapshot, data, ledger: input.ledger, calendar: calendarOf(governance.project.calendar), now }),
    ],
    nextLook: earliest(nextLookOf(record, now), decided.nextCourtesy),
    reviewers: planReviewers({ ...decided.assessment, governance, today: dayOf(now) }, snapshot),
    events: decided.events,
    view: aView({ kind: "proposal", ...shown }, check),
  };
}

/** What questions are answered with: the same that decides. */
function askedOf({ record, facts }: DecidedProposal, { rules, now, load = new Map() }: PlanInput): Asked {
  const { governance } = rules;
  return { record, facts, governance, calendar: calendarOf(governance.project.calendar), at: now, readDigest: facts.digest, load };
}

/** The first moment at which a deadline can take effect by itself. */
function nextLookOf(record: ProposalRecord, now: Instant): Instant | null {
  const deadline = nextDeadline(record, now);
  return deadline === null ? null : afterDeadline(deadline);
}

/** What Steward makes of the text, given what people settled and who sponsors it. */
function assessment(subject: ProposalSubject, document: ProposalDocument, input: PlanInput): (record: ProposalRecord) => Assessment {
  const { rules, snapshot, now, proposedDelegations } = input;
  const { governance, classifier } = rules;
  const schemaFindings = readSchemaFindings(snapshot, governance);
  return (record) => {
    const { handFacts, recused, coreDecides } = record;
    const found = assessProposal({
      governance,
      classifier,
      document,
      changedPaths: changedPathsBeside(subject.file, input),
      schemaFindings,
      editsFinal: subject.editsFinal,
      openedBy: loginsOfOpener(snapshot.pullRequest.author, governance),
      sponsoredBy: loginOfSponsor(record, governance),
      recused,
      choices: foldHandChoices(handFacts),
      proposedDelegations,
      today: dayOf(now),
    });
    return coreDecides ? { ...found, route: toCoreRoute(found.route, governance) } : found;
  };
}

/** Everything wrong with the file: in itself, by its pull request and the rules, and by its place. */
function findProblems(
  subject: ProposalSubject,
  document: ProposalDocument,
  decided: DecidedProposal,
  input: PlanInput,
): readonly Problem[] {
  const inContext = checkInContext(document, contextFor(subject, decided, input));
  return [...document.problems, ...inContext, ...findEntryProblems(subject.file, input.snapshot, input.rules.governance)];
}

/** The proposal's file is gone from the folder: a change of the proposal, not a way out of it. */
export function planMovedOut(file: string, input: PlanInput): Wanted {
  return planUnreadable(file, movedOut(file, input.rules.governance), input);
}

/** Nothing is decided on a text that cannot be read: acts wait, and so do deadlines (T3). */
function planUnreadable(file: string, problem: Problem, input: PlanInput): Wanted {
  const { rules, snapshot, ledger } = input;
  const { governance } = rules;
  const { title, headSha } = snapshot.pullRequest;
  const handFacts = findHandFacts(snapshot, governance, ledger);
  const record = foldLedger(ledger);
  const choices = foldHandChoices([...record.handFacts, ...handFacts.map(({ fact }) => fact)]);
  const { state } = record;
  const wanted = wantedLabels(governance, { state, held: record.holds.length > 0, assessment: null, choices });
  const data: StatusData = { ...statusContext(input), kind: "unreadable", state, file, problem };
  const ruleProblems = findRuleProblems(input) ?? [];
  const check = renderProposalCheck(data, headSha, ruleProblems);
  return {
    check,
    comment: renderStatus(data),
    labels: planLabels(wanted, snapshot, governance, { choices, heard: heardBy(record) }),
    reviewers: [],
    events: [...openingFact(file, snapshot.pullRequest, ledger), ...handFacts],
    view: aView({ kind: "proposal", file, title, problems: [{ ...problem, file }, ...ruleProblems], labels: wanted }, check),
  };
}

function changedPathsBeside(file: string, { snapshot }: PlanInput): readonly string[] {
  const paths = snapshot.pullRequest.files.flatMap(({ path, previousPath }) =>
    previousPath === undefined ? [path] : [path, previousPath],
  );
  return paths.filter((path) => path !== file);
}
