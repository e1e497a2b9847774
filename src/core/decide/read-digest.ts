import type { ProposalRecord, Publication } from "../../domain/proposal-record.ts";
import type { Instant } from "../../kernel/instant.ts";

/**
 * X2: the digest that the status comment showed before a comment was written. GitHub's times are whole seconds: within one second
 * the fence tells which came first, and where there is none the comment counts as the earlier.
 */
export function digestReadBy(
  comment: { readonly at: Instant; readonly id: number },
  record: Pick<ProposalRecord, "published">,
): string | null {
  return record.published.findLast((publication) => isBefore(publication, comment))?.digest ?? null;
}

function isBefore({ at, fence }: Publication, comment: { readonly at: Instant; readonly id: number }): boolean {
  return at < comment.at || (at === comment.at && fence !== null && comment.id > fence);
}

/** A review is of a commit: its digest, where that commit was ever a head that was read or shown. */
export function digestOfCommit(commit: string | null, { text, published }: Pick<ProposalRecord, "text" | "published">): string | null {
  if (commit === null) return null;
  if (text?.headSha === commit) return text.digest;
  return published.findLast(({ headSha }) => headSha === commit)?.digest ?? null;
}
