/**
 * Ends the status comment and names it among the App's own comments. What other people write can never pass for it:
 * only comments by the App itself are searched, and every foreign text in them is escaped, so that none holds `<!--`.
 */
export const statusMarker = "<!-- steward:status v1 -->";

/** True when a comment of the App's own is its status comment (any version of it, so that a later version replaces an earlier one). */
export function isStatusComment(body: string): boolean {
  return /<!-- steward:status v\d+ -->\s*$/.test(body);
}
