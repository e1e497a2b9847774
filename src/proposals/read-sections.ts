import GithubSlugger from "github-slugger";
import type { RootContent } from "mdast";
import { visit } from "unist-util-visit";
import type { CodeBlock, Section } from "../domain/proposal-document.ts";
import type { SectionKind } from "../domain/proposal-vocabulary.ts";
import type { Part } from "./outline.ts";
import { proseOf } from "./prose.ts";
import { sectionKindOf } from "./section-kind.ts";

/** Headings with what stands under each; `preamble` blocks are left out of the prose. */
export function readSections(parts: readonly Part[], preamble: ReadonlySet<RootContent>): readonly Section[] {
  const slugger = new GithubSlugger();
  const open: { level: number; kind: SectionKind | null }[] = [];
  const sections: Section[] = [];
  for (const { heading, blocks } of parts) {
    const body = blocks.filter((block) => !preamble.has(block));
    if (heading === null) {
      const content = contentOf(body);
      if (content.prose !== "" || content.code.length > 0)
        sections.push({ heading: "", slug: "", level: 0, line: 1, column: 1, kind: null, ...content });
      continue;
    }
    while ((open.at(-1)?.level ?? 0) >= heading.level) open.pop();
    const kind = sectionKindOf(heading.text) ?? open.at(-1)?.kind ?? null;
    open.push({ level: heading.level, kind });
    const { text, level, line, column } = heading;
    sections.push({ heading: text, slug: slugger.slug(text), level, line, column, kind, ...contentOf(body) });
  }
  return sections;
}

function contentOf(blocks: readonly RootContent[]): Pick<Section, "prose" | "inlineCode" | "code"> {
  const inlineCode: string[] = [];
  const code: CodeBlock[] = [];
  for (const block of blocks) {
    visit(block, (node) => {
      if (node.type === "inlineCode") inlineCode.push(node.value);
      if (node.type === "code") code.push({ language: node.lang ?? null, text: node.value, line: node.position?.start.line ?? 1 });
    });
  }
  const prose = blocks
    .map(proseOf)
    .filter((text) => text !== "")
    .join("\n\n");
  return { prose, inlineCode, code };
}
