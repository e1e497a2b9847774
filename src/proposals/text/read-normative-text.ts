import type { RootContent } from "mdast";
import type { PreambleField, ProposalDocument } from "../../domain/proposal-document.ts";
import { sha256 } from "../../kernel/digest.ts";
import { isKnownField } from "../field-line.ts";
import { exceededLimit } from "../limits.ts";
import { type Heading, outlineOf } from "../outline.ts";
import { fieldKey } from "../parse-preamble.ts";
import { readMarkdown } from "../read-markdown.ts";
import { findTitleHeading } from "../title-heading.ts";
import { hasSpecification, opensNormativeSection, type RankedPart, rankParts } from "./covered-parts.ts";
import { findDoubt } from "./find-doubt.ts";
import type { LinkBase } from "./link-target.ts";
import { readLooseLines } from "./loose-lines.ts";
import type { NormativeText, Passage } from "./normative-text.ts";
import { PassageWalk } from "./passage-walk.ts";
import { squeezeWhole } from "./squeeze.ts";

export interface NormativeTextOptions {
  /** Word before the number in the first heading; `SEP` unless the constitution names another. */
  readonly prefix?: string;
  /** `owner/name` of the repository: without it, its files' addresses and their paths are different targets. */
  readonly repositories?: readonly string[];
  /** The default branch; `main` unless given. */
  readonly branch?: string;
}

/**
 * What of a file is normative (X1). `document` is what `parseProposal` read of the same `text`. Total: where a file cannot be
 * told apart with certainty, every line of it counts but those of known fields, and `doubt` says why.
 */
export function readNormativeText(document: ProposalDocument, text: string, options: NormativeTextOptions = {}): NormativeText {
  const read = text.replace(/^\uFEFF/, "").replace(/\r\n?/g, "\n");
  const lines = read.split("\n");
  const title = document.title === null ? null : squeezeWhole(document.title);
  const type = document.type ?? document.fields.find(({ name }) => fieldKey(name) === "type")?.value ?? null;
  const fixed = { title, type, source: sha256(read) };
  const beyond = exceededLimit(read);
  if (beyond !== null) return { ...fixed, passages: everyLine(lines, document.fields), doubt: `it has ${beyond}` };
  const { root, tooDeepAt } = readMarkdown(read, lines);
  const doubt = findDoubt(root, lines, tooDeepAt);
  if (doubt !== null) return { ...fixed, passages: everyLine(lines, document.fields), doubt };
  const parts = rankParts(outlineOf(root, lines));
  const titleHeading = findTitleHeading(
    parts.flatMap(({ part }) => part.heading ?? []),
    options.prefix ?? "SEP",
  );
  const reader = new Reader(document, lines, titleHeading?.heading ?? null, {
    file: document.file,
    repositories: options.repositories ?? [],
    branch: options.branch ?? "main",
  });
  return { ...fixed, passages: [...reader.read(parts), ...readLooseLines(root, lines)], doubt: null };
}

/** Every line as written; the fields of the preamble are editorial and are left out. */
function everyLine(lines: readonly string[], fields: readonly PreambleField[]): readonly Passage[] {
  const left = new Set(fields.filter(({ name }) => isKnownField(name)).map(({ line }) => line));
  return lines.flatMap((text, index) =>
    text.trim() === "" || left.has(index + 1) ? [] : [{ section: null, heading: "", line: index + 1, text }],
  );
}

class Reader {
  readonly #lines: readonly string[];
  readonly #titleHeading: Heading | null;
  readonly #base: LinkBase;
  readonly #fields: readonly PreambleField[];
  readonly #lastField: number;

  constructor(document: ProposalDocument, lines: readonly string[], titleHeading: Heading | null, base: LinkBase) {
    this.#lines = lines;
    this.#titleHeading = titleHeading;
    this.#base = base;
    this.#fields = document.fields;
    this.#lastField = document.fields.reduce((last, { line }) => Math.max(last, line), 0);
  }

  /** Without a Specification all that is not plainly editorial counts, and if there is nothing, all. */
  read(parts: readonly RankedPart[]): readonly Passage[] {
    if (hasSpecification(parts)) return this.#collect(parts, (part) => part.isNormative);
    const rest = this.#collect(parts, (part) => !part.isEditorial);
    const saysMore = parts.some(({ part, isEditorial }) => !isEditorial && part.blocks.some((block) => !this.#isPreamble(block)));
    return saysMore ? rest : this.#collect(parts, () => true);
  }

  #collect(parts: readonly RankedPart[], covers: (part: RankedPart) => boolean): readonly Passage[] {
    const walk = new PassageWalk(this.#base, this.#lines);
    /** Level of the section in which something looks like a normative heading: what follows in it counts. */
    let openedIn: number | null = null;
    for (const ranked of parts) {
      const { heading, node, blocks } = ranked.part;
      const level = heading?.level ?? 0;
      if (openedIn !== null && heading !== null && level <= openedIn) openedIn = null;
      walk.enter({ section: ranked.kind, heading: heading?.text ?? "" });
      const whole = covers(ranked);
      if (node !== null && heading !== this.#titleHeading) {
        walk.block(node, whole || openedIn !== null || (level === 1 && ranked.kind === null));
      }
      let goesOn = false;
      for (const block of blocks) {
        if (!whole && openedIn === null && opensNormativeSection(block)) openedIn = level;
        if (this.#isPreamble(block)) this.#readPreamble(block, whole, walk);
        else goesOn = walk.block(block, whole || goesOn || openedIn !== null);
      }
    }
    return walk.passages;
  }

  #isPreamble(block: RootContent): boolean {
    return block.type !== "heading" && this.#fieldsIn(block).length > 0;
  }

  /** Fields are editorial; an item that is none, or whose name nobody knows, may say more. */
  #readPreamble(block: RootContent, whole: boolean, walk: PassageWalk): void {
    if (block.type !== "list") return;
    for (const item of block.children) {
      const fields = this.#fieldsIn(item);
      if (!fields.some(({ name }) => isKnownField(name))) walk.block(item, whole && fields.length === 0);
    }
  }

  #fieldsIn(block: RootContent): readonly PreambleField[] {
    const { start, end } = block.position ?? { start: { line: 0 }, end: { line: 0 } };
    if (start.line > this.#lastField) return [];
    return this.#fields.filter(({ line }) => line >= start.line && line <= end.line);
  }
}
