import type { CheckReport } from "../domain/check-report.ts";
import type { Effect } from "../domain/effect.ts";
import type { Snapshot } from "../domain/snapshot.ts";
import type { SourceFile } from "../domain/source-file.ts";

/** Which files of the repository a pass wants the text of; taken from the constitution. */
export interface ReadScope {
  /** `seps/` */
  readonly proposalFolder: string;
  /** Schema files whose diff decides the change class. */
  readonly schemaFiles: readonly string[];
  readonly governanceFolder: string;
  /** Larger files are not read (bytes). */
  readonly maximumBytes: number;
}

/** Where the rules were read: the folder's files and the commit of the default branch they stand at. */
export interface ConstitutionSource {
  readonly commit: string;
  /** Id of the folder's tree: equal ids mean equal files. */
  readonly treeId: string;
  readonly files: readonly SourceFile[];
}

export interface OpenPullRequest {
  readonly number: number;
  /** Digest of everything a pass would compare; equal to the last pass's means nothing moved. */
  readonly fingerprint: string;
}

export interface SweepPage {
  readonly pullRequests: readonly OpenPullRequest[];
  readonly next: string | null;
}

/** One installed repository on GitHub. Every method throws on a fault; absence is a value. */
export interface GitHub {
  /** Null when the pull request does not exist (any more). */
  readSnapshot(
    pullRequest: number,
    scope: ReadScope,
  ): Promise<{ readonly snapshot: Snapshot; readonly governanceTreeId: string | null } | null>;
  /** Null when the default branch has no such folder. */
  readConstitution(folder: string): Promise<ConstitutionSource | null>;
  /** Open pull requests, oldest first, as few requests as GitHub allows. */
  listOpen(cursor: string | null): Promise<SweepPage>;
  /** Applies one effect and says what it made or changed, shortly. */
  execute(pullRequest: number, effect: Effect): Promise<string>;
  /** Completes a check on a commit that belongs to no pull request (a merge group). */
  completeCheck(report: CheckReport): Promise<void>;
}
