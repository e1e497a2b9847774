import { timestamp } from "../../clock.ts";
import { hasMergeQueue } from "../../facts/branch-rules.ts";
import type { Pull, QueueEntry, Repository } from "../../store/index.ts";
import { nodeId, repositoryPage } from "../../view/index.ts";
import { connect, orderedBy, type PageArgs } from "../connection.ts";
import { findObject } from "../revision.ts";
import { connectionSdl, type Fields, type TypeModule } from "../type-module.ts";
import { actor } from "./actor.ts";

/** The queue of one branch. */
export interface QueueThing {
  readonly repository: Repository;
  readonly branch: string;
}

/** Null where the branch's rules ask for none. */
export function mergeQueueOf(repository: Repository, branch: string): QueueThing | null {
  return hasMergeQueue(repository, branch) ? { repository, branch } : null;
}

export function queueEntryOf(pull: Pull): QueueEntry | null {
  return pull.issue.repository.queue.find((entry) => entry.pull === pull) ?? null;
}

function entriesOf({ repository, branch }: QueueThing): readonly QueueEntry[] {
  return repository.queue.filter(({ pull }) => pull.baseRef === branch);
}

const queueFields: Fields<QueueThing> = {
  id: ({ repository, branch }) => nodeId("MergeQueue", `${repository.id}/${branch}`),
  entries: (queue, page: PageArgs) =>
    connect(
      orderedBy(entriesOf(queue), ({ id }) => [id], "ASC"),
      page,
    ),
  repository: ({ repository }) => repository,
  url: ({ repository, branch }, _, { hub }) => `${repositoryPage(hub, repository)}/queue/${branch}`,
};

const entryFields: Fields<QueueEntry> = {
  id: ({ id }) => nodeId("MergeQueueEntry", id),
  baseCommit: ({ pull, group }) => findObject(pull.issue.repository, group.baseSha, ""),
  enqueuedAt: ({ at }) => timestamp(at),
  enqueuer: ({ by }, _, { hub }) => actor(by) ?? hub.store.ghost,
  headCommit: ({ pull, group }) => findObject(pull.issue.repository, group.headSha, ""),
  position: (entry) => entriesOf({ repository: entry.pull.issue.repository, branch: entry.pull.baseRef }).indexOf(entry) + 1,
  pullRequest: ({ pull }) => pull,
  // An entry whose checks have come to an end is gone at once.
  state: () => "AWAITING_CHECKS",
};

export const mergeQueueTypes: TypeModule = {
  sdl: /* GraphQL */ `
  type MergeQueue implements Node {
    entries(after: String, before: String, first: Int, last: Int): MergeQueueEntryConnection
    id: ID!
    repository: Repository
    url: URI!
  }
  ${connectionSdl("MergeQueueEntryConnection", "MergeQueueEntry")}
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
  types: { MergeQueue: queueFields, MergeQueueEntry: entryFields },
};
