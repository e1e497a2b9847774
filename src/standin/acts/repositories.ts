import { emptyTree, ObjectStore } from "../git/index.ts";
import type { Actor, Hub } from "../hub.ts";
import type { Account, Repository } from "../store/index.ts";
import { repository as repositoryView } from "../view/index.ts";
import { announce } from "./announce.ts";
import { signatureOf } from "./files.ts";
import { moveRef } from "./move-ref.ts";

/** The labels that GitHub puts into a new repository. */
const defaultLabels: readonly (readonly [name: string, color: string, description: string])[] = [
  ["bug", "d73a4a", "Something isn't working"],
  ["documentation", "0075ca", "Improvements or additions to documentation"],
  ["duplicate", "cfd3d7", "This issue or pull request already exists"],
  ["enhancement", "a2eeef", "New feature or request"],
  ["good first issue", "7057ff", "Good for newcomers"],
  ["help wanted", "008672", "Extra attention is needed"],
  ["invalid", "e4e669", "This doesn't seem right"],
  ["question", "d876e3", "Further information is requested"],
  ["wontfix", "ffffff", "This will not be worked on"],
];

export interface NewRepository {
  readonly owner: Account;
  readonly name: string;
  readonly description: string | null;
  readonly isPrivate: boolean;
  readonly defaultBranch: string;
  /** Makes a first commit with an empty tree. */
  readonly initialCommit: boolean;
}

export function createRepository(hub: Hub, actor: Actor, wanted: NewRepository): Repository {
  const repository = newRepository(hub, { ...wanted, objects: new ObjectStore(), parent: null });
  const createdAt = repository.createdAt;
  for (const [name, color, description] of defaultLabels) {
    repository.labels.set(name, { id: hub.store.nextId(), name, color, description, isDefault: true, createdAt });
  }
  hub.store.addRepository(repository);
  announce(hub, actor, repository, "repository", "created", () => ({}));
  if (wanted.initialCommit) {
    const by = signatureOf(hub, actor.account);
    const commit = repository.objects.putCommit({ tree: emptyTree, parents: [], author: by, committer: by, message: "Initial commit" });
    moveRef(hub, actor, repository, `refs/heads/${wanted.defaultBranch}`, commit);
  }
  return repository;
}

/** A copy of all branches under another owner, on the same objects. An existing fork of that owner is given instead. */
export function forkRepository(hub: Hub, actor: Actor, parent: Repository, owner: Account, name: string): Repository {
  const present = [...parent.forks].find((fork) => fork.owner === owner);
  if (present) return present;
  const { description, isPrivate, defaultBranch, objects } = parent;
  const fork = newRepository(hub, { owner, name: freeName(hub, owner, name), description, isPrivate, defaultBranch, objects, parent });
  for (const [ref, sha] of parent.refs) fork.refs.set(ref, sha);
  parent.forks.add(fork);
  hub.store.addRepository(fork);
  announce(hub, actor, parent, "fork", null, () => ({ forkee: { ...repositoryView(hub, fork), public: !isPrivate } }));
  return fork;
}

/** Pull requests from a deleted fork stay, without their repository. */
export function deleteRepository(hub: Hub, actor: Actor, repository: Repository): void {
  announce(hub, actor, repository, "repository", "deleted", () => ({}));
  hub.store.repositories.delete(`${repository.owner.login}/${repository.name}`.toLowerCase());
  hub.store.repositoriesById.delete(repository.id);
  repository.parent?.forks.delete(repository);
  for (const pull of hub.store.pullsById.values()) {
    if (pull.headRepository !== repository || pull.issue.repository === repository) continue;
    hub.store.openByHead.get(`${repository.id}:${pull.headRef}`)?.delete(pull);
    pull.headRepository = null;
  }
}

function newRepository(
  hub: Hub,
  given: Pick<Repository, "owner" | "name" | "description" | "isPrivate" | "defaultBranch" | "objects" | "parent">,
): Repository {
  const now = hub.clock.milliseconds();
  return {
    ...given,
    id: hub.store.nextId(),
    archived: false,
    refs: new Map(),
    labels: new Map(),
    issues: new Map(),
    lastNumber: 0,
    openCount: 0,
    collaborators: new Map(),
    contributors: new Set(),
    protections: new Map(),
    rulesets: [],
    queue: [],
    checkSuites: new Map(),
    statuses: new Map(),
    forks: new Set(),
    pinned: [],
    createdAt: now,
    updatedAt: now,
    pushedAt: now,
  };
}

// GitHub numbers a fork whose name its owner has used already.
function freeName(hub: Hub, owner: Account, name: string): string {
  let candidate = name;
  for (let suffix = 1; hub.store.repository(owner.login, candidate); suffix += 1) candidate = `${name}-${suffix}`;
  return candidate;
}
