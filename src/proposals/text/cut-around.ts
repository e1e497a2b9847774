const mostCharacters = 200;
const shownBefore = 60;

/** Two texts cut to the same place, so that their first difference is to be seen. */
export function cutAround(before: string, after: string): { readonly before: string; readonly after: string } {
  let same = 0;
  while (same < before.length && same < after.length && before.charCodeAt(same) === after.charCodeAt(same)) same += 1;
  const isLong = before.length > mostCharacters || after.length > mostCharacters;
  const from = isLong && same > shownBefore && before !== "" && after !== "" ? same - shownBefore : 0;
  return { before: cut(before, from), after: cut(after, from) };
}

/** Never through the middle of a character. */
function cut(text: string, from: number): string {
  const start = from > 0 && isSecondHalf(text, from) ? from - 1 : from;
  const head = start > 0 ? "…" : "";
  if (head.length + text.length - start <= mostCharacters) return head + text.slice(start);
  const end = start + mostCharacters - head.length - 1;
  return `${head}${text.slice(start, isSecondHalf(text, end) ? end - 1 : end)}…`;
}

function isSecondHalf(text: string, index: number): boolean {
  const code = text.charCodeAt(index);
  return code >= 0xdc00 && code <= 0xdfff;
}
