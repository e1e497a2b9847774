import { mayBypass, rulesetsOn } from "../facts/branch-rules.ts";
import { comparePull } from "../facts/comparison.ts";
import { baseTip, missingByProtection, missingByRuleset } from "../facts/merge-state.ts";
import { Fail } from "../fail.ts";
import { mergeCommits, mergeTrees, type Signature } from "../git/index.ts";
import type { Actor, Hub } from "../hub.ts";
import type { MergeMethod, Pull } from "../store/index.ts";
import { signatureOf } from "./files.ts";
import { markMerged } from "./mark-merged.ts";
import { moveRef } from "./move-ref.ts";

export interface MergeRequest {
  readonly method: MergeMethod;
  readonly title: string | null;
  readonly message: string | null;
  /** The head that the caller means; null takes whatever it is. */
  readonly expectedHead: string | null;
  /** Administrators pass protection that does not name them. */
  readonly asAdmin: boolean;
}

/** Merges into the base branch and gives the commit there. 405 when it cannot be merged, 409 when the head has moved. */
export function mergePull(hub: Hub, actor: Actor, pull: Pull, request: MergeRequest): string {
  const { issue } = pull;
  const { repository } = issue;
  if (issue.state === "closed" || pull.draft)
    throw new Fail(405, pull.draft ? "Pull Request is still a draft" : "Pull Request is not mergeable");
  if (request.expectedHead !== null && request.expectedHead !== pull.headSha) {
    throw new Fail(409, "Head branch was modified. Review and try the merge again.");
  }
  const missing = whatForbids(hub, actor, pull, request.asAdmin)[0];
  if (missing !== undefined) throw new Fail(405, missing);
  const commit = makeCommit(hub, actor, pull, request);
  // Marked first, so that the branch's arrival at the head does not mark it a second time.
  markMerged(hub, actor, pull, commit);
  moveRef(hub, actor, repository, `refs/heads/${pull.baseRef}`, commit);
  return commit;
}

/** Administrators pass the older protection unless it names them; rulesets let pass whom they list, and nobody else. */
function whatForbids(hub: Hub, actor: Actor, pull: Pull, asAdmin: boolean): string[] {
  const { repository } = pull.issue;
  const binds = repository.protections.get(pull.baseRef)?.enforceAdmins || !asAdmin;
  const rulesets = rulesetsOn(repository, pull.baseRef).filter((ruleset) => !mayBypass(hub, actor, repository, ruleset));
  return [
    ...(binds ? missingByProtection(pull) : []),
    ...rulesets.flatMap((ruleset) => [
      ...missingByRuleset(pull, ruleset),
      ...(ruleset.rules.some(({ type }) => type === "merge_queue") ? ["Changes must be made through the merge queue"] : []),
    ]),
  ];
}

function makeCommit(hub: Hub, actor: Actor, pull: Pull, request: MergeRequest): string {
  const { objects } = pull.issue.repository;
  const tip = baseTip(pull);
  const by = signatureOf(hub, actor.account);
  if (request.method === "rebase") return rebase(pull, tip, by);
  const merged = mergeCommits(objects, tip, pull.headSha);
  if (!merged.clean) throw new Fail(405, "Pull Request is not mergeable");
  const { number, title } = pull.issue;
  if (request.method === "squash") {
    const message = withBody(request.title ?? `${title} (#${number})`, request.message);
    const author = signatureOf(hub, pull.issue.author);
    return objects.putCommit({ tree: merged.tree, parents: [tip], author, committer: by, message });
  }
  const message = withBody(
    request.title ?? `Merge pull request #${number} from ${pull.headOwner.login}/${pull.headRef}`,
    request.message ?? title,
  );
  return objects.putCommit({ tree: merged.tree, parents: [tip, pull.headSha], author: by, committer: by, message });
}

function rebase(pull: Pull, tip: string, committer: Signature): string {
  const { objects } = pull.issue.repository;
  return comparePull(pull).commits.reduce((onto, sha) => {
    const commit = objects.knownCommit(sha);
    const [parent, second] = commit.parents;
    if (parent === undefined || second !== undefined) throw new Fail(405, "This branch can't be rebased");
    const merged = mergeTrees(objects, objects.knownCommit(parent).tree, objects.knownCommit(onto).tree, commit.tree);
    if (!merged.clean) throw new Fail(405, "This branch can't be rebased");
    return objects.putCommit({ ...commit, tree: merged.tree, parents: [onto], committer });
  }, tip);
}

function withBody(title: string, body: string | null): string {
  return body === null || body === "" ? title : `${title}\n\n${body}`;
}
