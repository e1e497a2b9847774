import type { CheckReport } from "../domain/check-report.ts";
import type { Effect } from "../domain/effect.ts";
import type { OwnCheckRun } from "../domain/snapshot.ts";

/**
 * A new run where the latest one shows something else. Never an update: GitHub adds the annotations of an update to those there
 * are, and shows only the latest run of a name.
 */
export function planCheck(report: CheckReport, checks: readonly OwnCheckRun[]): readonly Effect[] {
  const runs = checks.filter(({ name, headSha }) => name === report.name && headSha === report.headSha);
  const latest = runs.toSorted((a, b) => b.id - a.id)[0];
  const stands = latest?.digest === report.digest && latest.conclusion === report.conclusion;
  return stands ? [] : [{ kind: "create-check", report }];
}
