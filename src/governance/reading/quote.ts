// Control and direction characters would let a file repaint the terminal or the page that shows it.
const unsafe = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;

/** A value from a file as code in a message: one line, at most 60 characters, nothing invisible. */
export function quote(value: unknown): string {
  const text = (typeof value === "string" ? value : (JSON.stringify(value) ?? String(value))).replaceAll(unsafe, "�").replaceAll("`", "'");
  const characters = [...text];
  return `\`${characters.length > 60 ? `${characters.slice(0, 59).join("")}…` : text}\``;
}

/** `a`, `b` and 3 more. */
export function quoteList(values: readonly string[], most = 12): string {
  const shown = values.slice(0, most).map(quote);
  const rest = values.length - shown.length;
  if (rest > 0) return `${shown.join(", ")} and ${rest} more`;
  return shown.length > 1 ? `${shown.slice(0, -1).join(", ")} and ${shown.at(-1)}` : (shown[0] ?? "");
}
