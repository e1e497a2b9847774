import type { ProposalRecord } from "../domain/proposal-record.ts";
import { findReplyMarker } from "../domain/reply-marker.ts";
import type { Snapshot } from "../domain/snapshot.ts";

/** Milliseconds after which no answer or call is written any more: nobody waits for it, and the status comment says it all. */
export const longestWait = 3 * 24 * 3600_000;

/** Whether the reply stands on GitHub, or stood there once: what somebody deleted is not written again. */
export function isWritten(key: string, { replied }: Pick<ProposalRecord, "replied">, { pullRequest }: Snapshot): boolean {
  return replied.has(key) || pullRequest.ownComments.some(({ body }) => findReplyMarker(body) === key);
}
