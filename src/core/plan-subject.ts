import { assertNever } from "../kernel/assert-never.ts";
import { renderBrokenRulesCheck, renderGovernanceCheck, renderPassingCheck, renderUnknownCheck } from "../render/index.ts";
import { decideSubject } from "./decide-subject.ts";
import { findRuleProblems } from "./find-rule-problems.ts";
import type { PlanInput } from "./plan-input.ts";
import { planMovedOut, planProposal } from "./plan-proposal.ts";
import { planRecordChange, planSeveral } from "./plan-unrouted.ts";
import { displayMode } from "./status-context.ts";
import { aView, type Wanted } from "./wanted.ts";

/** How the pull request should stand, by what it is. */
export function planSubject(input: PlanInput): Wanted {
  const { rules, snapshot, ledger } = input;
  const { headSha, title } = snapshot.pullRequest;
  const broken = rules.problems.filter(({ severity }) => severity === "error");
  if (broken.length > 0) {
    return { ...nothing, labels: null, ...only("not-a-proposal", title, renderBrokenRulesCheck(headSha, broken)) };
  }
  const subject = decideSubject(snapshot, rules.governance, ledger);
  const context = { headSha, mode: displayMode(input) };
  switch (subject.kind) {
    case "proposal":
      return planProposal(subject, input);
    case "moved-out":
      return planMovedOut(subject.file, input);
    case "several-proposals":
      return planSeveral(subject.files, input);
    case "record-change":
      return planRecordChange(subject, input);
    case "unknown":
      return { ...nothing, ...only("not-a-proposal", title, renderUnknownCheck(context)) };
    case "not-a-proposal": {
      const found = findRuleProblems(input);
      if (found === null)
        return { ...nothing, ...only("not-a-proposal", title, renderPassingCheck(context, rules.governance.project.proposals.folder)) };
      return { ...nothing, ...only("governance-change", title, renderGovernanceCheck(context, found), found) };
    }
    default:
      return assertNever(subject);
  }
}

const nothing = { comment: null, labels: null, reviewers: [], events: [] } as const;

function only(
  kind: "not-a-proposal" | "governance-change",
  title: string,
  check: Wanted["check"],
  problems: Wanted["view"]["problems"] = [],
) {
  return { check, view: aView({ kind, title, problems }, check) };
}
