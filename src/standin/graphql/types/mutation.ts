import { requireRole } from "../../access/authorize.ts";
import { actorOf } from "../../access/caller.ts";
import { dequeue, enqueue } from "../../acts/merge-queue.ts";
import { setDraft } from "../../acts/pulls.ts";
import { Fail, forbidden } from "../../fail.ts";
import type { Pull, QueueEntry } from "../../store/index.ts";
import { parseNodeId } from "../../view/index.ts";
import { canView, type GraphqlContext, requireWrite } from "../context.ts";
import { Problem } from "../problem.ts";
import type { Fields, TypeModule } from "../type-module.ts";
import { queueEntryOf } from "./merge-queue.ts";

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
  enqueuePullRequest(_, { input }: EnqueueInput, context): QueuePayload {
    const pull = findPull(context, input.pullRequestId);
    requireMerger(context, pull, "EnqueuePullRequest");
    if (input.expectedHeadOid != null && input.expectedHeadOid !== pull.headSha) {
      throw new Problem("UNPROCESSABLE", "Head branch was modified. Review and try the merge again.");
    }
    const entry = unprocessable(() => enqueue(context.hub, actorOf(context.caller), pull));
    return { mergeQueueEntry: queueEntryOf(pull) === null ? null : entry, clientMutationId: input.clientMutationId ?? null };
  },
  dequeuePullRequest(_, { input }: DequeueInput, context): QueuePayload {
    const pull = findPull(context, input.id);
    requireMerger(context, pull, "DequeuePullRequest");
    const entry = queueEntryOf(pull);
    if (!entry) throw new Problem("UNPROCESSABLE", "Pull request is not in the merge queue");
    dequeue(context.hub, actorOf(context.caller), entry, "MANUAL");
    return { mergeQueueEntry: entry, clientMutationId: input.clientMutationId ?? null };
  },
};

interface EnqueueInput {
  readonly input: { readonly pullRequestId: string; readonly expectedHeadOid?: string | null; readonly clientMutationId?: string | null };
}

interface DequeueInput {
  readonly input: { readonly id: string; readonly clientMutationId?: string | null };
}

interface QueuePayload {
  readonly mergeQueueEntry: QueueEntry | null;
  readonly clientMutationId: string | null;
}

/** Merging takes the right to write, of people and of Apps. */
function requireMerger(context: GraphqlContext, pull: Pull, name: string): void {
  const { hub, caller, callerName } = context;
  const { repository } = pull.issue;
  requireWrite(context, repository, "contents");
  refused(() =>
    requireRole(hub, caller, repository, "write", () =>
      forbidden(`${callerName} does not have the correct permissions to execute \`${name}\``),
    ),
  );
}

function unprocessable<T>(act: () => T): T {
  try {
    return act();
  } catch (error) {
    throw error instanceof Fail ? new Problem("UNPROCESSABLE", error.message) : error;
  }
}

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

const queueFields: Fields<QueuePayload> = {
  clientMutationId: ({ clientMutationId }) => clientMutationId,
  mergeQueueEntry: ({ mergeQueueEntry }) => mergeQueueEntry,
};

export const mutationTypes: TypeModule = {
  sdl: /* GraphQL */ `
  type Mutation {
    convertPullRequestToDraft(input: ConvertPullRequestToDraftInput!): ConvertPullRequestToDraftPayload
    dequeuePullRequest(input: DequeuePullRequestInput!): DequeuePullRequestPayload
    enqueuePullRequest(input: EnqueuePullRequestInput!): EnqueuePullRequestPayload
    markPullRequestReadyForReview(input: MarkPullRequestReadyForReviewInput!): MarkPullRequestReadyForReviewPayload
  }
  input DequeuePullRequestInput { clientMutationId: String id: ID! }
  type DequeuePullRequestPayload { clientMutationId: String mergeQueueEntry: MergeQueueEntry }
  input EnqueuePullRequestInput { clientMutationId: String expectedHeadOid: GitObjectID pullRequestId: ID! }
  type EnqueuePullRequestPayload { clientMutationId: String mergeQueueEntry: MergeQueueEntry }
  input ConvertPullRequestToDraftInput { clientMutationId: String pullRequestId: ID! }
  type ConvertPullRequestToDraftPayload { clientMutationId: String pullRequest: PullRequest }
  input MarkPullRequestReadyForReviewInput { clientMutationId: String pullRequestId: ID! }
  type MarkPullRequestReadyForReviewPayload { clientMutationId: String pullRequest: PullRequest }`,
  types: {
    Mutation: mutationFields,
    DequeuePullRequestPayload: queueFields,
    EnqueuePullRequestPayload: queueFields,
    ConvertPullRequestToDraftPayload: payloadFields,
    MarkPullRequestReadyForReviewPayload: payloadFields,
  },
};
