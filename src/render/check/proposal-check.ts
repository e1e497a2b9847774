import type { CheckReport } from "../../domain/check-report.ts";
import type { FileProblem, Problem } from "../../domain/problem.ts";
import type { CheckConclusion } from "../../domain/snapshot.ts";
import { code, fitBlocks, join, type Markdown, md, nothing } from "../markdown/index.ts";
import { countOf, nameDeciders, nameProcedure } from "../names.ts";
import { renderRules } from "../places.ts";
import { renderReasons, type StatusData, summarise } from "../status/index.ts";
import { renderAnnotations } from "./annotations.ts";
import { sealReport } from "./check-report.ts";
import { renderGate } from "./gate-section.ts";
import { renderProblems } from "./problem-list.ts";

/** GitHub refuses summaries above 65,535 characters. */
const limit = 60_000;

/**
 * The check of a proposal. Waiting is `action_required` and mistakes in the file are `failure`: neither lets a merge pass.
 * `others` are problems beside the proposal's own, such as those of rules that the same pull request edits. `gate` is what the
 * merge gate says (H2), where it was judged; in `advise` the check stays neutral whatever it says.
 */
export function renderProposalCheck(
  data: StatusData,
  headSha: string,
  others: readonly FileProblem[] = [],
  gate?: CheckConclusion,
): CheckReport {
  const problems = [...ownProblems(data), ...others];
  const failed = data.kind === "several-proposals" || problems.some(({ severity }) => severity === "error");
  const inRules = others.filter(({ severity }) => severity === "error").length;
  const title = inRules === 0 ? summarise(data) : `${summarise(data)} · ${countOf(inRules, "error")} in the edited rules`;
  const summary = fitBlocks({
    head: [md`**${title}.** ${explain(data)}`],
    optional: [
      data.kind === "proposal" ? renderGate(data) : nothing,
      renderProblems(problems),
      data.kind === "proposal" || data.kind === "record-change" ? renderReasons(data.route, data.places) : nothing,
    ],
    foot: [renderRules(data.places)],
    limit,
  });
  return sealReport({
    headSha,
    conclusion: data.mode === "advise" ? "neutral" : (gate ?? (failed ? "failure" : "action_required")),
    title,
    summary,
    annotations: renderAnnotations(problems),
  });
}

function ownProblems(data: StatusData): readonly FileProblem[] {
  switch (data.kind) {
    case "proposal":
      return data.problems.map((problem) => within(data.file, problem));
    case "unreadable":
      return [within(data.file, data.problem)];
    case "several-proposals":
    case "record-change":
      return [];
  }
}

const within = (file: string, problem: Problem): FileProblem => ({ ...problem, file });

function explain(data: StatusData): Markdown {
  switch (data.kind) {
    case "proposal":
      return data.state === "final"
        ? md`The check is green while this head stands as it was attested, without a hold.`
        : md`Decided by ${nameDeciders(data.route, data.governance)}, by ${nameProcedure(data.route.procedure, data.governance)}. The check turns green when the proposal is final.`;
    case "record-change":
      return md`Decided by ${nameDeciders(data.route, data.governance)}.`;
    case "unreadable":
      return md`Nothing is routed until the file can be read.`;
    case "several-proposals":
      return md`Each proposal needs a pull request of its own: ${join(
        data.files.slice(0, 20).map((file) => code(file)),
        ", ",
      )}.`;
  }
}
