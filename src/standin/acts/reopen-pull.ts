import { type Fail, invalid } from "../fail.ts";
import type { Pull } from "../store/index.ts";

/** Throws 422 for a pull request that GitHub would not open again: merged, or its branch gone or rewritten. */
export function checkReopening(pull: Pull): void {
  if (pull.merged) throw refused("The pull request cannot be reopened.");
  const tip = pull.headRepository?.refs.get(`refs/heads/${pull.headRef}`);
  if (pull.headRepository === null) throw refused("The repository that submitted this pull request has been deleted.");
  if (tip === undefined) throw refused(`The ${pull.headRef} branch has been deleted.`);
  if (tip !== pull.headSha) throw refused(`The ${pull.headRef} branch was force-pushed or recreated.`);
}

function refused(why: string): Fail {
  return invalid({ resource: "PullRequest", code: "invalid", field: "state", message: `state cannot be changed. ${why}` });
}
