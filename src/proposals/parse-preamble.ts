import type { RootContent } from "mdast";
import type { PreambleField } from "../domain/proposal-document.ts";
import { type FieldLine, isKnownField, readFieldLine } from "./field-line.ts";

/** A block that holds at least one field with a known name. */
interface FieldBlock {
  readonly form: "list" | "lines" | "table";
  readonly block: RootContent;
  readonly fields: readonly PreambleField[];
}

export interface Preamble {
  readonly form: FieldBlock["form"] | null;
  readonly fields: readonly PreambleField[];
  /** Blocks that the fields came from. */
  readonly blocks: readonly RootContent[];
  /** Later blocks that repeat the preamble or have another form (V6): they never win. */
  readonly stale: readonly FieldBlock[];
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

const itemMark = /^(\s*(?:[-*+]|\d{1,9}[.)])\s+)(.*)$/;

function position(field: FieldLine, line: number, column: number, rest: readonly string[]): PreambleField {
  const more = rest.map((text) => text.trim()).filter((text) => text !== "");
  let value = field.value;
  for (const text of more) {
    const nested = itemMark.exec(text)?.[2];
    value = nested === undefined ? `${value} ${text}` : value === "" ? nested : `${value}, ${nested}`;
  }
  return { name: field.name, value: value.trim(), line, column, valueColumn: column + field.valueOffset };
}

function linesOf(block: Pick<RootContent, "position">, lines: readonly string[]): readonly string[] {
  return block.position ? lines.slice(block.position.start.line - 1, block.position.end.line) : [];
}

function fromList(block: RootContent, lines: readonly string[]): readonly PreambleField[] {
  if (block.type !== "list") return [];
  return block.children.flatMap((child) => {
    const [first = "", ...rest] = linesOf(child, lines);
    const marked = itemMark.exec(first);
    const field = marked && readFieldLine(marked[2] ?? "");
    return field ? [position(field, child.position?.start.line ?? 1, (marked[1] ?? "").length + 1, rest)] : [];
  });
}

function fromLines(block: RootContent, lines: readonly string[]): readonly PreambleField[] {
  if (block.type !== "paragraph") return [];
  const start = block.position?.start.line ?? 1;
  return linesOf(block, lines).flatMap((raw, index) => {
    const field = readFieldLine(raw.trim().replace(/\\$/, ""));
    return field ? [position(field, start + index, raw.length - raw.trimStart().length + 1, [])] : [];
  });
}

function fromTable(block: RootContent, lines: readonly string[]): readonly PreambleField[] {
  if (block.type !== "table") return [];
  return block.children.flatMap((row) => {
    const raw = linesOf(row, lines)[0] ?? "";
    const [, first = "", second = ""] = raw.split("|", 4);
    const name = first.replace(/[*_`:]/g, "").trim();
    const column = raw.indexOf("|") + 2;
    if (name === "") return [];
    return [{ name, value: second.trim(), line: row.position?.start.line ?? 1, column, valueColumn: column + first.length + 2 }];
  });
}

/** Reads a block as preamble fields; null when no field with a known name stands in it. */
function readFieldBlock(block: RootContent, lines: readonly string[]): FieldBlock | null {
  const forms = [
    ["list", fromList],
    ["lines", fromLines],
    ["table", fromTable],
  ] as const;
  for (const [form, read] of forms) {
    const fields = read(block, lines);
    if (fields.some((field) => isKnownField(field.name))) return { form, block, fields };
  }
  return null;
}

/** The first block of fields wins; a list that a comment or a note has cut in two is read on. */
export function collectPreamble(blocks: readonly RootContent[], lines: readonly string[]): Preamble {
  const fields: PreambleField[] = [];
  const own: RootContent[] = [];
  const stale: FieldBlock[] = [];
  const seen = new Set<string>();
  let form: FieldBlock["form"] | null = null;
  for (const block of blocks) {
    const found = readFieldBlock(block, lines);
    if (found === null) continue;
    if ((form !== null && found.form !== form) || found.fields.some((field) => seen.has(fieldKey(field.name)))) {
      stale.push(found);
      continue;
    }
    form = found.form;
    own.push(block);
    for (const field of found.fields) {
      fields.push(field);
      seen.add(fieldKey(field.name));
    }
  }
  return { form, fields, blocks: own, stale };
}
