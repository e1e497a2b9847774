import type { CheckReport } from "../../domain/check-report.ts";
import type { FileProblem } from "../../domain/problem.ts";
import { code, fitBlocks, md } from "../markdown/index.ts";
import { countProblems } from "../status/index.ts";
import { renderAnnotations } from "./annotations.ts";
import { sealReport } from "./check-report.ts";
import { renderProblems } from "./problem-list.ts";

const limit = 60_000;

export interface CheckContext {
  readonly headSha: string;
  readonly mode: "observe" | "advise" | "enforce";
}

/** A pull request that Steward has no business with. */
export function renderPassingCheck({ headSha, mode }: CheckContext, folder: string): CheckReport {
  return sealReport({
    headSha,
    conclusion: mode === "advise" ? "neutral" : "success",
    title: "Not a proposal",
    summary: md`No proposal in ${code(folder)} is added or changed here, and the rules stay as they are. Nothing is needed.`.markdown,
    annotations: [],
  });
}

/** A pull request that edits the rules: what \`steward check\` finds in them, file by file. Judged, never obeyed. */
export function renderGovernanceCheck({ headSha, mode }: CheckContext, problems: readonly FileProblem[]): CheckReport {
  const failed = problems.some(({ severity }) => severity === "error");
  const found = problems.length === 0 ? "no problem" : countProblems(problems);
  const summary = fitBlocks({
    head: [
      md`**The edited rules have ${found}.** They take effect only on the default branch; this pull request is judged by the rules that stand there now.`,
    ],
    optional: [renderProblems(problems)],
    foot: [],
    limit,
  });
  return sealReport({
    headSha,
    conclusion: mode === "advise" ? "neutral" : failed ? "failure" : "success",
    title: `Rules: ${found}`,
    summary,
    annotations: renderAnnotations(problems),
  });
}

/** More files than GitHub lists: whether a proposal is among them is unknown, and unknown is never a pass. */
export function renderUnknownCheck({ headSha, mode }: CheckContext): CheckReport {
  return sealReport({
    headSha,
    conclusion: mode === "advise" ? "neutral" : "action_required",
    title: "Too many changed files",
    summary:
      md`GitHub lists only some of the files that this pull request changes, so nobody can tell whether a proposal is among them. Split it.`
        .markdown,
    annotations: [],
  });
}

/** The rules of the default branch cannot be applied: nothing is routed, and nothing passes, until they are mended. */
export function renderBrokenRulesCheck(headSha: string, problems: readonly FileProblem[]): CheckReport {
  const summary = fitBlocks({
    head: [
      md`**The rules on the default branch cannot be applied.** Nothing is routed until they are mended; \`steward check\` shows the same list.`,
    ],
    optional: [renderProblems(problems)],
    foot: [],
    limit,
  });
  return sealReport({ headSha, conclusion: "action_required", title: "The rules cannot be applied", summary, annotations: [] });
}
