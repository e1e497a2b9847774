import { cleanText, cutText } from "./clean-text.ts";
import type { Markdown } from "./markdown.ts";

/**
 * Lines of foreign text as a diff in a code block: GitHub looks for nothing inside, neither names nor links. Each is one line of what
 * can be seen; the fence is longer than any run of backticks; the start of an HTML comment is broken, so that no marker of Steward's
 * can be written by others.
 */
export function diffBlock(lines: readonly string[], length = 220): Markdown {
  const shown = lines.map((line) => cutText(cleanText(line), length).replaceAll("<!--", "<!\u2060--"));
  const longest = Math.max(2, ...shown.flatMap((line) => Array.from(line.matchAll(/`+/g), ([run]) => run.length)));
  const fence = "`".repeat(longest + 1);
  return { markdown: [`${fence}diff`, ...shown, fence].join("\n") };
}
