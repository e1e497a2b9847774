import type { Actor, Hub } from "../hub.ts";
import type { Issue, IssueEventDetail } from "../store/index.ts";

/** Writes a line of an issue's timeline and marks the issue as touched. */
export function recordEvent(hub: Hub, actor: Actor, issue: Issue, detail: IssueEventDetail): void {
  const at = hub.clock.milliseconds();
  issue.updatedAt = at;
  issue.events.push({ ...detail, id: hub.store.nextId(), issue, actor: actor.account, via: actor.via, at });
}
