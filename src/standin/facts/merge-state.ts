import { mergeCommits } from "../git/index.ts";
import type { Pull, Repository, Review } from "../store/index.ts";

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

/** What branch protection still asks for, in GitHub's words; empty when nothing stands against the merge. */
export function missingForMerge(pull: Pull): string[] {
  const { repository } = pull.issue;
  const protection = repository.protections.get(pull.baseRef);
  if (!protection) return [];
  const missing: string[] = [];
  const open = protection.requiredChecks.filter((check) => !hasPassed(repository, pull.headSha, check.name, check.appId));
  for (const check of open) missing.push(`Required status check "${check.name}" is expected.`);
  const opinions = latestOpinions(pull.reviews);
  const approvals = opinions.filter((review) => review.state === "APPROVED").length;
  if (opinions.some((review) => review.state === "CHANGES_REQUESTED")) missing.push("Changes have been requested.");
  if (approvals < protection.requiredApprovals) {
    missing.push(`At least ${protection.requiredApprovals} approving review is required by reviewers with write access.`);
  }
  return missing;
}

function hasPassed(repository: Repository, sha: string, name: string, appId: number | null): boolean {
  const suites = (repository.checkSuites.get(sha) ?? []).filter((suite) => appId === null || suite.app.id === appId);
  const latest = suites.flatMap((suite) => suite.runs).findLast((run) => run.name === name);
  if (latest) return latest.conclusion !== null && passing.has(latest.conclusion);
  const status = appId === null ? repository.statuses.get(sha)?.findLast((entry) => entry.context === name) : undefined;
  return status?.state === "success";
}

/** Each reviewer's last verdict; a mere comment changes none. */
export function latestOpinions(reviews: readonly Review[]): Review[] {
  const latest = new Map(
    reviews.filter((review) => review.state !== "PENDING" && review.state !== "COMMENTED").map((review) => [review.author, review]),
  );
  return [...latest.values()];
}
