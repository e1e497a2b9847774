import type { Section } from "../../domain/proposal-document.ts";
import { sectionKindOf } from "../section-kind.ts";

/** Sections whose own heading is one of R1.6, with their subsections. */
export function openingSections(sections: readonly Section[]): readonly { readonly section: Section; readonly all: readonly Section[] }[] {
  return sections.flatMap((section, index) => {
    if (sectionKindOf(section.heading) === null) return [];
    let end = index + 1;
    while ((sections[end]?.level ?? 0) > section.level) end += 1;
    return [{ section, all: sections.slice(index, end) }];
  });
}

export function isBlank(section: Section): boolean {
  return section.prose === "" && section.code.length === 0;
}
