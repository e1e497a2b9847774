import type { CheckReport } from "../domain/check-report.ts";
import { digestOf } from "../kernel/digest.ts";
import { permitEffects } from "./permit-effects.ts";
import type { ReconcilerDeps } from "./reconciler-deps.ts";
import type { RulesInForce } from "./rules-in-force.ts";

/**
 * Completes the check on a merge group. The group passes when it leaves the proposal folder of the default branch as it is:
 * a group with a proposal waits, because no decision that would let it pass is recorded yet.
 */
export async function completeMergeGroup(deps: ReconcilerDeps, rules: RulesInForce, repositoryId: number, headSha: string): Promise<void> {
  const { options, log } = deps;
  const github = await deps.github(repositoryId);
  const known = await rules.known(repositoryId, github);
  if (known === null) {
    log.warn({ repositoryId, headSha }, "The default branch has no constitution that can be applied: nothing is written");
    return;
  }
  const project = { ...known.governance.project, mode: options.mode ?? known.governance.project.mode };
  const touched = await github.hasFolderChanged(project.proposals.folder, "HEAD", headSha);
  const report = toReport(options.checkName, headSha, touched, project.mode === "advise");
  const { permitted } = permitEffects([{ kind: "create-check", report }], project);
  if (permitted.length > 0) await github.completeCheck(report);
}

function toReport(name: string, headSha: string, touched: boolean, advise: boolean): CheckReport {
  const report = touched
    ? {
        conclusion: advise ? ("neutral" as const) : ("action_required" as const),
        title: "A proposal in this merge group is not final",
        summary: "A proposal is merged once it is final. Take it out of the queue, so that the rest can go on.",
      }
    : {
        conclusion: advise ? ("neutral" as const) : ("success" as const),
        title: "No proposal in this merge group",
        summary: "Nothing in this merge group changes a proposal.",
      };
  const whole = { name, headSha, annotations: [], ...report };
  return { ...whole, digest: digestOf(whole) };
}
