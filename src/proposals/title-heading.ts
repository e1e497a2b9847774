import type { Heading } from "./outline.ts";

export interface TitleHeading {
  readonly heading: Heading;
  /** Null when the heading has none, or `0000`, or a placeholder. */
  readonly number: number | null;
  /** What stands where the number belongs: `0000`, `{NUMBER}`, `XXXX`; null when nothing does. */
  readonly numberText: string | null;
  readonly title: string | null;
}

/** R1.2: `# SEP-{number}: {title}`, with the separators that people really type. */
function splitHeading(text: string, prefix: string): { numberText: string | null; title: string } {
  const numbered = new RegExp(`^${prefix}[-–—\\s#]*(\\d{1,9}|\\{[^}]*\\}|x{2,}|n{3,}|tbd|\\?+)(?:\\s*[:.–—-]\\s*|\\s+|$)(.*)$`, "is").exec(
    text,
  );
  if (numbered) return { numberText: numbered[1] ?? null, title: (numbered[2] ?? "").trim() };
  const named = new RegExp(`^${prefix}\\s*[:–—-]\\s*(.*)$`, "is").exec(text);
  return { numberText: null, title: (named?.[1] ?? text).trim() };
}

/** The heading that names the proposal: the first numbered one if it comes before any other first-level heading, else the first of level 1. */
export function findTitleHeading(headings: readonly Heading[], prefix: string): TitleHeading | null {
  for (const heading of headings) {
    const { numberText, title } = splitHeading(heading.text, prefix);
    if (heading.level > 1 && numberText === null) continue;
    const number = numberText !== null && /^\d+$/.test(numberText) ? Number(numberText) : 0;
    return { heading, number: number > 0 ? number : null, numberText, title: title === "" ? null : title };
  }
  return null;
}
