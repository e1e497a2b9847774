/**
 * Ends a reply and says what it answers (`comment/123`), so that an answer whose receipt was lost is found again and never given
 * twice. As with the status comment, only the App's own comments are searched, and no foreign text in them holds `<!--`.
 */
export function replyMarkerFor(source: string): string {
  return `<!-- steward:reply ${encode(source)} v1 -->`;
}

/** The source that a comment of the App's own answers; null where it is no reply. */
export function findReplyMarker(body: string): string | null {
  const encoded = /<!-- steward:reply ([\w.%/]+) v\d+ -->\s*$/.exec(body)?.[1];
  return encoded === undefined ? null : decode(encoded);
}

/** An HTML comment ends at `-->`, and older readers end it at `--`: the sign is encoded with all that is not plain. */
function encode(source: string): string {
  return encodeURIComponent(source.toWellFormed())
    .replaceAll("%2F", "/")
    .replace(/[-!~*'()]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
}

/** Null for what `encode` never wrote. */
function decode(encoded: string): string | null {
  return /%(?![\dA-F]{2})/.test(encoded) ? null : decodeURIComponent(encoded);
}
