import type { Instant } from "../kernel/instant.ts";
import type { SourceFile } from "./source-file.ts";

/** Who did something on GitHub. The numeric id is the identity; a login may change hands. */
export interface Actor {
  /** Null for ghosts, for mannequins, and for what GitHub does not tell. */
  readonly id: number | null;
  readonly login: string;
  /** Apps, and mannequins (imported accounts that nobody can sign in to). */
  readonly bot: boolean;
}

export interface ChangedFile {
  readonly path: string;
  readonly change: "added" | "modified" | "deleted" | "renamed" | "copied" | "changed";
  /** Where a renamed file stood at the base. */
  readonly previousPath?: string;
}

/** A changed file's content at the head commit, by Git's name for it; null where the file is gone. */
export interface HeadFile {
  readonly path: string;
  readonly blob: string | null;
}

/** One entry of the proposal folder at the head commit. */
export interface FolderEntry {
  /** Name inside the folder, not a path. */
  readonly name: string;
  readonly kind: "file" | "executable" | "symlink" | "submodule" | "folder";
}

/** A text at a commit; `text` is null when it is absent from the commit, not regular, binary, or too large to be read. */
export interface FileAtCommit {
  readonly path: string;
  readonly text: string | null;
  readonly bytes: number;
  /** Why `text` is null. */
  readonly unread: "absent" | "not-regular" | "binary" | "too-large" | null;
}

/** A file of the pull request on both sides: at the merge base (the base branch) and at the head. */
export interface FilePair {
  readonly path: string;
  readonly base: FileAtCommit;
  readonly head: FileAtCommit;
}

export interface Comment {
  readonly id: number;
  readonly author: Actor;
  readonly body: string;
  readonly createdAt: Instant;
  /** Null when never edited. */
  readonly editedAt: Instant | null;
  /** Who edited it last; null when never edited, or when GitHub no longer tells. */
  readonly editor: Actor | null;
  /** The other App through which a person's token wrote it, where that is known (`readCommentOrigin`); null otherwise. */
  readonly viaApp: string | null;
  /** Whether this App has put 👍 on it. */
  readonly reacted: boolean;
}

/** GitHub forgets what a dismissed review had said. */
export type ReviewVerdict = "approved" | "changes-requested" | "commented" | "dismissed";

/** A submitted review by someone else than this App. */
export interface Review {
  readonly id: number;
  readonly author: Actor;
  readonly body: string;
  readonly verdict: ReviewVerdict;
  readonly submittedAt: Instant;
  /** When its text was last edited; null when never. */
  readonly editedAt: Instant | null;
  /** The commit it is about; null when that is gone. */
  readonly commit: string | null;
}

/** A review by this App itself. */
export interface OwnReview {
  readonly id: number;
  readonly verdict: ReviewVerdict;
  readonly commit: string | null;
}

/** A review comment by this App that carries its marker. */
export interface OwnSuggestion {
  readonly id: number;
  readonly path: string;
  readonly body: string;
}

export interface LabelEvent {
  /** GitHub's node id: names the act. */
  readonly id: string;
  readonly action: "labeled" | "unlabeled";
  readonly label: string;
  readonly actor: Actor;
  readonly at: Instant;
}

export interface AssignmentEvent {
  /** GitHub's node id: names the act. */
  readonly id: string;
  readonly action: "assigned" | "unassigned";
  readonly assignee: Actor;
  readonly actor: Actor;
  readonly at: Instant;
}

export interface ReviewRequestEvent {
  /** GitHub's node id: names the act. */
  readonly id: string;
  readonly action: "requested" | "removed";
  /** Login, or team slug. */
  readonly reviewer: string;
  readonly team: boolean;
  readonly actor: Actor;
  readonly at: Instant;
}

export interface RepositoryLabel {
  readonly name: string;
  /** Six hex digits without #. */
  readonly color: string;
  readonly description: string;
}

/** A check run that this App made on the head commit. */
export interface OwnCheckRun {
  readonly id: number;
  readonly name: string;
  readonly headSha: string;
  readonly conclusion: CheckConclusion | null;
  /** Digest of what was shown, kept in `external_id`: equal digests need no write. */
  readonly digest: string | null;
}

export type CheckConclusion = "success" | "failure" | "neutral" | "action_required";

export interface RepositoryFacts {
  readonly id: number;
  readonly owner: string;
  readonly name: string;
  readonly defaultBranch: string;
  /** Head commit of the default branch. */
  readonly defaultCommit: string;
  readonly labels: readonly RepositoryLabel[];
}

export interface PullRequestFacts {
  readonly number: number;
  readonly url: string;
  readonly title: string;
  readonly state: "open" | "closed" | "merged";
  readonly draft: boolean;
  readonly locked: boolean;
  readonly author: Actor;
  readonly createdAt: Instant;
  /** Null while open. */
  readonly closedAt: Instant | null;
  /** Who closed or merged it last; null while open, and for what GitHub closed by itself or does not tell. */
  readonly closedBy: Actor | null;
  /** Null unless merged. */
  readonly mergedAt: Instant | null;
  readonly baseRef: string;
  readonly baseSha: string;
  readonly headSha: string;
  /** Name of the head branch. */
  readonly headRef: string;
  /** Whether the head branch stands in this repository, where this App can be allowed to push; false for forks, and when it is gone. */
  readonly headIsHere: boolean;
  readonly labels: readonly string[];
  readonly assignees: readonly Actor[];
  readonly requestedUsers: readonly string[];
  readonly requestedTeams: readonly string[];
  /** Complete unless `filesTruncated`. */
  readonly files: readonly ChangedFile[];
  readonly filesTruncated: boolean;
  /** Comments by this App that carry its marker, oldest first. */
  readonly ownComments: readonly Comment[];
  /** Every comment by others than this App, bots included, oldest first. */
  readonly conversation: readonly Comment[];
  /** Every submitted review by others, oldest first. */
  readonly reviews: readonly Review[];
  readonly ownReviews: readonly OwnReview[];
  readonly ownSuggestions: readonly OwnSuggestion[];
  /** Oldest first. */
  readonly labelEvents: readonly LabelEvent[];
  readonly assignmentEvents: readonly AssignmentEvent[];
  readonly reviewRequestEvents: readonly ReviewRequestEvent[];
}

/** What one pass read from GitHub about one pull request: immutable, plain, complete for what the plan reads. */
export interface Snapshot {
  readonly takenAt: Instant;
  /** The App itself, so that its own acts are told from people's. */
  readonly self: { readonly appId: number; readonly login: string };
  readonly repository: RepositoryFacts;
  readonly pullRequest: PullRequestFacts;
  /** The proposal folder at the head commit; empty when no changed file is in it. */
  readonly folder: readonly FolderEntry[];
  /** The changed files whose text the plan reads: proposals, schema files and changelog pages. */
  readonly texts: readonly FilePair[];
  /** Every changed file of a pull request that touches the proposal folder, by path; empty for others. */
  readonly headFiles: readonly HeadFile[];
  /** The whole constitution at the head commit, when the pull request touches it; else null. Judged, never obeyed. */
  readonly governanceAtHead: readonly SourceFile[] | null;
  readonly checks: readonly OwnCheckRun[];
}
