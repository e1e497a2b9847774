import { err, ok, type Result } from "../../kernel/result.ts";
import { type CommandProblem, oneOf, quoted } from "./command-problem.ts";

/** One of the given words and nothing else, in any case, a full stop or exclamation mark behind it forgiven. */
export function parseWord<Word extends string>(argument: string, choices: readonly Word[]): Result<Word, CommandProblem> {
  const taken = takeWord(argument, choices);
  if (!taken.ok) return taken;
  const { word, rest } = taken.value;
  return rest === "" ? ok(word) : err({ message: `${quoted(rest)} stands behind ${quoted(word)}.`, ...asked(choices) });
}

/** The first word, one of those given, and what stands behind it. */
export function takeWord<Word extends string>(
  argument: string,
  choices: readonly Word[],
): Result<{ readonly word: Word; readonly rest: string }, CommandProblem> {
  const [, first = "", rest = ""] = /^\s*(\S*)\s*([\s\S]*)$/.exec(argument) ?? [];
  const plain = first.toLowerCase().replace(/[.!:]+$/, "");
  const word = choices.find((choice) => choice.toLowerCase() === plain);
  if (word !== undefined) return ok({ word, rest: rest.trim() });
  return err({
    message: first === "" ? "A word is missing." : `${quoted(first)} is none of the words that can stand here.`,
    ...asked(choices),
  });
}

function asked(choices: readonly string[]): Pick<CommandProblem, "expected" | "example"> {
  return { expected: oneOf(choices), example: choices[0] ?? "" };
}
