import type { Snapshot } from "../domain/snapshot.ts";
import type { ReconcilerDeps } from "./reconciler-deps.ts";

/**
 * Login (lower case) to the escalations that wait for them, over all proposals as their last passes left them (E2). Read only where
 * an `/escalate` waits; a vote that fails by its deadline takes the first who fits by name.
 */
export async function readLoad(
  { subjects }: Pick<ReconcilerDeps, "subjects">,
  repositoryId: number,
  { pullRequest }: Snapshot,
  waiting: readonly number[],
): Promise<ReadonlyMap<string, number>> {
  const load = new Map<string, number>();
  const asked = pullRequest.conversation.some(({ id, body }) => waiting.includes(id) && body.includes("/escalate"));
  if (!asked) return load;
  for (const { view, open } of await subjects.list(repositoryId)) {
    const handler = open ? view.handler?.toLowerCase() : undefined;
    if (handler !== undefined) load.set(handler, (load.get(handler) ?? 0) + 1);
  }
  return load;
}
