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
  readonly effects: readonly Effect[];
  /** The neighbour whose report must stand on the commit and does not: it is to be looked at. */
  readonly lookAt: number | null;
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
  shown: OwnCheckRun | undefined,
  advise: boolean,
): SettledCheck {
  const [worst] = [{ pullRequest: own.pullRequest, conclusion: own.report.conclusion }, ...neighbours]
    .map(({ pullRequest, conclusion }) => ({ pullRequest, conclusion: conclusion ?? "action_required" }) as const)
    .sort((left, right) => severity.indexOf(left.conclusion) - severity.indexOf(right.conclusion) || left.pullRequest - right.pullRequest);
  if (worst === undefined || worst.pullRequest === own.pullRequest)
    return { effects: replace(shown, soften(own.report, advise)), lookAt: null };
  const expected = advise ? "neutral" : worst.conclusion;
  if (shown?.conclusion === expected) return { effects: [], lookAt: null };
  return { effects: replace(shown, soften(pointTo(worst.pullRequest, worst.conclusion, own.report), advise)), lookAt: worst.pullRequest };
}

/** In `advise` the check never stands in anyone's way. */
function soften(report: CheckReport, advise: boolean): CheckReport {
  return advise ? sealed({ ...report, conclusion: "neutral" }) : report;
}

function replace(shown: OwnCheckRun | undefined, report: CheckReport): Effect[] {
  if (shown === undefined) return [{ kind: "create-check", report }];
  if (shown.digest === report.digest && shown.conclusion === report.conclusion) return [];
  return [{ kind: "update-check", checkId: shown.id, report }];
}

function pointTo(pullRequest: number, conclusion: CheckConclusion, own: CheckReport): CheckReport {
  return sealed({
    ...own,
    conclusion,
    title: `Same commit as #${pullRequest}`,
    summary: `This commit is also the head of #${pullRequest}. A check belongs to a commit, so it shows what holds there.`,
    annotations: [],
  });
}

function sealed({ digest: _old, ...report }: CheckReport): CheckReport {
  return { ...report, digest: digestOf(report) };
}
