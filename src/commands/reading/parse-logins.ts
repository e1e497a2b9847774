import { err, ok, type Result } from "../../kernel/result.ts";
import { type CommandProblem, quoted } from "./command-problem.ts";

/** Letters, digits and single hyphens, of old also one at the end; accounts that a company manages end in `_` and its short name. */
const login = /^[a-z0-9](?:-?[a-z0-9]){0,38}-?(?:_[a-z0-9]{1,12})?$/i;
const asked = { expected: "logins of people, parted by commas", example: "@mira, @juno" };
const most = 100;

/** `@mira, @juno`: logins as typed, without the sign and without repeats; at least one. The sign may be left out. */
export function parseLogins(text: string): Result<readonly string[], CommandProblem> {
  const words = text.split(/[\s,;]+/).filter((word) => word !== "" && word.toLowerCase() !== "and");
  if (words.length === 0) return err({ message: "No login is named.", ...asked });
  if (words.length > most) return err({ message: `${words.length} logins are named, and ${most} are read.`, ...asked });
  const logins = new Map<string, string>();
  for (const word of words) {
    const name = word.replace(/^@/, "").replace(/\.$/, "");
    if (/^@?[\w-]+\/[\w.-]+$/.test(word)) return err({ message: `${quoted(word)} is a team; people act, teams do not.`, ...asked });
    if (!login.test(name)) return err({ message: `${quoted(word)} is no login.`, ...asked });
    if (!logins.has(name.toLowerCase())) logins.set(name.toLowerCase(), name);
  }
  return ok([...logins.values()]);
}
