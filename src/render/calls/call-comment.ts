import { replyMarkerFor } from "../../domain/reply-marker.ts";
import { fitBlocks, type Markdown, mention } from "../markdown/index.ts";

/** Whoever is called at once; more would be a crowd, and nobody's turn. */
const called = 10;

export const mentions = (logins: readonly string[]): readonly Markdown[] => [...new Set(logins)].slice(0, called).map(mention);

/** A comment that calls people, with the key by which it is found again and written once. */
export function callComment(key: string, blocks: readonly Markdown[]): string {
  return fitBlocks({ head: blocks, optional: [], foot: [{ markdown: replyMarkerFor(key) }], limit: 60_000 });
}
