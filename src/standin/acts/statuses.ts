import { timestamp } from "../clock.ts";
import { Fail } from "../fail.ts";
import type { Actor, Hub } from "../hub.ts";
import type { CommitStatus, Repository } from "../store/index.ts";
import { commit as commitView } from "../view/index.ts";
import { announce } from "./announce.ts";
import { settleQueue } from "./merge-queue.ts";

/** https://docs.github.com/en/rest/commits/statuses#create-a-commit-status */
const mostPerContext = 1_000;

export function createStatus(
  hub: Hub,
  actor: Actor,
  repository: Repository,
  sha: string,
  wanted: Pick<CommitStatus, "state" | "context" | "description" | "targetUrl">,
): CommitStatus {
  if (!repository.objects.commit(sha)) throw new Fail(422, `No commit found for SHA: ${sha}`);
  const present = repository.statuses.get(sha) ?? [];
  if (present.filter((status) => status.context === wanted.context).length >= mostPerContext) {
    throw new Fail(422, "Validation Failed", { errors: ["This SHA and context has reached the maximum number of statuses."] });
  }
  const status: CommitStatus = { ...wanted, id: hub.store.nextId(), creator: actor.account, createdAt: hub.clock.milliseconds() };
  repository.statuses.set(sha, [...present, status]);
  announce(hub, actor, repository, "status", null, () => ({
    id: status.id,
    sha,
    name: `${repository.owner.login}/${repository.name}`,
    target_url: status.targetUrl,
    avatar_url: `${hub.urls.html}/avatars/${actor.account.id}`,
    context: status.context,
    description: status.description,
    state: status.state,
    commit: commitView(hub, repository, sha),
    branches: [],
    created_at: timestamp(status.createdAt),
    updated_at: timestamp(status.createdAt),
  }));
  settleQueue(hub, repository);
  return status;
}
