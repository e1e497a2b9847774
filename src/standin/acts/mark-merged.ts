import type { Actor, Hub } from "../hub.ts";
import type { Pull } from "../store/index.ts";
import { announcePull } from "./announce.ts";
import { markClosed } from "./issue-state.ts";
import { recordEvent } from "./record-event.ts";

/** Closes a pull request as merged by a commit that its base branch has reached. */
export function markMerged(hub: Hub, actor: Actor, pull: Pull, commit: string): void {
  const { issue } = pull;
  if (pull.merged || issue.state === "closed") return;
  pull.merged = { at: hub.clock.milliseconds(), by: actor.account, commit };
  pull.autoMerge = null;
  markClosed(hub, actor, issue, null);
  issue.repository.contributors.add(issue.author);
  recordEvent(hub, actor, issue, { kind: "merged", commit });
  recordEvent(hub, actor, issue, { kind: "closed", commit: null, reason: null });
  announcePull(hub, actor, pull, "closed");
}
