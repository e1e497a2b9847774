import { visit } from "unist-util-visit";
import type { DocumentLink, PreambleField, ProposalDocument } from "../domain/proposal-document.ts";
import { type FileStatus, fileStatuses, type ProposalType, proposalTypes } from "../domain/proposal-vocabulary.ts";
import { outlineOf } from "./outline.ts";
import { parseAuthors, parseSponsor } from "./parse-people.ts";
import { collectPreamble, fieldKey } from "./parse-preamble.ts";
import { proseOf } from "./prose.ts";
import { readMarkdown } from "./read-markdown.ts";
import { readNormative } from "./read-normative.ts";
import { readSections } from "./read-sections.ts";
import { findTitleHeading } from "./title-heading.ts";

export interface ParseOptions {
  /** Word before the number in the first heading. */
  readonly prefix?: string;
}

const squeeze = (text: string) => text.toLowerCase().replace(/[^a-z]/g, "");

export function parseStatus(value: string): FileStatus | null {
  return fileStatuses.find((status) => squeeze(status) === squeeze(value)) ?? null;
}

/** `Extension` and `Standards` are read as the tracks they mean. */
export function parseType(value: string): ProposalType | null {
  const key = squeeze(value)
    .replace(/track$/, "")
    .replace(/s$/, "");
  return (
    proposalTypes.find(
      (type) =>
        squeeze(type)
          .replace(/track$/, "")
          .replace(/s$/, "") === key,
    ) ?? null
  );
}

function numberIn(value: string | undefined): number | null {
  const found = /(?:pull|issues)\/\{?(\d{1,9})\b|^[\s[#{]*(\d{1,9})\b/.exec(value ?? "");
  const number = Number(found?.[1] ?? found?.[2] ?? 0);
  return number > 0 ? number : null;
}

/** Reads a SEP file. Total: any text gives a document, with problems where something is missing. */
export function parseProposal(text: string, file: string, options: ParseOptions = {}): ProposalDocument {
  const root = readMarkdown(text);
  const lines = text.split(/\r\n?|\n/);
  const parts = outlineOf(root);
  const titled = findTitleHeading(
    parts.flatMap((part) => part.heading ?? []),
    options.prefix ?? "SEP",
  );
  const head = parts.find((part) => part.heading === (titled?.heading ?? null));
  const preamble = collectPreamble(head?.blocks ?? [], lines);
  const fields = new Map<string, PreambleField>();
  for (const field of preamble.fields) if (!fields.has(fieldKey(field.name))) fields.set(fieldKey(field.name), field);
  const value = (key: string) => fields.get(key)?.value;

  const sections = readSections(parts, new Set([...preamble.blocks, ...preamble.stale.map(({ block }) => block)]));
  const kindByLine = new Map(sections.map((section) => [section.line, section.kind]));
  const links: DocumentLink[] = [];
  visit(root, "link", (node) => {
    const start = node.position?.start;
    links.push({ url: node.url, text: proseOf(node), line: start?.line ?? 1, column: start?.column ?? 1 });
  });

  return {
    file,
    number: titled?.number ?? numberFromName(file),
    title: titled?.title ?? null,
    status: parseStatus(value("status") ?? ""),
    type: parseType(value("type") ?? ""),
    created: /^\D{0,2}(\d{4}-\d\d-\d\d)\b/.exec(value("created") ?? "")?.[1] ?? null,
    authors: parseAuthors(value("author") ?? ""),
    sponsor: parseSponsor(value("sponsor")),
    pullRequest: numberIn(value("pr")),
    issue: numberIn(value("issue")),
    fields: preamble.fields,
    sections,
    normative: parts.flatMap((part) =>
      part.blocks.flatMap((block) => readNormative(block, kindByLine.get(part.heading?.line ?? 0) ?? null)),
    ),
    links,
    problems: [],
  };
}

function numberFromName(file: string): number | null {
  const digits = /^(\d{1,9})(?=[-.])/.exec(file.split("/").at(-1) ?? "")?.[1];
  return digits === undefined || Number(digits) === 0 ? null : Number(digits);
}
