import type { Effect } from "../../domain/effect.ts";
import { assertNever } from "../../kernel/assert-never.ts";
import type { Executed } from "../../ports/github.ts";
import type { RepositoryContext } from "./repository-context.ts";
import { requestReviewers } from "./request-reviewers.ts";
import { writeCheck } from "./write-check.ts";
import { commentOn, deleteComment, editComment, react } from "./write-comment.ts";
import { commitFile } from "./write-file.ts";
import { addLabels, createLabel, removeLabel } from "./write-label.ts";
import { approve, dismissApproval, suggestLine } from "./write-review.ts";

/** One effect as the REST requests it takes. Each can be repeated: what is there already, or gone already, counts as done. */
export async function executeEffect(context: RepositoryContext, pullRequest: number, effect: Effect): Promise<Executed> {
  switch (effect.kind) {
    case "create-label":
      return createLabel(context, effect.label);
    case "add-labels":
      return addLabels(context, pullRequest, effect.labels);
    case "remove-label":
      return removeLabel(context, pullRequest, effect.label);
    case "create-comment":
      return commentOn(context, pullRequest, effect.body);
    case "update-comment":
      return editComment(context, effect.commentId, effect.body);
    case "delete-comment":
      return deleteComment(context, effect.commentId);
    case "react":
      return react(context, effect.commentId);
    case "request-reviewers":
      return requestReviewers(context, pullRequest, effect);
    case "suggest-line":
      return suggestLine(context, pullRequest, effect);
    case "commit-file":
      return commitFile(context, effect);
    case "approve":
      return approve(context, pullRequest, effect);
    case "dismiss-approval":
      return dismissApproval(context, pullRequest, effect);
    case "create-check":
    case "update-check": {
      const id = await writeCheck(context, effect.report);
      return { detail: `${effect.report.conclusion}: ${effect.report.title}`, id, refused: [], at: null };
    }
    default:
      return assertNever(effect);
  }
}
