import type { Markdown } from "./markdown.ts";

/** A link of our own to an address of our own making; an address that is not plain http(s) leaves the text alone. */
export function link(text: Markdown, address: string): Markdown {
  const safe = encodeAddress(address);
  return safe === null ? text : { markdown: `[${text.markdown}](${safe})` };
}

/** One segment of a path, with every sign encoded that is not plain. */
export function encodeSegment(segment: string): string {
  return encodeURIComponent(segment.toWellFormed()).replace(/[!'()*~_]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
}

function encodeAddress(address: string): string | null {
  if (!/^https?:\/\/[^\s/]/.test(address)) return null;
  return address
    .toWellFormed()
    .replace(/[^\w\-.~:/?#=&%@+,;]/gu, (sign) => (sign.length === 1 && sign < "\u0080" ? `%${hex(sign)}` : encodeURIComponent(sign)));
}

const hex = (sign: string) => sign.charCodeAt(0).toString(16).toUpperCase().padStart(2, "0");
