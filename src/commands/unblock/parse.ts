import type { CommandLine } from "../reading/index.ts";
import { reasonOf } from "../reading/index.ts";

export interface Unblocking {
  /** Lower-cased login whose block is meant; null for all that stand. */
  readonly of: string | null;
  readonly reason: string;
}

/** `/unblock`, `/unblock reason`, `/unblock @login reason`. */
export function parseUnblock(line: CommandLine): Unblocking {
  const said = reasonOf(line).trim();
  const [, login, rest = ""] = /^@([a-z0-9_-]+)(?:\s+([\s\S]*))?$/i.exec(said) ?? [];
  return login === undefined ? { of: null, reason: said } : { of: login.toLowerCase(), reason: rest.trim() };
}
