import distance from "damerau-levenshtein";
import type { CommandLine } from "./command-line.ts";
import { foreignWords } from "./foreign-words.ts";

/** Of a name; two slips in so short a word would make it any other. */
const shortName = 4;

/**
 * True when a line may be a mistyped command: at most one word follows the name. What says more is taken for prose
 * (`/initialize is called first`), which is not answered. Lines below do not count: people add thanks and attestations there.
 */
export function isBareWord(line: Pick<CommandLine, "argument">): boolean {
  return !line.argument.includes(" ");
}

/**
 * The known command that is meant by an unknown name: the only nearest one, one slip away (a letter more, less, other, or two
 * swapped), or two where both names have more than four letters. Null when there is none, for a known name, and for a foreign word.
 */
export function suggestCommand(name: string, known: readonly string[]): string | null {
  if (name.length < 2 || foreignWords.has(name)) return null;
  let nearest: string | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const command of known) {
    const slips = distance(name, command).steps;
    if (slips > (Math.min(name.length, command.length) <= shortName ? 1 : 2) || slips > least) continue;
    nearest = slips === least ? null : command;
    least = slips;
  }
  return least === 0 ? null : nearest;
}
