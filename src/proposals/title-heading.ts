import type { Heading } from "./outline.ts";

export interface TitleHeading {
  readonly heading: Heading;
  /** Null when the heading has none, or `0000`, or a placeholder. */
  readonly number: number | null;
  /** What stands where the number belongs: `0000`, `{NUMBER}`, `XXXX`; null when nothing does. */
  readonly numberText: string | null;
  /** Markdown as written. */
  readonly title: string | null;
}

/** R1.2: `# SEP-{number}: {title}`, with the separators that people really type. */
function splitHeading(text: string, prefix: string): { numberText: string | null; title: string } {
  const numbered = new RegExp(
    `^${prefix}[-–—\\s#]{1,3}(\\d{1,9}|\\{[^}]{0,40}\\}|\\[[^\\]]{0,40}\\]|x{2,8}|n{3,8}|tbd|\\?{1,8})(?![\\w])\\s*[:.–—-]?\\s*(.*)$`,
    "is",
  );
  const found = numbered.exec(text);
  if (found) return { numberText: found[1] ?? null, title: (found[2] ?? "").trim() };
  const named = new RegExp(`^${prefix}(?:\\s*[:–—]\\s*|\\s+-\\s+)(.*)$`, "is").exec(text);
  return { numberText: null, title: (named?.[1] ?? text).trim() };
}

/** The heading that names the proposal: the first numbered one if it comes before any other of level 1, else the first of level 1. */
export function findTitleHeading(headings: readonly Heading[], prefix: string): TitleHeading | null {
  for (const heading of headings) {
    const { numberText, title } = splitHeading(heading.source, prefix);
    if (heading.level > 1 && numberText === null) continue;
    const number = numberText !== null && /^\d+$/.test(numberText) ? Number(numberText) : 0;
    return { heading, number: number > 0 ? number : null, numberText, title: title === "" ? null : title };
  }
  return null;
}

/** R1.1: the digits before a file's slug; null for `0000` and for names without digits. */
export function numberInFileName(file: string): number | null {
  const digits = /^(\d{1,9})(?=[-.]|$)/.exec(file.slice(file.lastIndexOf("/") + 1))?.[1];
  return digits === undefined || Number(digits) === 0 ? null : Number(digits);
}
