import { err, ok, type Result } from "../../kernel/result.ts";
import type { CommandLine } from "./command-line.ts";
import type { CommandProblem } from "./command-problem.ts";
import { tidy } from "./visible-lines.ts";

/** All that was said with a command: the rest of its line and the lines below. */
export function reasonOf(line: Pick<CommandLine, "argument" | "body">): string {
  return `${line.argument}\n${line.body}`.trim();
}

/** A reason of at least so many characters that can be seen, spaces between words included; its lines are kept. */
export function requireReason(text: string, least: number): Result<string, CommandProblem> {
  const reason = text.split("\n").map(tidy).join("\n").trim();
  const length = [...tidy(reason)].length;
  if (length >= Math.max(1, least)) return ok(reason);
  return err({
    message: length === 0 ? "A reason is missing." : `The reason has ${length} ${length === 1 ? "character" : "characters"}.`,
    expected: least > 1 ? `a reason of at least ${least} characters` : "a reason",
    example: "The new field has the name of one that clients already send.",
  });
}
