import { compareCommits } from "../facts/comparison.ts";
import { invalid } from "../fail.ts";
import type { Actor, Hub } from "../hub.ts";
import type { Pull, Repository } from "../store/index.ts";
import { announcePull } from "./announce.ts";
import { openSuites } from "./check-suites.ts";
import { index, unindex } from "./issue-state.ts";
import { newIssue } from "./issues.ts";
import { recordEvent } from "./record-event.ts";

export interface NewPull {
  readonly title: string;
  readonly body: string | null;
  readonly baseRef: string;
  readonly head: { readonly repository: Repository; readonly ref: string };
  readonly draft: boolean;
  readonly maintainerCanModify: boolean;
}

/** Opens a pull request; 422 for a missing branch, no commits between, unrelated histories, or one that is open already. */
export function openPull(hub: Hub, actor: Actor, repository: Repository, wanted: NewPull): Pull {
  const { head, baseRef } = wanted;
  const headSha = head.repository.refs.get(`refs/heads/${head.ref}`);
  const baseSha = repository.refs.get(`refs/heads/${baseRef}`);
  if (baseSha === undefined) throw invalid({ resource: "PullRequest", field: "base", code: "invalid" });
  if (headSha === undefined) throw invalid({ resource: "PullRequest", field: "head", code: "invalid" });
  const label = `${head.repository.owner.login}:${head.ref}`;
  refuseDuplicate(hub, repository, head.repository, head.ref, baseRef);
  const { mergeBase, commits } = compareCommits(repository.objects, baseSha, headSha);
  if (mergeBase === undefined) {
    throw invalid({
      resource: "PullRequest",
      code: "custom",
      message: `The ${head.ref} branch has no history in common with ${repository.owner.login}:${baseRef}`,
    });
  }
  if (commits.length === 0) {
    throw invalid({
      resource: "PullRequest",
      code: "custom",
      message: `No commits between ${repository.owner.login}:${baseRef} and ${label}`,
    });
  }
  const issue = newIssue(hub, actor, repository, wanted);
  const pull: Pull = {
    id: hub.store.nextId(),
    issue,
    headRepository: head.repository,
    headOwner: head.repository.owner,
    headRef: head.ref,
    headSha,
    baseRef,
    baseSha,
    draft: wanted.draft,
    maintainerCanModify: wanted.maintainerCanModify && head.repository !== repository,
    merged: null,
    autoMerge: null,
    requestedUsers: new Set(),
    requestedTeams: new Set(),
    reviews: [],
    reviewComments: [],
    mergeability: null,
  };
  issue.pull = pull;
  hub.store.pullsById.set(pull.id, pull);
  index(hub, pull);
  announcePull(hub, actor, pull, "opened");
  if (head.repository !== repository) openSuites(hub, actor, repository, headSha, null, null);
  return pull;
}

/** Two open pull requests never join the same branches. */
export function refuseDuplicate(hub: Hub, base: Repository, home: Repository, headRef: string, baseRef: string): void {
  const open = hub.store.openByHead.get(`${home.id}:${headRef}`) ?? [];
  if (![...open].some((pull) => pull.issue.repository === base && pull.baseRef === baseRef)) return;
  const message = `A pull request already exists for ${home.owner.login}:${headRef}.`;
  throw invalid({ resource: "PullRequest", code: "custom", message });
}

/** Points an open pull request at another branch. */
export function changeBase(hub: Hub, actor: Actor, pull: Pull, baseRef: string): void {
  const { repository } = pull.issue;
  const from = pull.baseRef;
  if (baseRef === from) return;
  const sha = repository.refs.get(`refs/heads/${baseRef}`);
  if (sha === undefined) throw invalid({ resource: "PullRequest", field: "base", code: "invalid" });
  const fromSha = pull.baseSha;
  unindex(hub, pull);
  pull.baseRef = baseRef;
  pull.baseSha = sha;
  if (pull.issue.state === "open") index(hub, pull);
  recordEvent(hub, actor, pull.issue, { kind: "base_ref_changed", from, to: baseRef });
  announcePull(hub, actor, pull, "edited", () => ({ changes: { base: { ref: { from }, sha: { from: fromSha } } } }));
}

export function setDraft(hub: Hub, actor: Actor, pull: Pull, draft: boolean): void {
  if (pull.draft === draft) return;
  pull.draft = draft;
  recordEvent(hub, actor, pull.issue, { kind: draft ? "convert_to_draft" : "ready_for_review" });
  announcePull(hub, actor, pull, draft ? "converted_to_draft" : "ready_for_review");
}
