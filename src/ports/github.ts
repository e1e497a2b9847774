import type { CheckReport } from "../domain/check-report.ts";
import type { Effect } from "../domain/effect.ts";
import type { Fingerprint } from "../domain/fingerprint.ts";
import type { Snapshot } from "../domain/snapshot.ts";
import type { SourceFile } from "../domain/source-file.ts";
import type { Instant } from "../kernel/instant.ts";

/** Which files of the repository a pass wants the text of; taken from the constitution. */
export interface ReadScope {
  /** `seps/` */
  readonly proposalFolder: string;
  /** Schema files whose diff decides the change class. */
  readonly schemaFiles: readonly string[];
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
  /** Null when the default branch has no such folder. */
  readConstitution(folder: string): Promise<ConstitutionSource | null>;
  /** Open pull requests, oldest first, 50 a page. */
  listOpen(governanceFolder: string, cursor: string | null): Promise<SweepPage>;
  /** Whether any file in the folder differs between two commits. */
  hasFolderChanged(folder: string, before: string, after: string): Promise<boolean>;
  /** Applies one effect. Effects of one pass go one at a time: GitHub asks for it. */
  execute(pullRequest: number, effect: Effect): Promise<Executed>;
  /** Completes a check on a commit that belongs to no pull request (a merge group). */
  completeCheck(report: CheckReport): Promise<void>;
}
