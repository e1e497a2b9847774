import type { CheckReport } from "../domain/check-report.ts";
import type { Effect } from "../domain/effect.ts";
import type { CheckConclusion, OwnCheckRun } from "../domain/snapshot.ts";
import { digestOf } from "../kernel/digest.ts";

/** Another open pull request with the same head commit, and what its own check came to. */
export interface Neighbour {
  readonly pullRequest: number;
  readonly conclusion: CheckConclusion | null;
}

export interface SettledCheck {
  /** Null when the commit shows what it should. */
  readonly effect: Effect | null;
  /** The neighbour whose report must stand on the commit and does not: it is to be looked at. */
  readonly lookAt: number | null;
  /** The commit showed success until now, and no longer will: what stands on it in a merge queue must wait too. */
  readonly closes: boolean;
}

/** Worst first. */
const severity: readonly CheckConclusion[] = ["failure", "action_required", "neutral", "success"];

/**
 * A check run belongs to a commit, and a commit can be the head of several pull requests: the run shows the worst of them, of
 * equals that of the lowest number. What is not known of a neighbour counts as waiting.
 */
export function settleCheck(
  own: { readonly pullRequest: number; readonly report: CheckReport },
  neighbours: readonly Neighbour[],
  checks: readonly OwnCheckRun[],
): SettledCheck {
  const { report } = own;
  const shown = latest(report, checks);
  const closes = (conclusion: CheckConclusion): boolean => shown?.conclusion === "success" && conclusion !== "success";
  const [worst] = [{ pullRequest: own.pullRequest, conclusion: report.conclusion }, ...neighbours]
    .map(({ pullRequest, conclusion }) => ({ pullRequest, conclusion: conclusion ?? ("action_required" as const) }))
    .sort((left, right) => severity.indexOf(left.conclusion) - severity.indexOf(right.conclusion) || left.pullRequest - right.pullRequest);
  if (worst === undefined || worst.pullRequest === own.pullRequest) {
    const stands = shown?.digest === report.digest && shown.conclusion === report.conclusion;
    return { effect: stands ? null : { kind: "create-check", report }, lookAt: null, closes: closes(report.conclusion) };
  }
  if (shown?.conclusion === worst.conclusion) return { effect: null, lookAt: null, closes: false };
  const pointer = pointTo(worst.pullRequest, worst.conclusion, report);
  return { effect: { kind: "create-check", report: pointer }, lookAt: worst.pullRequest, closes: closes(worst.conclusion) };
}

function latest({ name, headSha }: CheckReport, checks: readonly OwnCheckRun[]): OwnCheckRun | undefined {
  return checks.filter((run) => run.name === name && run.headSha === headSha).toSorted((left, right) => right.id - left.id)[0];
}

/** Stands until the neighbour's own pass has written its report. */
function pointTo(pullRequest: number, conclusion: CheckConclusion, { name, headSha }: CheckReport): CheckReport {
  const report = {
    name,
    headSha,
    conclusion,
    title: `Same commit as #${pullRequest}`,
    summary: `This commit is also the head of #${pullRequest}. A check belongs to a commit, so it shows what holds there.`,
    annotations: [],
  };
  return { ...report, digest: digestOf(report) };
}
