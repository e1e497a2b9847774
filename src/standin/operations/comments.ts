import { callerRole, requireRole } from "../access/authorize.ts";
import type { Caller } from "../access/caller.ts";
import { isAtLeast } from "../access/roles.ts";
import { createComment, deleteComment, editComment, react } from "../acts/comments.ts";
import { forbidden, notFound } from "../fail.ts";
import { operation } from "../http/operation.ts";
import type { Hub } from "../hub.ts";
import { type Comment, type Issue, reactionContents } from "../store/index.ts";
import * as view from "../view/index.ts";
import { findComment, findIssue } from "./find.ts";

const reads = ["issues:read", "pull_requests:read"] as const;
const writes = ["issues:write", "pull_requests:write"] as const;
const one = "/repos/{owner}/{repo}/issues/comments/{comment_id}";

export const commentOperations = [
  operation("issues/list-comments", { on: "GET /repos/{owner}/{repo}/issues/{issue_number}/comments", needs: reads }, (context) => {
    const { hub, repository, path, query, page } = context;
    const since = query.since === undefined ? 0 : Date.parse(query.since);
    const comments = [...findIssue(repository, path.issue_number).comments.values()].filter((comment) => comment.updatedAt >= since);
    return page(comments).map((comment) => view.comment(hub, comment));
  }),

  operation("issues/list-comments-for-repo", { on: "GET /repos/{owner}/{repo}/issues/comments", needs: reads }, (context) => {
    const { hub, repository, query, page } = context;
    const since = query.since === undefined ? 0 : Date.parse(query.since);
    const comments = [...repository.issues.values()].flatMap((issue) => [...issue.comments.values()]);
    const chosen = comments.filter((comment) => comment.updatedAt >= since).sort((a, b) => a.id - b.id);
    return page(query.direction === "desc" ? chosen.reverse() : chosen).map((comment) => view.comment(hub, comment));
  }),

  operation("issues/get-comment", { on: `GET ${one}`, needs: reads }, ({ hub, repository, path }) =>
    view.comment(hub, findComment(hub, repository, path.comment_id)),
  ),

  operation(
    "issues/create-comment",
    { on: "POST /repos/{owner}/{repo}/issues/{issue_number}/comments", status: 201, needs: writes },
    ({ hub, caller, actor, repository, path, body }) => {
      const issue = findIssue(repository, path.issue_number);
      checkLock(hub, caller, issue);
      return view.comment(hub, createComment(hub, actor, issue, body.text("body")));
    },
  ),

  operation("issues/update-comment", { on: `PATCH ${one}`, needs: writes }, ({ hub, caller, actor, repository, path, body }) => {
    const comment = findComment(hub, repository, path.comment_id);
    checkAuthor(hub, caller, comment);
    editComment(hub, actor, comment, body.text("body"));
    return view.comment(hub, comment);
  }),

  operation("issues/delete-comment", { on: `DELETE ${one}`, status: 204, needs: writes }, ({ hub, caller, actor, repository, path }) => {
    const comment = findComment(hub, repository, path.comment_id);
    checkAuthor(hub, caller, comment);
    deleteComment(hub, actor, comment);
    return undefined;
  }),

  operation("reactions/list-for-issue-comment", { on: `GET ${one}/reactions`, needs: reads }, ({ hub, repository, path, page }) =>
    page(findComment(hub, repository, path.comment_id).reactions).map((reaction) => view.reaction(hub, reaction)),
  ),

  operation("reactions/create-for-issue-comment", { on: `POST ${one}/reactions`, status: 201, needs: writes }, (context) => {
    const { hub, actor, repository, path, body } = context;
    const content = body.choice("content", reactionContents);
    if (content === undefined) throw notFound();
    const { reaction, created } = react(hub, actor, findComment(hub, repository, path.comment_id), content);
    if (!created) context.setStatus(200);
    return view.reaction(hub, reaction);
  }),
];

/** A locked conversation takes comments from those with write access only. */
export function checkLock(hub: Hub, caller: Caller, issue: Issue): void {
  if (!issue.locked || isAtLeast(callerRole(hub, caller, issue.repository), "write")) return;
  throw forbidden("Unable to create comment because issue is locked.");
}

// An App edits its own comments by right, others' too: it has write access to the conversation.
function checkAuthor(hub: Hub, caller: Caller, comment: Comment): void {
  if (caller.kind === "user" && caller.account === comment.author) return;
  requireRole(hub, caller, comment.issue.repository, "write");
}
