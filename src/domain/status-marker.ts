/** What the status comment says of itself to later passes: the text that people could read when it was written. */
export interface StatusMarker {
  /** Digest of the text that it shows, 64 hex digits; null where there is none to bind to. */
  readonly digest: string | null;
  readonly headSha: string;
}

const anyVersion = /<!-- steward:status v\d+(?: [\w ]+)? -->\s*$/;
const withText = /<!-- steward:status v2 (none|[\da-f]{64}) (\w+) -->\s*$/;

/**
 * Ends the status comment and names it among the App's own comments. What other people write can never pass for it:
 * only comments by the App itself are searched, and every foreign text in them is escaped, so that none holds `<!--`.
 */
export function statusMarkerFor({ digest, headSha }: StatusMarker): string {
  const marker = `<!-- steward:status v2 ${digest ?? "none"} ${headSha} -->`;
  if (!withText.test(marker)) throw new Error(`Not a digest and a commit: ${digest} ${headSha}`);
  return marker;
}

/** What a status comment of the App's own says it shows; null for other comments, and for those of before it said so. */
export function readStatusMarker(body: string): StatusMarker | null {
  const [, digest, headSha] = withText.exec(body) ?? [];
  if (digest === undefined || headSha === undefined) return null;
  return { digest: digest === "none" ? null : digest, headSha };
}

/** True when a comment of the App's own is its status comment (any version of it, so that a later version replaces an earlier one). */
export function isStatusComment(body: string): boolean {
  return anyVersion.test(body);
}
