import type { RootContent } from "mdast";
import type { PreambleField } from "../domain/proposal-document.ts";

const known =
  /^(?:status|type|created|authors?|author\(s\)|sponsors?|pr|pull request|issue|title|sep(?: number)?|accepted|supersedes|related|extension identifier|track)$/i;

/** A block that holds at least one field with a known name. */
export interface FieldBlock {
  readonly form: "list" | "lines" | "table";
  readonly block: RootContent;
  readonly fields: readonly PreambleField[];
}

/** `author` for Author, Authors and Author(s). */
export function fieldKey(name: string): string {
  const key = name
    .toLowerCase()
    .replace(/\(s\)$/, "")
    .replace(/\s+/g, " ")
    .trim();
  if (key === "authors" || key === "sponsors") return key.slice(0, -1);
  return key === "pull request" ? "pr" : key;
}

const item = /^(\s*(?:[-*+]|\d+[.)])\s+)(?:\[[ xX]\]\s+)?(.*)$/s;
const bold = /^(\*\*|__)([^*_:：]{1,60}?)\s*(?:[:：]\s*\1|\1\s*[:：])\s*(.*)$/s;
const bare = /^()([A-Za-z][A-Za-z ()]{0,40}?)\s*[:：]\s+(.*)$/s;

function fieldOf(text: string, line: number, column: number, strict: boolean): PreambleField | null {
  const found = bold.exec(text) ?? (strict ? null : bare.exec(text));
  if (!found) return null;
  const value = (found[3] ?? "").replace(/\s+/g, " ").trim();
  return { name: (found[2] ?? "").trim(), value, line, column };
}

function linesOf(block: { position?: RootContent["position"] }, lines: readonly string[]): readonly string[] {
  return block.position ? lines.slice(block.position.start.line - 1, block.position.end.line) : [];
}

function fromList(block: RootContent, lines: readonly string[]): readonly PreambleField[] {
  if (block.type !== "list") return [];
  return block.children.flatMap((child) => {
    const raw = linesOf(child, lines).join("\n");
    const start = child.position?.start.line ?? 1;
    const marked = item.exec(raw);
    const field = marked && fieldOf((marked[2] ?? "").trim(), start, (marked[1] ?? "").length + 1, false);
    return field ? [field] : [];
  });
}

function fromLines(block: RootContent, lines: readonly string[]): readonly PreambleField[] {
  if (block.type !== "paragraph") return [];
  const start = block.position?.start.line ?? 1;
  return linesOf(block, lines).flatMap((raw, index) => {
    const indent = raw.length - raw.trimStart().length;
    const field = fieldOf(raw.trim().replace(/\\$/, ""), start + index, indent + 1, false);
    return field ? [field] : [];
  });
}

function fromTable(block: RootContent, lines: readonly string[]): readonly PreambleField[] {
  if (block.type !== "table") return [];
  return block.children.flatMap((row) => {
    const raw = linesOf(row, lines)[0] ?? "";
    const cells = raw.split("|").map((cell) => cell.trim());
    const name = (cells[1] ?? "").replace(/[*_`]/g, "").replace(/:$/, "").trim();
    const line = row.position?.start.line ?? 1;
    return name === "" ? [] : [{ name, value: cells[2] ?? "", line, column: raw.indexOf("|") + 1 }];
  });
}

/** Reads a block as preamble fields; null when no known field stands in it. */
export function readFieldBlock(block: RootContent, lines: readonly string[]): FieldBlock | null {
  const readers = [
    ["list", fromList],
    ["lines", fromLines],
    ["table", fromTable],
  ] as const;
  for (const [form, read] of readers) {
    const fields = read(block, lines);
    if (fields.some((field) => known.test(field.name))) return { form, block, fields };
  }
  return null;
}

export interface Preamble {
  readonly fields: readonly PreambleField[];
  /** Blocks that the fields came from. */
  readonly blocks: readonly RootContent[];
  /** Later blocks that look like a preamble but repeat it or have another form (V6): they never win. */
  readonly stale: readonly FieldBlock[];
}

/** The first block of fields wins; a list that a comment or a note has cut in two is read on. */
export function collectPreamble(blocks: readonly RootContent[], lines: readonly string[]): Preamble {
  const fields: PreambleField[] = [];
  const own: RootContent[] = [];
  const stale: FieldBlock[] = [];
  let form: FieldBlock["form"] | null = null;
  for (const block of blocks) {
    const found = readFieldBlock(block, lines);
    if (found === null) continue;
    const seen = new Set(fields.map((field) => fieldKey(field.name)));
    if ((form !== null && found.form !== form) || found.fields.some((field) => seen.has(fieldKey(field.name)))) {
      stale.push(found);
      continue;
    }
    form = found.form;
    own.push(block);
    fields.push(...found.fields);
  }
  return { fields, blocks: own, stale };
}
