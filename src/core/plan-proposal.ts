import type { LedgerFact } from "../domain/ledger-event.ts";
import type { Problem } from "../domain/problem.ts";
import { checkInContext, parseProposal } from "../proposals/index.ts";
import { renderProposalCheck, renderStatus, type StatusData } from "../render/index.ts";
import { assessProposal } from "./assess-proposal.ts";
import { describeProposal } from "./describe-proposal.ts";
import { findEntryProblems } from "./entry-problems.ts";
import { findRuleProblems } from "./find-rule-problems.ts";
import { findHandFacts, foldHandChoices, type HandChoices } from "./hand-choices.ts";
import { openingFact, routingFact } from "./plan-events.ts";
import { dayOf, type PlanInput } from "./plan-input.ts";
import { planLabels } from "./plan-labels.ts";
import { planReviewers } from "./plan-reviewers.ts";
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
  const { rules, snapshot, ledger, now } = input;
  const { governance } = rules;
  const { file } = subject;
  const unreadable = findUnreadable(subject, snapshot, governance);
  const text = subject.pair?.head.text ?? null;
  if (unreadable || text === null) return planUnreadable(file, unreadable ?? movedOut(file, governance), input);

  const { choices, handFacts } = readChoices(input);
  const { document, assessment, problems } = readProposal(subject, text, choices, input);
  const { classification, change, route } = assessment;
  const state = stateOf(input);
  const wanted = wantedLabels(governance, { state, assessment, choices });
  const labels = planLabels(wanted, snapshot, governance, choices);
  const data = describeProposal({ document, assessment, choices, problems, state, strayStates: labels.strayStates }, input);
  const ruleProblems = findRuleProblems(input) ?? [];
  const check = renderProposalCheck(data, snapshot.pullRequest.headSha, ruleProblems);
  const shown = {
    file,
    number: document.number ?? snapshot.pullRequest.number,
    title: document.title ?? snapshot.pullRequest.title,
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
    reviewers: planReviewers({ ...assessment, governance, today: dayOf(now) }, snapshot),
    events: [...openingFact(file, snapshot.pullRequest, ledger), ...handFacts, ...routingFact(assessment, now, ledger)],
    view: aView({ kind: "proposal", ...shown }, check),
  };
}

/** The document, what Steward makes of it, and everything wrong with it. */
function readProposal(subject: ProposalSubject, text: string, choices: HandChoices, input: PlanInput) {
  const { rules, snapshot, now, proposedDelegations } = input;
  const { governance, classifier } = rules;
  const { file, editsFinal } = subject;
  const document = parseProposal(text, file, { prefix: governance.project.proposals.prefix });
  const assessment = assessProposal({
    governance,
    classifier,
    document,
    changedPaths: changedPathsBeside(file, input),
    schemaFindings: readSchemaFindings(snapshot, governance),
    editsFinal,
    openedBy: [snapshot.pullRequest.author.login],
    choices,
    proposedDelegations,
    today: dayOf(now),
  });
  const inContext = checkInContext(document, contextFor(subject, assessment, input));
  return { document, assessment, problems: [...document.problems, ...inContext, ...findEntryProblems(file, snapshot, governance)] };
}

/** The proposal's file is gone from the folder: a change of the proposal, not a way out of it. */
export function planMovedOut(file: string, input: PlanInput): Wanted {
  return planUnreadable(file, movedOut(file, input.rules.governance), input);
}

function planUnreadable(file: string, problem: Problem, input: PlanInput): Wanted {
  const { rules, snapshot, ledger } = input;
  const { governance } = rules;
  const { title, headSha } = snapshot.pullRequest;
  const { choices, handFacts } = readChoices(input);
  const state = stateOf(input);
  const wanted = wantedLabels(governance, { state, assessment: null, choices });
  const data: StatusData = { ...statusContext(input), kind: "unreadable", state, file, problem };
  const ruleProblems = findRuleProblems(input) ?? [];
  const check = renderProposalCheck(data, headSha, ruleProblems);
  return {
    check,
    comment: renderStatus(data),
    labels: planLabels(wanted, snapshot, governance, choices),
    reviewers: [],
    events: [...openingFact(file, snapshot.pullRequest, ledger), ...handFacts],
    view: aView({ kind: "proposal", file, title, problems: [{ ...problem, file }, ...ruleProblems], labels: wanted }, check),
  };
}

function readChoices({ rules, snapshot, ledger }: PlanInput): {
  readonly choices: HandChoices;
  readonly handFacts: ReturnType<typeof findHandFacts>;
} {
  const handFacts = findHandFacts(snapshot, rules.governance, ledger);
  const facts: readonly LedgerFact[] = [...ledger, ...handFacts].map(({ fact }) => fact);
  return { choices: foldHandChoices(facts), handFacts };
}

/** Nothing moves a proposal on before there are decisions: it stands where all begin. */
function stateOf({ rules }: PlanInput) {
  return rules.governance.lifecycle.initial;
}

function changedPathsBeside(file: string, { snapshot }: PlanInput): readonly string[] {
  const paths = snapshot.pullRequest.files.flatMap(({ path, previousPath }) =>
    previousPath === undefined ? [path] : [path, previousPath],
  );
  return paths.filter((path) => path !== file);
}
