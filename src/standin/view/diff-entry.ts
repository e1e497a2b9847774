import { type FileChange, patchOf } from "../git/index.ts";
import type { Hub } from "../hub.ts";
import type { Repository } from "../store/index.ts";
import { repositoryPage, repositoryUrl } from "./repository.ts";
import type { Schemas } from "./schemas.ts";

/** One changed file of a pull request or comparison; `patch` is absent for binary and very large ones. */
export function diffEntry(hub: Hub, repository: Repository, head: string, change: FileChange): Schemas["diff-entry"] {
  const { additions, deletions, text } = patchOf(repository.objects, change);
  const path = change.path.split("/").map(encodeURIComponent).join("/");
  return {
    sha: (change.after ?? change.before)?.sha ?? null,
    filename: change.path,
    status: change.status,
    additions,
    deletions,
    changes: additions + deletions,
    blob_url: `${repositoryPage(hub, repository)}/blob/${head}/${path}`,
    raw_url: `${repositoryPage(hub, repository)}/raw/${head}/${path}`,
    contents_url: `${repositoryUrl(hub, repository)}/contents/${path}?ref=${head}`,
    ...(text === null ? {} : { patch: text }),
    ...(change.previousPath === null ? {} : { previous_filename: change.previousPath }),
  };
}
