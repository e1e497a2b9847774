import type { Problem } from "../domain/problem.ts";
import { nearName } from "../governance/reading/near-name.ts";
import { quote } from "../governance/reading/quote.ts";
import { type FinalItem, finalItems } from "./final-item.ts";
import { readLinks } from "./read-links.ts";

/** What the sponsor says of one item: where it is, that there is none and why, or (conformance) why it is exempt. */
export interface AttestedItem {
  readonly item: FinalItem;
  readonly kind: "links" | "none" | "exempt";
  readonly links: readonly string[];
  /** The words as written, cut at 500 characters: Markdown, hostile. */
  readonly reason: string;
  /** Line of its key in the command's body, from 1. */
  readonly line: number;
}

/** The body of `/final`: several lines may speak of one item. */
export interface FinalAttestation {
  readonly items: readonly AttestedItem[];
  /** Errors make the command be asked for again; a warning names a line that says nothing. */
  readonly problems: readonly Problem[];
}

const keys = [...finalItems, "exempt"] as const;
type Key = (typeof keys)[number];
const mostLinks = 20;
const mostLines = 200;

interface Draft {
  readonly key: Key;
  readonly line: number;
  readonly column: number;
  readonly values: string[];
}

/** Reads `key: link` lines, as a list or bare; lines of links below a key belong to it. */
export function parseAttestation(text: string): FinalAttestation {
  const drafts: Draft[] = [];
  const problems: Problem[] = [];
  const lines = text.split(/\r\n?|\n/);
  for (const [index, raw] of lines.slice(0, mostLines).entries()) {
    const { marks, content } = splitMarks(raw);
    if (content === "") continue;
    const at = { line: index + 1, column: marks + 1 };
    const field = readField(content);
    const key = field && keys.find((known) => known === field.name.toLowerCase());
    if (field && key) {
      drafts.push({ key, ...at, values: [field.value] });
      continue;
    }
    const open = drafts.at(-1);
    if (!field && open && readLinks(content).length > 0) open.values.push(content);
    else problems.push(field ? unknownKey(field.name, at) : unread(content, at));
  }
  if (lines.length > mostLines) problems.push(tooLong(lines.length));
  const items = drafts.map((draft) => toItem(draft, problems));
  return { items, problems: [...problems, ...contradictions(items)].sort((a, b) => a.line - b.line) };
}

/** List marks and check boxes before a line's words. */
function splitMarks(raw: string): { readonly marks: number; readonly content: string } {
  const marks = /^\s*(?:(?:[-*+]|\d{1,3}[.)])\s+)?(?:\[[ xX]\]\s+)?/.exec(raw)?.[0].length ?? 0;
  return { marks, content: raw.slice(marks).trim() };
}

function readField(content: string): { readonly name: string; readonly value: string } | null {
  const found = /^[*_`]{0,3}([A-Za-z][A-Za-z -]{0,30})[*_`]{0,3}:[*_`]{0,3}(?!\/\/)(.*)$/.exec(content);
  return found ? { name: (found[1] ?? "").trim(), value: (found[2] ?? "").trim() } : null;
}

const nothing = /^(?:none|n\/a)(?![\w/-])[\s:.,;–—-]*/i;

function toItem({ key, line, column, values }: Draft, problems: Problem[]): AttestedItem {
  const value = values.join(" ");
  const links = readLinks(value);
  const item = key === "exempt" ? "conformance" : key;
  const isNone = key !== "exempt" && nothing.test(value);
  const reason = (isNone ? value.replace(nothing, "") : value).replace(/\s+/g, " ").slice(0, 500);
  const report = (code: string, message: string, fix: string) =>
    problems.push({ line, column, length: key.length, severity: "error", code, message, fix });
  if (links.length > mostLinks)
    report("too-many-links", `${links.length} links for \`${key}\`, and ${mostLinks} are read`, "name the main ones");
  if (key === "exempt" && reason === "")
    report("no-reason", "`exempt` says no reason", "write `exempt: reason`, or a link to the section that says it");
  else if (isNone && reason === "") report("no-reason", `\`${key}: none\` says no reason`, `write \`${key}: none, because …\``);
  else if (key !== "exempt" && !isNone && links.length === 0)
    report("no-link", `\`${key}\` has no link`, `write \`${key}: https://…\`, or a path of this pull request`);
  return { item, kind: key === "exempt" ? "exempt" : isNone ? "none" : "links", links: links.slice(0, mostLinks), reason, line };
}

interface Place {
  readonly line: number;
  readonly column: number;
}

function unknownKey(name: string, at: Place): Problem {
  const meant = nearName(name, keys);
  return {
    ...at,
    length: name.length,
    severity: "error",
    code: "unknown-item",
    message:
      meant === null ? `${quote(name)} is no item of \`/final\`` : `${quote(name)} is no item of \`/final\`; did you mean \`${meant}\`?`,
    fix: meant === null ? `the items are ${keys.map((key) => `\`${key}\``).join(", ")}` : `write \`${meant}: …\``,
  };
}

function unread(content: string, at: Place): Problem {
  return {
    ...at,
    length: content.length,
    severity: "warning",
    code: "line-not-read",
    message: `${quote(content)} names no item`,
    fix: "write one item a line, as `changelog: docs/changelog.mdx`",
  };
}

function tooLong(lines: number): Problem {
  return {
    line: mostLines + 1,
    column: 1,
    severity: "error",
    code: "too-long",
    message: `${lines} lines, and ${mostLines} are read`,
    fix: "name each item once, with its links",
  };
}

function contradictions(items: readonly AttestedItem[]): readonly Problem[] {
  return finalItems.flatMap((item) => {
    const [first, ...others] = items.filter((each) => each.item === item);
    const other = others.find(({ kind }) => kind !== first?.kind);
    if (first === undefined || other === undefined) return [];
    const [one, two] = [sayingOf(first), sayingOf(other)];
    return [
      {
        line: other.line,
        column: 1,
        severity: "error" as const,
        code: "contradiction",
        message: `${two} here, and ${one} on line ${first.line}`,
        fix: "keep the one that is true",
      },
    ];
  });
}

function sayingOf({ item, kind }: AttestedItem): string {
  if (kind === "exempt") return "`exempt`";
  return kind === "none" ? `\`${item}: none\`` : `\`${item}\` with links`;
}
