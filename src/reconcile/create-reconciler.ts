import { type Subject, subjectKey } from "../ports/ledger.ts";
import type { Log } from "../ports/log.ts";
import { createBrakes } from "./brakes.ts";
import { completeMergeGroup, completeMergeQueue, type GroupParts } from "./merge-group.ts";
import { type PassOutcome, type PassParts, runPass } from "./pass.ts";
import type { ReconcilerDeps } from "./reconciler-deps.ts";
import { type RecoverOutcome, recover } from "./recover.ts";
import { createRefusedReviewers } from "./refused-reviewers.ts";
import { createRulesInForce } from "./rules-in-force.ts";
import { type SweepOutcome, sweep } from "./sweep.ts";

export interface Reconciler {
  /**
   * One pass over one pull request, under the lease on its `subjectKey`: a second one right after it writes nothing. Throws on
   * faults (`GitHubFault`, `RateLimited` with the time to come back, `LedgerConflict`, `LeaseLost`, `PassIncomplete`): repeat it
   * later with back-off. `log` may name the delivery that asked for the pass.
   */
  reconcile(subject: Subject, log?: Log): Promise<PassOutcome>;
  /** Completes the check on the head of a merge group. */
  completeMergeGroup(repositoryId: number, headSha: string): Promise<void>;
  /** Rebuilds a lost record from GitHub; see `recover`. */
  recover(subject: Subject, options: { readonly apply: boolean }): Promise<RecoverOutcome>;
  /** Numbers of every pull request, closed ones included, oldest first. */
  listEveryPullRequest(repositoryId: number): Promise<readonly number[]>;
  /** Completes it on the head of every group in the merge queue. */
  completeMergeQueue(repositoryId: number): Promise<void>;
  /** Asks for passes over whatever moved; after a change of the constitution that is everything open. */
  sweep(repositoryId: number): Promise<SweepOutcome>;
}

export function createReconciler(deps: ReconcilerDeps): Reconciler {
  const parts: PassParts = {
    rules: createRulesInForce({ ...deps, folder: deps.options.governanceFolder }),
    brakes: createBrakes(deps.receipts, deps.options.hourlyBrake),
    refused: createRefusedReviewers(deps.cache),
  };
  const reconcile = async (subject: Subject, log: Log): Promise<PassOutcome> => {
    const ran = await deps.leases.withLease(subjectKey(subject), (lease) => runPass(deps, parts, subject, { lease, log }));
    return ran === null ? { kind: "busy" } : ran.value;
  };
  const groups: GroupParts = { rules: parts.rules, pass: (subject) => reconcile(subject, deps.log) };
  return {
    reconcile: (subject, log = deps.log) => reconcile(subject, log),
    async recover(subject, { apply }) {
      const ran = await deps.leases.withLease(subjectKey(subject), (lease) => recover(deps, parts, subject, { lease, apply }));
      return ran === null ? { kind: "busy" } : ran.value;
    },
    listEveryPullRequest: async (repositoryId) => (await deps.github(repositoryId)).listEveryPullRequest(),
    completeMergeGroup: (repositoryId, headSha) => completeMergeGroup(deps, groups, repositoryId, headSha),
    completeMergeQueue: (repositoryId) => completeMergeQueue(deps, groups, repositoryId),
    sweep: (repositoryId) => sweep(deps, repositoryId),
  };
}
