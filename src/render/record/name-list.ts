import { code, join, type Markdown, md } from "../markdown/index.ts";

/** One comment has room for the names of so many voters, over all sides. */
const roomFor = 600;
const shownBeyond = 100;

/** `2: juno, noor`; nobody. `all` is how many names stand in the record over all sides. */
export function listNamesOf(logins: readonly string[], all: number): Markdown {
  if (logins.length === 0) return md`nobody`;
  const shown = logins.slice(0, all > roomFor ? shownBeyond : roomFor);
  const names = join(
    shown.map((login) => code(login, 40)),
    ", ",
  );
  const more = logins.length - shown.length;
  return md`${logins.length}: ${names}${more > 0 ? ` and ${more} more` : ""}`;
}
