import type { GitHub } from "../../ports/github.ts";
import { changedFolders } from "./changed-folders.ts";
import { type ClientOptions, createClient } from "./client.ts";
import { executeEffect } from "./execute-effect.ts";
import { listOpen } from "./list-open.ts";
import type { RecentChanges } from "./read-change.ts";
import { readCommentOrigin, readLatestCommentId } from "./read-comment.ts";
import { readConstitution } from "./read-constitution.ts";
import { listForeignPaths, readForeignFiles } from "./read-foreign-files.ts";
import { readGate } from "./read-gate.ts";
import { listEveryPullRequest, readFirstCheck } from "./read-history.ts";
import { readMergeQueue } from "./read-merge-queue.ts";
import { readSnapshot } from "./read-snapshot.ts";
import type { RepositoryContext } from "./repository-context.ts";
import { writeCheck } from "./write-check.ts";

/** `octokit` is signed in as the installation, with its own throttling and retries off (`withoutRetries`); `pace` and `waitingRoom`
 * are shared by all repositories of the installation, as GitHub's limits are. */
interface GitHubOptions extends ClientOptions {
  readonly owner: string;
  readonly name: string;
  /** The App: id, and login with `[bot]`. */
  readonly self: { readonly appId: number; readonly login: string };
  readonly checkName: string;
  /** What was read of commits lately; shared by all repositories of the process, and kept from pass to pass. */
  readonly changes: RecentChanges;
}

/** One installed repository, through GraphQL for reading and REST for writing. */
export function createGitHub(options: GitHubOptions): GitHub {
  const { owner, name, self, checkName, clock, changes } = options;
  const context: RepositoryContext = { client: createClient(options), clock, owner, name, self, checkName };
  return {
    readSnapshot: (pullRequest, scope) => readSnapshot(context, changes, pullRequest, scope),
    readConstitution: (folder, commit) => readConstitution(context, folder, commit ?? "HEAD"),
    listOpen: (governanceFolder, cursor) => listOpen(context, governanceFolder, cursor),
    changedFolders: (folders, before, after) => changedFolders(context, folders, before, after),
    readMergeQueue: () => readMergeQueue(context),
    execute: (pullRequest, effect) => executeEffect(context, pullRequest, effect),
    readLatestCommentId: (pullRequest) => readLatestCommentId(context, pullRequest),
    readCommentOrigin: (commentId) => readCommentOrigin(context, commentId),
    listForeignPaths: (repository) => listForeignPaths(context, repository),
    readForeignFiles: (repository, paths, maximumBytes, tree) => readForeignFiles(context, repository, paths, maximumBytes, tree),
    readGate: () => readGate(context),
    listEveryPullRequest: () => listEveryPullRequest(context),
    readFirstCheck: (headSha) => readFirstCheck(context, headSha),
    completeCheck: async (report) => {
      await writeCheck(context, report);
    },
  };
}
