import { timestamp } from "../../clock.ts";
import type { Pull, QueueEntry } from "../../store/index.ts";
import { nodeId } from "../../view/index.ts";
import { findObject } from "../revision.ts";
import type { Fields, TypeModule } from "../type-module.ts";
import { actor } from "./actor.ts";

export function queueEntryOf(pull: Pull): QueueEntry | null {
  return pull.issue.repository.queue.find((entry) => entry.pull === pull) ?? null;
}

const entryFields: Fields<QueueEntry> = {
  id: ({ id }) => nodeId("MergeQueueEntry", id),
  baseCommit: ({ pull, group }) => findObject(pull.issue.repository, group.baseSha, ""),
  enqueuedAt: ({ at }) => timestamp(at),
  enqueuer: ({ by }, _, { hub }) => actor(by) ?? hub.store.ghost,
  headCommit: ({ pull, group }) => findObject(pull.issue.repository, group.headSha, ""),
  position: (entry) => entry.pull.issue.repository.queue.filter(({ pull }) => pull.baseRef === entry.pull.baseRef).indexOf(entry) + 1,
  pullRequest: ({ pull }) => pull,
  // An entry whose checks have come to an end is gone at once.
  state: () => "AWAITING_CHECKS",
};

export const mergeQueueTypes: TypeModule = {
  sdl: /* GraphQL */ `
  type MergeQueueEntry implements Node {
    baseCommit: Commit
    enqueuedAt: DateTime!
    enqueuer: Actor!
    headCommit: Commit
    id: ID!
    position: Int!
    pullRequest: PullRequest
    state: MergeQueueEntryState!
  }
  enum MergeQueueEntryState { AWAITING_CHECKS LOCKED MERGEABLE QUEUED UNMERGEABLE }`,
  types: { MergeQueueEntry: entryFields },
};
