import { requireRole } from "../../access/authorize.ts";
import { actorOf } from "../../access/caller.ts";
import { setDraft } from "../../acts/pulls.ts";
import { Fail, forbidden } from "../../fail.ts";
import type { Pull } from "../../store/index.ts";
import { parseNodeId } from "../../view/index.ts";
import { canView, type GraphqlContext, requireWrite } from "../context.ts";
import { Problem } from "../problem.ts";
import type { Fields, TypeModule } from "../type-module.ts";

interface DraftInput {
  readonly input: { readonly pullRequestId: string; readonly clientMutationId?: string | null };
}

interface DraftPayload {
  readonly pullRequest: Pull;
  readonly clientMutationId: string | null;
}

const mutationFields: Fields<undefined> = {
  convertPullRequestToDraft: (_, args: DraftInput, context) => changeDraft(args, context, true),
  markPullRequestReadyForReview: (_, args: DraftInput, context) => changeDraft(args, context, false),
};

/** REST cannot do this: between draft and ready a pull request goes by GraphQL only. */
function changeDraft({ input }: DraftInput, context: GraphqlContext, draft: boolean): DraftPayload {
  const { hub, caller } = context;
  const pull = findPull(context, input.pullRequestId);
  const { issue } = pull;
  requireWrite(context, issue.repository, "pull_requests");
  const isAuthor = caller.kind === "user" && caller.account === issue.author;
  const name = draft ? "ConvertPullRequestToDraft" : "MarkPullRequestReadyForReview";
  if (!isAuthor) {
    refused(() =>
      requireRole(hub, caller, issue.repository, "write", () =>
        forbidden(`${context.callerName} does not have the correct permissions to execute \`${name}\``),
      ),
    );
  }
  if (issue.state === "closed") throw new Problem("UNPROCESSABLE", "Pull request is closed");
  setDraft(hub, actorOf(caller), pull, draft);
  return { pullRequest: pull, clientMutationId: input.clientMutationId ?? null };
}

function findPull(context: GraphqlContext, id: string): Pull {
  const parsed = parseNodeId(id);
  const pull = parsed?.kind === "PullRequest" ? context.hub.store.pullsById.get(Number(parsed.id)) : undefined;
  if (pull && canView(context, pull.issue.repository)) return pull;
  throw new Problem("NOT_FOUND", `Could not resolve to a node with the global id of '${id}'`);
}

function refused(check: () => void): void {
  try {
    check();
  } catch (error) {
    throw error instanceof Fail ? new Problem("FORBIDDEN", error.message) : error;
  }
}

const payloadFields: Fields<DraftPayload> = {
  clientMutationId: ({ clientMutationId }) => clientMutationId,
  pullRequest: ({ pullRequest }) => pullRequest,
};

export const mutationTypes: TypeModule = {
  sdl: /* GraphQL */ `
  type Mutation {
    convertPullRequestToDraft(input: ConvertPullRequestToDraftInput!): ConvertPullRequestToDraftPayload
    markPullRequestReadyForReview(input: MarkPullRequestReadyForReviewInput!): MarkPullRequestReadyForReviewPayload
  }
  input ConvertPullRequestToDraftInput { clientMutationId: String pullRequestId: ID! }
  type ConvertPullRequestToDraftPayload { clientMutationId: String pullRequest: PullRequest }
  input MarkPullRequestReadyForReviewInput { clientMutationId: String pullRequestId: ID! }
  type MarkPullRequestReadyForReviewPayload { clientMutationId: String pullRequest: PullRequest }`,
  types: {
    Mutation: mutationFields,
    ConvertPullRequestToDraftPayload: payloadFields,
    MarkPullRequestReadyForReviewPayload: payloadFields,
  },
};
