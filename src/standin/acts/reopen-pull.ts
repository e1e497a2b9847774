import { type Fail, invalid } from "../fail.ts";
import { isAncestor } from "../git/index.ts";
import type { Actor, Hub } from "../hub.ts";
import type { Pull } from "../store/index.ts";
import { reopenIssue } from "./issue-state.ts";
import { refuseDuplicate } from "./pulls.ts";

/** Opens a pull request again, at what its branch has become; 422 when it is merged, or its branch is gone or rewritten. */
export function reopenPull(hub: Hub, actor: Actor, pull: Pull): void {
  if (pull.issue.state === "open") return;
  if (pull.merged) throw refused("The pull request cannot be reopened.");
  if (pull.headRepository === null) throw refused("The repository that submitted this pull request has been deleted.");
  const tip = pull.headRepository.refs.get(`refs/heads/${pull.headRef}`);
  if (tip === undefined) throw refused(`The ${pull.headRef} branch has been deleted.`);
  if (!isAncestor(pull.issue.repository.objects, pull.headSha, tip))
    throw refused(`The ${pull.headRef} branch was force-pushed or recreated.`);
  refuseDuplicate(hub, pull.issue.repository, pull.headRepository, pull.headRef, pull.baseRef);
  pull.headSha = tip;
  reopenIssue(hub, actor, pull.issue);
}

function refused(why: string): Fail {
  return invalid({ resource: "PullRequest", code: "invalid", field: "state", message: `state cannot be changed. ${why}` });
}
