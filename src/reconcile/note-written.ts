import type { AppliedEffect } from "../domain/fingerprint.ts";
import type { NewLedgerEvent } from "../domain/ledger-event.ts";
import { findReplyMarker } from "../domain/reply-marker.ts";
import { isStatusComment, readStatusMarker } from "../domain/status-marker.ts";
import type { Instant } from "../kernel/instant.ts";
import type { GitHub } from "../ports/github.ts";

/** An effect with GitHub's own time of it. */
export interface TimedEffect extends AppliedEffect {
  readonly at: Instant | null;
}

type Known = { readonly digest: string; readonly headSha: string } | null;

/**
 * What people can read from now on, for the ledger: the text that the status comment shows, with the fence that tells later
 * comments of the same second from earlier ones (X2), and the replies that stand. Should a pass die before, the next one finds
 * both on GitHub by their markers.
 */
export async function noteWritten(
  applied: readonly TimedEffect[],
  shown: Known,
  { github, pullRequest, now, constitution }: NoteContext,
): Promise<readonly NewLedgerEvent[]> {
  const events: NewLedgerEvent[] = [];
  const note = (at: Instant, source: string, fact: NewLedgerEvent["fact"]) =>
    events.push({ version: 1, at, constitution, actor: null, source, clause: null, reason: null, fact });
  for (const { effect, id, at } of applied) {
    if (effect.kind !== "create-comment" && effect.kind !== "update-comment") continue;
    const source = id === null ? "pass" : `comment/${id}`;
    const replyTo = findReplyMarker(effect.body);
    if (replyTo !== null) note(at ?? now, source, { type: "reply-posted", to: replyTo });
    const marker = isStatusComment(effect.body) ? readStatusMarker(effect.body) : null;
    if (marker === null || marker.digest === null || at === null) continue;
    if (shown?.digest === marker.digest && shown.headSha === marker.headSha) continue;
    // The same text under another head is read already: no fence is needed to tell who could read it.
    const fence = shown?.digest === marker.digest ? null : await github.readLatestCommentId(pullRequest);
    note(at, source, { type: "text-published", headSha: marker.headSha, digest: marker.digest, fence });
  }
  return events;
}

interface NoteContext {
  readonly github: Pick<GitHub, "readLatestCommentId">;
  readonly pullRequest: number;
  readonly now: Instant;
  readonly constitution: string | null;
}
