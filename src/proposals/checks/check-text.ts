import type { Problem } from "../../domain/problem.ts";
import type { ParsedText } from "../parsed-text.ts";
import { inOrder, toProblems } from "./check.ts";
import { textChecks } from "./text/index.ts";

/** All that is wrong in the text alone, in the order of the file. */
export function checkText(parsed: ParsedText): readonly Problem[] {
  const checks = parsed.unread === null ? textChecks : textChecks.filter((check) => check.reads === "head");
  return inOrder(checks.flatMap((check) => toProblems(check, check.find(parsed))));
}
