import type { CheckReport } from "../../domain/check-report.ts";
import type { FileProblem } from "../../domain/problem.ts";
import { bulleted, code, fitBlocks, type Markdown, md, phrase } from "../markdown/index.ts";
import { countOf } from "../names.ts";
import { renderAnnotations } from "./annotations.ts";
import { sealReport } from "./check-report.ts";
import type { CheckContext } from "./other-checks.ts";
import { renderProblems } from "./problem-list.ts";

const limit = 60_000;
const shown = 30;

/** A pull request of the group whose own gate is closed, and how its own check puts it. */
export interface WaitingInGroup {
  readonly pullRequest: number;
  readonly why: string;
}

/** A group that leaves proposals and rules as they are. */
export function renderPassingGroupCheck({ headSha, mode }: CheckContext): CheckReport {
  return sealReport({
    headSha,
    conclusion: mode === "advise" ? "neutral" : "success",
    title: "No proposal in this merge group",
    summary: "Nothing in this merge group changes a proposal.",
    annotations: [],
  });
}

/** Nobody can tell what is in the group: it is in the queue no longer, or GitHub does not show all of it. */
export function renderUnknownGroupCheck({ headSha, mode }: CheckContext): CheckReport {
  return sealReport({
    headSha,
    conclusion: mode === "advise" ? "neutral" : "action_required",
    title: "Not known which pull requests are in this merge group",
    summary:
      md`The merge queue does not show this group, and proposals or rules change in it. Put the pull requests into the queue again; where that does not help, ${code("steward doctor")} says what the App may not see.`
        .markdown,
    annotations: [],
  });
}

/** H2 for a group: open when the gate of each of its pull requests is. `problems` are those of the rules as the group leaves them. */
export function renderGroupCheck(
  { headSha, mode }: CheckContext,
  waiting: readonly WaitingInGroup[],
  problems: readonly FileProblem[],
): CheckReport {
  const broken = problems.filter(({ severity }) => severity === "error");
  const passes = waiting.length === 0 && broken.length === 0;
  const lines = waiting.slice(0, shown).map(({ pullRequest, why }) => md`#${String(pullRequest)}: ${phrase(why)}`);
  const rest = waiting.length - lines.length;
  return sealReport({
    headSha,
    conclusion: mode === "advise" ? "neutral" : passes ? "success" : "action_required",
    title: titleOf(waiting, broken.length),
    summary: fitBlocks({
      head: [passes ? md`The gate of each pull request in this group is open.` : whatNow(waiting.length > 0)],
      optional: [
        ...(lines.length > 0 ? [bulleted(lines)] : []),
        ...(rest > 0 ? [md`and ${String(rest)} more.`] : []),
        renderProblems(broken),
      ],
      foot: [],
      limit,
    }),
    annotations: renderAnnotations(broken),
  });
}

function whatNow(waits: boolean): Markdown {
  return waits
    ? md`**A proposal is merged once it is final**, on the head that was attested, with nothing held. Take what waits out of the queue, so that the rest can go on.`
    : md`**The rules would have errors once this group is merged**, though each edit is sound by itself. Take one of them out of the queue and mend it.`;
}

function titleOf(waiting: readonly WaitingInGroup[], errors: number): string {
  const [first, ...more] = waiting;
  if (first === undefined)
    return errors === 0
      ? "Every pull request in this group may be merged"
      : `${countOf(errors, "error")} in the rules that this group makes`;
  return more.length === 0
    ? `#${first.pullRequest} waits · ${first.why}`
    : `#${first.pullRequest} and ${countOf(more.length, "more pull request")} wait`;
}
