import type { CheckReport } from "../domain/check-report.ts";
import type { Effect } from "../domain/effect.ts";
import type { Fingerprint } from "../domain/fingerprint.ts";
import type { FileAtCommit, FolderEntry, Snapshot } from "../domain/snapshot.ts";
import type { SourceFile } from "../domain/source-file.ts";
import type { Instant } from "../kernel/instant.ts";

/** Which files of the repository a pass wants the text of; taken from the constitution. */
export interface ReadScope {
  /** `seps/` */
  readonly proposalFolder: string;
  /** Schema files whose diff decides the change class. */
  readonly schemaFiles: readonly string[];
  /** Changelog pages, in which `/final` looks for the proposal's entry. */
  readonly changelogFiles: readonly string[];
  /** `governance`, without a slash at its end. */
  readonly governanceFolder: string;
  /** Larger files are not read (bytes). */
  readonly maximumBytes: number;
}

/** Where the rules were read: the folder's files and the commit of the default branch they stand at. */
export interface ConstitutionSource {
  /** The commit that last changed the folder: the same for every reader, whatever else was pushed since. */
  readonly commit: string;
  /** Id of the folder's tree: equal ids mean equal files. */
  readonly treeId: string;
  readonly files: readonly SourceFile[];
}

/** What one pass read. */
export interface PullRequestReading {
  readonly snapshot: Snapshot;
  /** Id of the constitution's tree on the default branch, at the time of the reading; null when there is no such folder. */
  readonly governanceTreeId: string | null;
  readonly fingerprint: Fingerprint;
}

interface OpenPullRequest {
  readonly number: number;
  /** Digest of everything a pass would compare; equal to the last pass's means nothing moved. */
  readonly fingerprint: string;
}

export interface SweepPage {
  readonly pullRequests: readonly OpenPullRequest[];
  readonly governanceTreeId: string | null;
  readonly next: string | null;
}

/** What an effect came to. */
export interface Executed {
  /** Short, for the receipt. */
  readonly detail: string;
  /** Comment or check run that was made or changed. */
  readonly id: number | null;
  /** Reviewers whom GitHub does not let be asked here: logins, and team slugs as `team/<slug>`. */
  readonly refused: readonly string[];
  /** GitHub's own time of the comment that was written; null for everything else. */
  readonly at: Instant | null;
}

/** What can be known only by asking, and may be refused: then why. */
export type Known<T> = { readonly known: true; readonly value: T } | { readonly known: false; readonly why: string };

/** What stands at a path of another repository. */
export type ForeignEntry =
  | { readonly kind: "absent" }
  | { readonly kind: "file"; readonly file: FileAtCommit }
  | { readonly kind: "folder"; readonly entries: readonly FolderEntry[] };

/** All files of another repository's default branch, by path. */
export interface ForeignPaths {
  /** Id of the tree: what is read at it is of the same moment. */
  readonly tree: string;
  readonly paths: readonly string[];
  /** False where GitHub has cut the list (100,000 entries): what is not in it is unknown. */
  readonly complete: boolean;
}

/** What stands at each path that was asked, in a repository's default branch, or at the tree that was given. */
export interface ForeignFiles {
  /** The default branch's head at the time of the answer. */
  readonly commit: string;
  readonly entries: ReadonlyMap<string, ForeignEntry>;
}

/** One pull request in the default branch's merge queue, and the commit that stands for the branch with it merged. */
export interface QueueEntry {
  readonly pullRequest: number;
  /** Head of its merge group, which holds everything before it in the queue too; null until GitHub has made it. */
  readonly groupHead: string | null;
}

/** What the rules of the default branch say about the App's check. */
export interface Gate {
  readonly branch: string;
  /** `pinned`: required, and only from this App; `unpinned`: required, from whoever reports it; `other-app`: from another App. */
  readonly requirement: Known<"pinned" | "unpinned" | "other-app" | "not-required">;
  /** Who may merge without it: `team 12`, `app 7`, `role admin`, … */
  readonly bypass: Known<readonly string[]>;
  readonly mergeQueue: Known<boolean>;
  /** Whether a merge waits for a review of the changed files' code owners. */
  readonly codeOwnerReview: Known<boolean>;
}

/** GitHub did not give what was asked; the message says what was asked and what came. Never holds a token. */
export class GitHubFault extends Error {
  override readonly name: string = "GitHubFault";
  /** HTTP status, or null when there was no answer or one of the wrong shape. */
  readonly status: number | null;

  constructor(message: string, status: number | null, options?: ErrorOptions) {
    super(message, options);
    this.status = status;
  }
}

/** GitHub asks to wait (primary or secondary limit). Nothing is sent for this installation before `until`. */
export class RateLimited extends GitHubFault {
  override readonly name = "RateLimited";
  readonly until: Instant;

  constructor(message: string, status: number | null, until: Instant) {
    super(message, status);
    this.until = until;
  }
}

/** One installed repository on GitHub. Every method throws on a fault; absence is a value. */
export interface GitHub {
  /** Null when the pull request does not exist (any more). */
  readSnapshot(pullRequest: number, scope: ReadScope): Promise<PullRequestReading | null>;
  /** At a commit; without one, at the default branch's head. Null when there is no such folder. */
  readConstitution(folder: string, commit?: string): Promise<ConstitutionSource | null>;
  /** Open pull requests, oldest first, 50 a page. */
  listOpen(governanceFolder: string, cursor: string | null): Promise<SweepPage>;
  /** Of these folders, those in which any file differs between two commits. */
  changedFolders(folders: readonly string[], before: string, after: string): Promise<readonly string[]>;
  /** The default branch's merge queue in its order; at most the first hundred, empty where there is none. */
  readMergeQueue(): Promise<readonly QueueEntry[]>;
  /** Applies one effect. Effects of one pass go one at a time: GitHub asks for it. */
  execute(pullRequest: number, effect: Effect): Promise<Executed>;
  /** Id of the newest comment; null where there is none, or no such pull request. */
  readLatestCommentId(pullRequest: number): Promise<number | null>;
  /** The App through which a person's token wrote the comment, null where it was none; `absent` when it is gone. GraphQL does not tell. */
  readCommentOrigin(commentId: number): Promise<{ readonly viaApp: string | null } | "absent">;
  /** `repository` is `owner/name`, and public. What cannot be read is a value. */
  listForeignPaths(repository: string): Promise<Known<ForeignPaths>>;
  /** `tree` as `listForeignPaths` gave it; the default branch's head without. */
  readForeignFiles(repository: string, paths: readonly string[], maximumBytes: number, tree?: string): Promise<Known<ForeignFiles>>;
  readGate(): Promise<Gate>;
  /** Numbers of every pull request, closed ones included, oldest first. */
  listEveryPullRequest(): Promise<readonly number[]>;
  /** When this App first began its check on the commit, by GitHub's time; null when it never did. */
  readFirstCheck(headSha: string): Promise<Instant | null>;
  /** Completes a check on a commit that belongs to no pull request (a merge group). */
  completeCheck(report: CheckReport): Promise<void>;
}
