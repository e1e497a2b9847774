import { code } from "./code.ts";
import type { Markdown } from "./markdown.ts";

/** Calls a person by name. Only for whose turn it is now; what is no plain login becomes code. */
export function mention(login: string): Markdown {
  return /^[A-Za-z0-9](?:[A-Za-z0-9-_]{0,38})$/.test(login) ? { markdown: `@${login}` } : code(login);
}
