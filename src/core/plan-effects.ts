import type { Effect } from "../domain/effect.ts";
import type { Snapshot } from "../domain/snapshot.ts";
import { isStatusComment } from "../domain/status-marker.ts";
import { planCheck } from "./plan-check.ts";
import { planComment } from "./plan-comment.ts";
import type { Mode } from "./plan-input.ts";
import type { Wanted } from "./wanted.ts";

/** What may be written, in the order in which people should see it: labels, the comment, who is asked, the check; removals last. */
export function planEffects(wanted: Wanted, mode: Mode | "paused", { pullRequest, checks }: Snapshot): readonly Effect[] {
  if (mode === "observe" || mode === "paused") return [];
  const comment = wanted.comment === null ? withdrawn(pullRequest) : planComment(wanted.comment, pullRequest.ownComments);
  const shown = comment.filter(({ kind }) => kind !== "delete-comment");
  const removed = comment.filter(({ kind }) => kind === "delete-comment");
  const check = planCheck(wanted.check, checks);
  if (mode === "advise") return [...shown, ...check, ...removed];
  const replies = wanted.replies ?? [];
  return [...replies, ...(wanted.labels?.put ?? []), ...shown, ...wanted.reviewers, ...check, ...(wanted.labels?.take ?? []), ...removed];
}

function withdrawn({ ownComments }: Snapshot["pullRequest"]): readonly Effect[] {
  return ownComments.filter(({ body }) => isStatusComment(body)).map(({ id }) => ({ kind: "delete-comment", commentId: id }));
}
