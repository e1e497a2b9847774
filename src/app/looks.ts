import { randomUUID } from "node:crypto";
import type { Inbox } from "../adapters/store/index.ts";
import type { Jobs, LookCause } from "../ports/jobs.ts";
import { type Topic, topicKey } from "./topic.ts";

/** Wishes of Steward's own, kept in the inbox like deliveries: durable, in order with them, retried and listed like them. */
export interface Looks extends Jobs {
  lookAt(topic: Topic, cause: LookCause): Promise<void>;
}

/** These come again by themselves, so that one that waits already is enough. The others may follow what a pass in work has not seen. */
const recurring: ReadonlySet<LookCause> = new Set(["timer", "sweep", "start"]);

export function createLooks(inbox: Inbox, wake: () => void): Looks {
  const lookAt = async (topic: Topic, cause: LookCause): Promise<void> => {
    const delivery = { event: "look", action: cause, sender: null, installationId: null, repository: null };
    const arrival = { guid: `look-${cause}-${randomUUID()}`, subject: topicKey(topic), delivery };
    await (recurring.has(cause) ? inbox.recordUnlessWaiting(arrival) : inbox.record(arrival));
    wake();
  };
  return {
    lookAt,
    look: (subject, cause) => lookAt({ kind: "pull-request", ...subject }, cause),
    lookAtQueue: (repositoryId, cause) => lookAt({ kind: "merge-queue", repositoryId }, cause),
  };
}
