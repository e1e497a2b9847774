import { escapeProse } from "./escape-prose.ts";

/** Text that may go to GitHub as it stands. Only this folder makes it from strings, so none gets there unescaped. */
export interface Markdown {
  readonly markdown: string;
}

/** Markdown with holes: whatever is put into a hole as a string or number is foreign, and is escaped. */
export function md(parts: TemplateStringsArray, ...holes: readonly (string | number | Markdown)[]): Markdown {
  const filled = holes.map((hole) => (typeof hole === "object" ? hole.markdown : escapeProse(String(hole))));
  return { markdown: parts.map((part, index) => part + (filled[index] ?? "")).join("") };
}

export const nothing: Markdown = { markdown: "" };

/** Pieces with a separator of our own between them; empty pieces are left out. */
export function join(pieces: readonly Markdown[], separator: string): Markdown {
  return { markdown: pieces.flatMap(({ markdown }) => (markdown === "" ? [] : [markdown])).join(separator) };
}
