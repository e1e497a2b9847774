import { renderProposalCheck, renderStatus, type StatusData } from "../render/index.ts";
import { decideRoute } from "../routing/route/index.ts";
import { findRuleProblems } from "./find-rule-problems.ts";
import { foldHandChoices } from "./hand-choices.ts";
import { routeLabel } from "./label-names.ts";
import { dayOf, type PlanInput } from "./plan-input.ts";
import { planLabels } from "./plan-labels.ts";
import { planReviewers } from "./plan-reviewers.ts";
import { statusContext } from "./status-context.ts";
import type { Subject } from "./subject.ts";
import { aView, type Wanted } from "./wanted.ts";

/** Nothing acts until it is split: no label, nobody asked. */
export function planSeveral(files: readonly string[], input: PlanInput): Wanted {
  const { headSha, title } = input.snapshot.pullRequest;
  const data: StatusData = { ...statusContext(input), kind: "several-proposals", files };
  const problems = findRuleProblems(input) ?? [];
  const check = renderProposalCheck(data, headSha, problems);
  return {
    check,
    comment: renderStatus(data),
    labels: null,
    reviewers: [],
    events: [],
    view: aView({ kind: "several-proposals", title, problems }, check),
  };
}

/** Files of the record go to whoever the rules name for it; no domain is guessed for them. */
export function planRecordChange({ files, final }: Extract<Subject, { kind: "record-change" }>, input: PlanInput): Wanted {
  const { rules, snapshot, now, proposedDelegations } = input;
  const { governance } = rules;
  const { headSha, title, author } = snapshot.pullRequest;
  const asked = { governance, authors: [author.login], sponsor: null, today: dayOf(now) };
  const route = decideRoute({
    ...asked,
    // Neither says anything about an edit of the record: that it is one is all that counts.
    type: null,
    change: "clarification",
    classification: { domains: [], confident: false, doubts: [] },
    deprecates: false,
    editsFinal: true,
    exclusionsMet: [],
    proposedDelegations,
  });
  const data: StatusData = { ...statusContext(input), kind: "record-change", files, final, route };
  const problems = findRuleProblems(input) ?? [];
  const check = renderProposalCheck(data, headSha, problems);
  const wanted = [governance.project.labels.proposal, routeLabel(route, governance)];
  return {
    check,
    comment: renderStatus(data),
    labels: planLabels(wanted, snapshot, governance, { choices: foldHandChoices([]), heard: () => false }),
    reviewers: planReviewers({ ...asked, route }, snapshot),
    events: [],
    view: aView({ kind: "record-change", file: files[0] ?? null, title, route, problems, labels: wanted }, check),
  };
}
