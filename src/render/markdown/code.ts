import { cleanText, cutText } from "./clean-text.ts";
import { type Markdown, md } from "./markdown.ts";

/**
 * Foreign text as a code span: GitHub looks for nothing inside. The fence is longer than any run of backticks in it. A pipe
 * becomes its look-alike U+2223, because an escaped one is read differently inside and outside of tables; the start of an
 * HTML comment is broken, so that no marker of Steward's can be written by others.
 */
export function code(text: string, length = 120): Markdown {
  const content = cutText(cleanText(text), length).replaceAll("|", "∣").replaceAll("<!--", "<!\u2060--");
  if (content === "") return md`(empty)`;
  const longest = Math.max(0, ...Array.from(content.matchAll(/`+/g), ([run]) => run.length));
  const fence = "`".repeat(longest + 1);
  const padding = content.startsWith("`") || content.endsWith("`") ? " " : "";
  return { markdown: `${fence}${padding}${content}${padding}${fence}` };
}
