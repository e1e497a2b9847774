import { diffBlock, type Markdown, md } from "../markdown/index.ts";

/** What changed between the text that a person had before them and the head's; null where it is not known. */
export function renderTextChange(lines: readonly string[]): Markdown | null {
  return lines.length === 0 ? null : md`What changed:\n\n${diffBlock(lines)}`;
}
