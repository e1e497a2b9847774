import type { Problem } from "../../domain/problem.ts";
import type { ProposalDocument } from "../../domain/proposal-document.ts";
import type { ProposalContext } from "../proposal-context.ts";
import { inOrder, toProblems } from "./check.ts";
import { contextChecks } from "./context/index.ts";
import { fileTooLarge } from "./text/file-too-large.ts";

/** What is wrong beside the pull request and the constitution; `document.problems` are not repeated. */
export function checkInContext(document: ProposalDocument, context: ProposalContext): readonly Problem[] {
  const whole = !document.problems.some((problem) => problem.code === fileTooLarge.code);
  const checks = contextChecks.filter((check) => whole || check.reads === "head");
  return inOrder(checks.flatMap((check) => toProblems(check, check.find(document, context))));
}
