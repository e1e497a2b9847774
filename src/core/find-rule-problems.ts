import type { FileProblem } from "../domain/problem.ts";
import { loadGovernance } from "../governance/index.ts";
import { dayOf, type PlanInput } from "./plan-input.ts";

/**
 * What `steward check` finds in the rules at the head, with paths of the repository; null when the pull request leaves them
 * alone. They are judged and never obeyed: everything else about the pull request goes by the rules of the default branch.
 */
export function findRuleProblems({ rules, snapshot, now }: PlanInput): readonly FileProblem[] | null {
  if (snapshot.governanceAtHead === null) return null;
  const { problems } = loadGovernance(snapshot.governanceAtHead, { commit: snapshot.pullRequest.headSha, today: dayOf(now) });
  return problems.map((problem) => ({ ...problem, file: `${rules.folder}/${problem.file}` }));
}
