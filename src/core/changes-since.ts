import type { LedgerEvent } from "../domain/ledger-event.ts";
import type { ProposalRecord } from "../domain/proposal-record.ts";
import type { Snapshot } from "../domain/snapshot.ts";
import { digestOfCommit, digestReadBy } from "./decide/read-digest.ts";

/** A reply shows so many lines; of several pushes the latest ones. */
const mostLines = 10;

/**
 * X2: what changed, as lines, between the text that the author of a comment or review had before them and the head's. Empty where
 * they had none, or where nobody could tell.
 */
export function changesSince(
  source: string,
  record: Pick<ProposalRecord, "published" | "text">,
  { pullRequest }: Snapshot,
  ledger: readonly LedgerEvent[],
): readonly string[] {
  const comment = pullRequest.conversation.find(({ id }) => `comment/${id}` === source);
  const review = pullRequest.reviews.find(({ id }) => `review/${id}` === source);
  const read = comment ? digestReadBy({ at: comment.createdAt, id: comment.id }, record) : digestOfCommit(review?.commit ?? null, record);
  const texts = ledger.flatMap(({ fact }) => (fact.type === "text-read" ? [fact] : []));
  const from = read === null ? -1 : texts.findLastIndex(({ digest }) => digest === read);
  if (from === -1) return [];
  const pushes = texts.slice(from + 1).map(({ passages }) => passages);
  const lines = pushes.flat();
  return lines.length <= mostLines ? lines : (pushes.findLast((each) => each.length > 0) ?? []);
}
