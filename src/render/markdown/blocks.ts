import { join, type Markdown, md } from "./markdown.ts";

/** Two columns without a heading row: what is asked, and what was found. */
export function table(rows: readonly (readonly [string, Markdown])[]): Markdown {
  const lines = rows.map(([name, value]) => md`| ${name} | ${value} |`);
  return join([{ markdown: "| | |" }, { markdown: "| --- | --- |" }, ...lines], "\n");
}

/** Folded: the summary is shown, the rest opens on a click. The empty lines let GitHub read Markdown inside. */
export function details(summary: string, content: Markdown): Markdown {
  return md`<details><summary>${summary}</summary>\n\n${content}\n\n</details>`;
}

export function numbered(items: readonly Markdown[]): Markdown {
  return join(
    items.map((item, index) => ({ markdown: `${index + 1}. ${item.markdown}` })),
    "\n",
  );
}

export function bulleted(items: readonly Markdown[]): Markdown {
  return join(
    items.map((item) => ({ markdown: `- ${item.markdown}` })),
    "\n",
  );
}

/**
 * Blocks with an empty line between them, within a number of characters. `required` always stands (its parts are bounded by
 * those who make them); of `optional` each is taken while it fits, in order, and `left out` is said once for all others.
 */
export function fitBlocks(parts: {
  readonly head: readonly Markdown[];
  readonly optional: readonly Markdown[];
  readonly foot: readonly Markdown[];
  readonly limit: number;
}): string {
  const note = md`Some details are left out here: they are too long for one comment.`;
  const sizeOf = (blocks: readonly Markdown[]) => join(blocks, "\n\n").markdown.length;
  const taken: Markdown[] = [];
  let left = 0;
  for (const block of parts.optional) {
    const size = sizeOf([...parts.head, ...taken, block, note, ...parts.foot]);
    if (size <= parts.limit) taken.push(block);
    else left += 1;
  }
  return join([...parts.head, ...taken, ...(left > 0 ? [note] : []), ...parts.foot], "\n\n").markdown;
}
