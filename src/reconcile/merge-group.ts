import type { CheckReport } from "../domain/check-report.ts";
import type { FileProblem } from "../domain/problem.ts";
import { type Governance, loadGovernance } from "../governance/index.ts";
import type { GitHub, QueueEntry } from "../ports/github.ts";
import type { Subject } from "../ports/ledger.ts";
import { LeaseLost } from "../ports/store-lease.ts";
import { renderGroupCheck, renderPassingGroupCheck, renderUnknownGroupCheck, type WaitingInGroup } from "../render/index.ts";
import type { PassOutcome } from "./pass.ts";
import { permitEffects } from "./permit-effects.ts";
import type { ReconcilerDeps } from "./reconciler-deps.ts";
import type { RulesInForce } from "./rules-in-force.ts";

/** What merge groups are judged with; `pass` looks at one pull request anew, under its lease. */
export interface GroupParts {
  readonly rules: RulesInForce;
  readonly pass: (subject: Subject) => Promise<PassOutcome>;
}

/**
 * Completes the check on a merge group (H2). The group passes when it leaves proposals and rules as they are, or when the gate of
 * every pull request in it is open: each is looked at anew, so that a group says what its pull requests' own checks say. GitHub
 * takes a pull request out of the queue when its head moves, so its head is the one that the group holds.
 */
export async function completeMergeGroup(deps: ReconcilerDeps, parts: GroupParts, repositoryId: number, headSha: string): Promise<void> {
  const github = await deps.github(repositoryId);
  await complete(deps, parts, github, { repositoryId, headSha, queue: null });
}

/** Completes the check on every group in the queue: a pull request in it may be merged no longer. */
export async function completeMergeQueue(deps: ReconcilerDeps, parts: GroupParts, repositoryId: number): Promise<void> {
  const github = await deps.github(repositoryId);
  const queue = await github.readMergeQueue();
  for (const { groupHead } of queue) {
    if (groupHead !== null) await complete(deps, parts, github, { repositoryId, headSha: groupHead, queue });
  }
}

interface Group {
  readonly repositoryId: number;
  readonly headSha: string;
  /** Null where it has not been read yet. */
  readonly queue: readonly QueueEntry[] | null;
}

async function complete(deps: ReconcilerDeps, parts: GroupParts, github: GitHub, group: Group): Promise<void> {
  const { options, log } = deps;
  const { repositoryId, headSha } = group;
  const known = await parts.rules.known(repositoryId, github);
  if (known === null) {
    log.warn({ repositoryId, headSha }, "The default branch has no constitution that can be applied: nothing is written");
    return;
  }
  const project = { ...known.governance.project, mode: options.mode ?? known.governance.project.mode };
  const report = await judge(deps, parts, github, group, project);
  const { permitted } = permitEffects([{ kind: "create-check", report }], project);
  if (permitted.length > 0) await github.completeCheck(report);
}

async function judge(
  { options, clock }: ReconcilerDeps,
  parts: GroupParts,
  github: GitHub,
  group: Group,
  project: Governance["project"],
): Promise<CheckReport> {
  const { repositoryId, headSha } = group;
  const { governanceFolder } = options;
  const context = { headSha, mode: project.mode };
  const changed = await github.changedFolders([project.proposals.folder, governanceFolder], "HEAD", headSha);
  if (changed.length === 0) return renderPassingGroupCheck(context);

  const members = membersOf(group.queue ?? (await github.readMergeQueue()), headSha);
  if (members === null) return renderUnknownGroupCheck(context);
  const waiting: WaitingInGroup[] = [];
  for (const pullRequest of members) {
    const outcome = await parts.pass({ repositoryId, pullRequest });
    const why = whyWaiting(outcome);
    if (why !== null) waiting.push({ pullRequest, why });
  }
  const problems = changed.includes(governanceFolder)
    ? await readProblems(github, governanceFolder, headSha, clock.now().slice(0, 10))
    : [];
  return renderGroupCheck(context, waiting, problems);
}

/** A group holds its own pull request and all before it; null when the queue does not show it. */
function membersOf(queue: readonly QueueEntry[], headSha: string): readonly number[] | null {
  const index = queue.findIndex(({ groupHead }) => groupHead === headSha);
  return index === -1 ? null : queue.slice(0, index + 1).map(({ pullRequest }) => pullRequest);
}

function whyWaiting(outcome: PassOutcome): string | null {
  switch (outcome.kind) {
    case "looked":
      // In `advise` every check is neutral, and so is the group's.
      return outcome.check.conclusion === "success" ? null : outcome.check.title;
    case "gone":
      return "GitHub does not show it";
    case "no-constitution":
      return "the default branch has no rules that can be applied";
    case "busy":
      // What the other pass will find is not known yet.
      throw new LeaseLost("Another pass over a pull request of the merge group has not ended");
  }
}

/** Two edits of the rules, each sound by itself, may not be so together. */
async function readProblems(github: GitHub, folder: string, headSha: string, today: string): Promise<readonly FileProblem[]> {
  const source = await github.readConstitution(folder, headSha);
  if (source === null) return [];
  return loadGovernance(source.files, { commit: headSha, today }).problems;
}
