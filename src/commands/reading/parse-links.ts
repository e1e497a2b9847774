import { err, ok, type Result } from "../../kernel/result.ts";
import { type CommandProblem, quoted } from "./command-problem.ts";

const asked = { expected: "whole addresses, each beginning with `https://`", example: "https://github.com/owner/repository/pull/12" };
const most = 50;
const longest = 2_000;

/** Web addresses in a text, in order and without repeats; at least one. Numbers such as `#12` are none: they depend on where they stand. */
export function parseLinks(text: string): Result<readonly string[], CommandProblem> {
  const links = findLinks(text);
  const [first] = links;
  if (first === undefined) return err({ message: text.trim() === "" ? "A link is missing." : `${quoted(text)} has no link.`, ...asked });
  if (links.length > most) return err({ message: `There are ${links.length} links, and ${most} are read.`, ...asked });
  const bad = links.find((link) => link.length > longest || !URL.canParse(link));
  return bad === undefined ? ok(links) : err({ message: `${quoted(bad)} is no address.`, ...asked });
}

/** As {@link parseLinks}, of a text that may have none, without judging them. */
export function findLinks(text: string): readonly string[] {
  const found = text.matchAll(/(?<![a-z0-9])https?:\/\/[^\s<>"`]+/gi);
  return [...new Set([...found].map(([link]) => withoutProse(link)))];
}

/** An address without the marks of the sentence around it: `(see https://a.example/b_(c).)` ends behind `(c)`. */
function withoutProse(link: string): string {
  let spare = 0;
  for (const sign of link) spare += sign === ")" ? 1 : sign === "(" ? -1 : 0;
  let end = link.length;
  for (; end > 0; end -= 1) {
    const last = link.charAt(end - 1);
    if (last === ")" && spare > 0) spare -= 1;
    else if (!/[.,;:!?'*_~\]]/.test(last)) break;
  }
  return link.slice(0, end);
}
