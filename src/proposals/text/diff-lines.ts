import type { PassageChange, TextChange } from "./compare-texts.ts";

/** More than fits on a screen nobody reads beside a reply; the diff of the file has it all. */
const mostLines = 10;

/**
 * What changed, as the lines of a short unified diff: a place, then what stood there and what stands there now. At most ten; the
 * last counts what is left out. The text is foreign, and is made inert where it is shown.
 */
export function diffLines({ passages, more }: TextChange): readonly string[] {
  const lines: string[] = [];
  let shown = 0;
  for (const passage of passages) {
    const next = linesOf(passage);
    const isLast = shown + 1 === passages.length && more === 0;
    // The line that counts the others needs its place.
    if (lines.length + next.length > mostLines - (isLast ? 0 : 1)) break;
    lines.push(...next);
    shown += 1;
  }
  const left = passages.length - shown + more;
  return left === 0 ? lines : [...lines, `… and ${left} more ${left === 1 ? "passage" : "passages"}`];
}

function linesOf({ heading, line, before, after }: PassageChange): readonly string[] {
  return [
    `@@ ${heading === "" ? "" : `${heading}, `}line ${line}`,
    ...(before === null ? [] : [`- ${oneLine(before)}`]),
    ...(after === null ? [] : [`+ ${oneLine(after)}`]),
  ];
}

/** Code stands in a passage as it was written, over several lines. */
function oneLine(text: string): string {
  return text.replace(/\s*\n\s*/g, " ⏎ ");
}
