import { z } from "zod";
import type { QueueEntry } from "../../ports/github.ts";
import { Nodes } from "./answers/connection.ts";
import { mergeQueueQuery } from "./queries/index.ts";
import { type RepositoryContext, repositoryVariables } from "./repository-context.ts";

const Entry = z.object({
  position: z.number().int(),
  headCommit: z.object({ oid: z.string() }).nullable(),
  pullRequest: z.object({ number: z.number().int() }).nullable(),
});
const MergeQueueAnswer = z.object({ repository: z.object({ mergeQueue: z.object({ entries: Nodes(Entry).nullable() }).nullable() }) });

/** An entry whose pull request the App may not see makes the groups behind it unknown: the reading ends before it. */
export async function readMergeQueue(context: RepositoryContext): Promise<readonly QueueEntry[]> {
  const { repository } = await context.client.query(MergeQueueAnswer, "the merge queue", mergeQueueQuery, repositoryVariables(context));
  const entries = (repository.mergeQueue?.entries ?? []).toSorted((left, right) => left.position - right.position);
  const known: QueueEntry[] = [];
  for (const { headCommit, pullRequest } of entries) {
    if (pullRequest === null) break;
    known.push({ pullRequest: pullRequest.number, groupHead: headCommit?.oid ?? null });
  }
  return known;
}
