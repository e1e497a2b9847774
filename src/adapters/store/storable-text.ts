/** Text that any text column takes: without U+0000 and lone surrogates, and no longer than `maximum` characters. */
export function storableText(text: string, maximum = 4_000): string {
  return text.slice(0, maximum).toWellFormed().replaceAll("\0", "\ufffd");
}
