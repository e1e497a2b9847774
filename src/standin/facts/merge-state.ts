import { mergeCommits } from "../git/index.ts";
import type { BranchProtection, Pull, Repository, Review, Ruleset } from "../store/index.ts";
import { rulesetsOn } from "./branch-rules.ts";

export type MergeState = "unknown" | "dirty" | "draft" | "blocked" | "unstable" | "clean";

/** The tip of the base branch now; the last one known when the branch is gone. */
export function baseTip(pull: Pull): string {
  return pull.issue.repository.refs.get(`refs/heads/${pull.baseRef}`) ?? pull.baseSha;
}

/** GitHub's last answer, null while it is out of date: what lists and payloads show. */
export function knownMergeability(pull: Pull): boolean | null {
  const known = pull.mergeability;
  return known && known.head === pull.headSha && known.base === baseTip(pull) ? known.clean : null;
}

/** Gives the last answer and works out the next: as on GitHub, the first question after a change is answered with null. */
export function askMergeability(pull: Pull): boolean | null {
  const known = knownMergeability(pull);
  if (known === null && !pull.merged) computeMergeability(pull);
  return known;
}

function computeMergeability(pull: Pull): boolean {
  const base = baseTip(pull);
  const { clean } = mergeCommits(pull.issue.repository.objects, base, pull.headSha);
  pull.mergeability = { head: pull.headSha, base, clean, mergeCommit: null };
  return clean;
}

/** One word for why a pull request can or cannot be merged. */
export function mergeState(pull: Pull, mergeable: boolean | null): MergeState {
  if (mergeable === null) return "unknown";
  if (!mergeable) return "dirty";
  if (pull.draft) return "draft";
  if (missingForMerge(pull).length > 0) return "blocked";
  const runs = (pull.issue.repository.checkSuites.get(pull.headSha) ?? []).flatMap((suite) => suite.runs);
  return runs.every((run) => run.conclusion !== null && passing.has(run.conclusion)) ? "clean" : "unstable";
}

const passing = new Set(["success", "neutral", "skipped"]);

/** What the base branch still asks for, in GitHub's words; empty when nothing stands against the merge. */
export function missingForMerge(pull: Pull): string[] {
  const rulesets = rulesetsOn(pull.issue.repository, pull.baseRef);
  return [...missingByProtection(pull), ...rulesets.flatMap((ruleset) => missingByRuleset(pull, ruleset))];
}

export function missingByProtection(pull: Pull): string[] {
  const protection = pull.issue.repository.protections.get(pull.baseRef);
  return protection ? [...missingChecks(pull, protection.requiredChecks), ...missingReviews(pull, protection.requiredApprovals)] : [];
}

/** The merge queue is another way in, not something missing. */
export function missingByRuleset(pull: Pull, { rules }: Ruleset): string[] {
  return rules.flatMap((rule) => {
    if (rule.type === "required_status_checks") return missingChecks(pull, rule.checks);
    return rule.type === "pull_request" ? missingReviews(pull, rule.approvals) : [];
  });
}

function missingChecks(pull: Pull, checks: BranchProtection["requiredChecks"]): string[] {
  return checks
    .filter((check) => !hasPassed(pull.issue.repository, pull.headSha, check.name, check.appId))
    .map((check) => `Required status check "${check.name}" is expected.`);
}

function missingReviews(pull: Pull, needed: number): string[] {
  const opinions = latestOpinions(pull.reviews);
  const approvals = opinions.filter((review) => review.state === "APPROVED").length;
  return [
    ...(opinions.some((review) => review.state === "CHANGES_REQUESTED") ? ["Changes have been requested."] : []),
    ...(approvals < needed ? [`At least ${needed} approving review is required by reviewers with write access.`] : []),
  ];
}

/** Whether the newest run of the name has passed on the commit; null `appId` takes any App's, and statuses too. */
export function hasPassed(repository: Repository, sha: string, name: string, appId: number | null): boolean {
  const suites = (repository.checkSuites.get(sha) ?? []).filter((suite) => appId === null || suite.app.id === appId);
  const latest = suites.flatMap((suite) => suite.runs).findLast((run) => run.name === name);
  if (latest) return latest.conclusion !== null && passing.has(latest.conclusion);
  const status = appId === null ? repository.statuses.get(sha)?.findLast((entry) => entry.context === name) : undefined;
  return status?.state === "success";
}

/** Whether a run or status of the name has come to an end that does not pass. */
export function hasFailed(repository: Repository, sha: string, name: string, appId: number | null): boolean {
  const suites = (repository.checkSuites.get(sha) ?? []).filter((suite) => appId === null || suite.app.id === appId);
  const latest = suites.flatMap((suite) => suite.runs).findLast((run) => run.name === name);
  if (latest) return latest.conclusion !== null && !passing.has(latest.conclusion);
  const status = appId === null ? repository.statuses.get(sha)?.findLast((entry) => entry.context === name) : undefined;
  return status?.state === "failure" || status?.state === "error";
}

/** Each reviewer's last verdict; a mere comment changes none. */
export function latestOpinions(reviews: readonly Review[]): Review[] {
  const latest = new Map(
    reviews.filter((review) => review.state !== "PENDING" && review.state !== "COMMENTED").map((review) => [review.author, review]),
  );
  return [...latest.values()];
}
