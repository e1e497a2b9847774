import { Fail, invalid } from "../fail.ts";
import type { Actor, Hub } from "../hub.ts";
import type { Comment, Issue, Reaction, ReactionContent } from "../store/index.ts";
import { announceComment } from "./announce.ts";
import { longestBody } from "./issues.ts";
import { recordEvent } from "./record-event.ts";

export function createComment(hub: Hub, actor: Actor, issue: Issue, body: string): Comment {
  checkBody(body);
  const now = hub.clock.milliseconds();
  const comment: Comment = {
    id: hub.store.nextId(),
    issue,
    author: actor.account,
    via: actor.via,
    body,
    createdAt: now,
    updatedAt: now,
    lastEdit: null,
    minimized: null,
    reactions: [],
  };
  issue.comments.set(comment.id, comment);
  issue.updatedAt = now;
  hub.store.commentsById.set(comment.id, comment);
  announceComment(hub, actor, comment, "created");
  return comment;
}

export function editComment(hub: Hub, actor: Actor, comment: Comment, body: string): void {
  checkBody(body);
  if (body === comment.body) return;
  const from = comment.body;
  const now = hub.clock.milliseconds();
  comment.body = body;
  comment.updatedAt = now;
  comment.lastEdit = { at: now, by: actor.account };
  comment.issue.updatedAt = now;
  announceComment(hub, actor, comment, "edited", () => ({ changes: { body: { from } } }));
}

export function deleteComment(hub: Hub, actor: Actor, comment: Comment): void {
  comment.issue.comments.delete(comment.id);
  hub.store.commentsById.delete(comment.id);
  recordEvent(hub, actor, comment.issue, { kind: "comment_deleted", author: comment.author });
  announceComment(hub, actor, comment, "deleted");
}

/** The reaction, and whether it is new: the same one by the same account is kept once. */
export function react(hub: Hub, actor: Actor, comment: Comment, content: ReactionContent): { reaction: Reaction; created: boolean } {
  const present = comment.reactions.find((entry) => entry.author === actor.account && entry.content === content);
  if (present) return { reaction: present, created: false };
  const reaction: Reaction = { id: hub.store.nextId(), content, author: actor.account, createdAt: hub.clock.milliseconds() };
  comment.reactions.push(reaction);
  return { reaction, created: true };
}

function checkBody(body: string): void {
  if (body.trim() === "")
    throw new Fail(422, "Validation Failed", { errors: [{ resource: "IssueComment", code: "missing_field", field: "body" }] });
  if (body.length <= longestBody) return;
  throw invalid({
    resource: "IssueComment",
    code: "unprocessable",
    field: "data",
    message: "Body is too long (maximum is 65536 characters)",
  });
}
