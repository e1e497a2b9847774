import type { LedgerFact } from "../domain/ledger-event.ts";
import type { Problem } from "../domain/problem.ts";
import type { ProposalDocument } from "../domain/proposal-document.ts";
import { checkInContext, parseProposal } from "../proposals/index.ts";
import { renderProposalCheck, renderStatus, type StatusData } from "../render/index.ts";
import { type Assessment, assessProposal } from "./assess-proposal.ts";
import { findEntryProblems } from "./entry-problems.ts";
import { findRuleProblems } from "./find-rule-problems.ts";
import { findHandFacts, foldHandChoices, type HandChoice, type HandChoices } from "./hand-choices.ts";
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

  const document = parseProposal(text, file, { prefix: governance.project.proposals.prefix });
  const { choices, handFacts } = readChoices(input);
  const assessment = assessProposal({
    governance,
    classifier: rules.classifier,
    document,
    changedPaths: changedPathsBeside(file, input),
    schemaFindings: readSchemaFindings(snapshot, governance),
    editsFinal: subject.editsFinal,
    openedBy: [snapshot.pullRequest.author.login],
    choices,
    proposedDelegations: input.proposedDelegations,
    today: dayOf(now),
  });
  const problems = [
    ...document.problems,
    ...checkInContext(document, contextFor(subject, assessment, input)),
    ...findEntryProblems(file, snapshot, governance),
  ];
  const state = stateOf(input);
  const wanted = wantedLabels(governance, { state, assessment, choices });
  const labels = planLabels(wanted, snapshot, governance, choices);
  const data = describe({ document, assessment, problems, state, strayStates: labels.strayStates }, input);
  const ruleProblems = findRuleProblems(input) ?? [];
  const check = renderProposalCheck(data, snapshot.pullRequest.headSha, ruleProblems);
  const { classification, change, route } = assessment;
  const domain = classification.domains.find(({ primary }) => primary)?.id ?? "";
  return {
    check,
    comment: renderStatus(data),
    labels,
    reviewers: planReviewers({ ...assessment, governance, today: dayOf(now) }, snapshot),
    events: [
      ...openingFact(file, snapshot.pullRequest, ledger),
      ...handFacts,
      ...routingFact({ route, domain, change: change.class }, now, ledger),
    ],
    view: aView(
      {
        kind: "proposal",
        file,
        number: document.number ?? snapshot.pullRequest.number,
        title: document.title ?? snapshot.pullRequest.title,
        classification,
        change,
        route,
        problems: [...problems.map((problem) => ({ ...problem, file })), ...ruleProblems],
        labels: wanted,
      },
      check,
    ),
  };
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

interface Read {
  readonly document: ProposalDocument;
  readonly assessment: Assessment;
  readonly problems: readonly Problem[];
  readonly state: ReturnType<typeof stateOf>;
  readonly strayStates: readonly string[];
}

function describe({ document, assessment, problems, state, strayStates }: Read, input: PlanInput): StatusData {
  const { governance } = input.rules;
  const { sponsor } = document;
  const labelOf = ({ key, login }: HandChoice) => {
    const label = governance.domains.get(key)?.label ?? `${governance.project.labels["change-prefix"]}${key}`;
    return { label, login };
  };
  return {
    ...statusContext(input),
    kind: "proposal",
    file: document.file,
    state,
    classification: assessment.classification,
    change: assessment.change,
    route: assessment.route,
    problems,
    missing: [
      ...(governance.project["front-door"]["group-required"] ? (["group"] as const) : []),
      ...(sponsor.kind === "person" ? [] : (["sponsor"] as const)),
    ],
    sponsor: sponsor.kind === "person" ? (sponsor.handle ?? sponsor.name) : null,
    domainBy: assessment.domainBy && labelOf(assessment.domainBy),
    changeBy: assessment.changeBy && labelOf(assessment.changeBy),
    ownLabels: assessment.ownChoices.map(labelOf),
    strayStates,
  };
}
