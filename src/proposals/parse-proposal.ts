import type { PreambleField, ProposalDocument } from "../domain/proposal-document.ts";
import { checkText } from "./checks/check-text.ts";
import { exceededLimit, headOf } from "./limits.ts";
import { outlineOf } from "./outline.ts";
import { parseDay } from "./parse-day.ts";
import { parseAuthors, parseSponsor } from "./parse-people.ts";
import { collectPreamble, fieldKey } from "./parse-preamble.ts";
import { parseReference } from "./parse-reference.ts";
import { parseStatus, parseType } from "./parse-vocabulary.ts";
import type { ParsedText } from "./parsed-text.ts";
import { readMarkdown } from "./read-markdown.ts";
import { readSections } from "./read-sections.ts";
import { findTitleHeading, numberInFileName } from "./title-heading.ts";

export interface ParseOptions {
  /** Word before the number in the first heading; `SEP` unless the constitution names another. */
  readonly prefix?: string;
}

/** Reads a SEP file. Total: any text gives a document, with problems where something is missing. */
export function parseProposal(text: string, file: string, options: ParseOptions = {}): ProposalDocument {
  const parsed = parseText(text, file, options.prefix ?? "SEP");
  return { ...parsed.document, problems: checkText(parsed) };
}

function parseText(text: string, file: string, prefix: string): ParsedText {
  const unread = exceededLimit(text);
  const raw = (unread === null ? text : headOf(text)).replace(/^\uFEFF/, "");
  const read = raw.includes("\r") ? raw.replace(/\r\n?/g, "\n") : raw;
  const lines = read.split("\n");
  const { root, tooDeepAt } = readMarkdown(read, lines);
  const parts = outlineOf(root, lines);
  const headings = parts.flatMap((part) => part.heading ?? []);
  const titleHeading = findTitleHeading(headings, prefix);
  const head = parts.find((part) => part.heading === (titleHeading?.heading ?? null));
  const preamble = collectPreamble(head?.blocks ?? [], lines);
  const fields = new Map<string, PreambleField>();
  for (const field of preamble.fields) if (!fields.has(fieldKey(field.name))) fields.set(fieldKey(field.name), field);
  const value = (key: string) => fields.get(key)?.value;
  const body = readSections(parts, new Set([...preamble.blocks, ...preamble.stale.map(({ block }) => block)]));
  const document = {
    file,
    number: titleHeading?.number ?? numberInFileName(file),
    title: titleHeading?.title ?? null,
    status: parseStatus(value("status") ?? ""),
    type: parseType(value("type") ?? ""),
    created: parseDay(value("created") ?? ""),
    authors: parseAuthors(value("author") ?? ""),
    sponsor: parseSponsor(value("sponsor")),
    pullRequest: parseReference(value("pr") ?? "").number,
    issue: parseReference(value("issue") ?? "").number,
    fields: preamble.fields,
    sections: body.sections,
    normative: body.normative,
    links: body.links,
  };
  return {
    document,
    prefix,
    text: read,
    lines,
    unread,
    tooDeepAt,
    headings,
    titleHeading,
    preamble,
    fields,
    paragraphs: body.paragraphs,
    anchors: body.anchors,
  };
}
