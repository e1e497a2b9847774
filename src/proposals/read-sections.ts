import GithubSlugger from "github-slugger";
import type { RootContent } from "mdast";
import type { DocumentLink, NormativeStatement, Section } from "../domain/proposal-document.ts";
import type { SectionKind } from "../domain/proposal-vocabulary.ts";
import type { Part } from "./outline.ts";
import { type Paragraph, proseOf, readContent } from "./read-content.ts";
import { sectionKindOf } from "./section-kind.ts";

export interface Body {
  readonly sections: readonly Section[];
  readonly normative: readonly NormativeStatement[];
  readonly links: readonly DocumentLink[];
  readonly paragraphs: readonly Paragraph[];
  /** Fragments that a link inside the file may name. */
  readonly anchors: ReadonlySet<string>;
}

/** Headings with what stands under each. `preamble` blocks are left out of prose, code and statements. */
export function readSections(parts: readonly Part[], preamble: ReadonlySet<RootContent>): Body {
  const slugger = new GithubSlugger();
  const open: { level: number; kind: SectionKind | null }[] = [];
  const sections: Section[] = [];
  const normative: NormativeStatement[] = [];
  const links: DocumentLink[] = [];
  const paragraphs: Paragraph[] = [];
  const anchors = new Set<string>();
  for (const part of parts) {
    const { heading } = part;
    let kind: SectionKind | null = null;
    let slug = "";
    if (heading !== null) {
      while ((open.at(-1)?.level ?? 0) >= heading.level) open.pop();
      kind = sectionKindOf(heading.text) ?? open.at(-1)?.kind ?? null;
      open.push({ level: heading.level, kind });
      slug = slugger.slug(heading.text);
      anchors.add(slug);
    }
    const content = readContent(part, kind, preamble);
    for (const nested of content.nestedHeadings) anchors.add(slugger.slug(nested));
    for (const anchor of content.anchors) anchors.add(anchor);
    for (const statement of content.normative) normative.push(statement);
    for (const link of content.links) links.push(link);
    for (const paragraph of content.paragraphs) paragraphs.push(paragraph);
    const { inlineCode, code } = content;
    const prose = proseOf(content);
    if (heading !== null) {
      const { text, level, line, column } = heading;
      sections.push({ heading: text, slug, level, line, column, kind, prose, inlineCode, code });
    } else if (prose !== "" || code.length > 0) {
      sections.push({ heading: "", slug, level: 0, line: 1, column: 1, kind, prose, inlineCode, code });
    }
  }
  return { sections, normative, links, paragraphs, anchors };
}
