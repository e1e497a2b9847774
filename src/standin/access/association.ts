import type { Hub } from "../hub.ts";
import type { Account, Repository } from "../store/index.ts";
import type { Schemas } from "../view/schemas.ts";

/** How GitHub describes an author's tie to a repository. Hidden membership does not show. */
export function associationOf(hub: Hub, repository: Repository, account: Account): Schemas["author-association"] {
  if (account === repository.owner) return "OWNER";
  if (hub.store.organizations.get(repository.owner)?.publicMembers.has(account)) return "MEMBER";
  if (repository.collaborators.has(account)) return "COLLABORATOR";
  return repository.contributors.has(account) ? "CONTRIBUTOR" : "NONE";
}
