import type { ShownView } from "../domain/plan.ts";
import type { Receipt } from "../domain/receipt.ts";
import type { CheckConclusion } from "../domain/snapshot.ts";
import type { Instant } from "../kernel/instant.ts";
import type { Subject } from "./ledger.ts";
import type { Lease } from "./store-lease.ts";

/** What the last pass left behind about one pull request. A cache: losing it costs one more pass, never a decision. */
export interface SubjectState {
  readonly subject: Subject;
  /** `OpenPullRequest.fingerprint` as the last pass saw it; null asks the next sweep for a pass whatever it finds. */
  readonly fingerprint: string | null;
  readonly view: ShownView;
  readonly headSha: string;
  /** Conclusion of the check for this pull request alone; the gate shows the worst of all open ones with its head. */
  readonly checkConclusion: CheckConclusion | null;
  readonly open: boolean;
  readonly lastPassAt: Instant;
  /** A pass is due from then on; null when only events or a sweep can change anything. */
  readonly nextLook: Instant | null;
}

export type SweptState = Pick<SubjectState, "subject" | "fingerprint" | "nextLook">;

/** Where passes keep what they learned, and where the web page reads it. */
export interface SubjectStore {
  read(subject: Subject): Promise<SubjectState | null>;
  /** Replaces the whole state; throws `LeaseLost` when the lease has been taken over. */
  save(state: SubjectState, lease: Lease): Promise<void>;
  /** All known pull requests of a repository, by number. */
  list(repositoryId: number): Promise<readonly SubjectState[]>;
  /** What a sweep compares of those that were open when last looked at, by number: little, however many there are. */
  listOpen(repositoryId: number): Promise<readonly SweptState[]>;
  /** Open pull requests of a repository whose head is this commit, by number. */
  listByHead(repositoryId: number, headSha: string): Promise<readonly SubjectState[]>;
  /** Lower-case login to the open escalations that wait for them, over the open pull requests as their last passes left them (E2). */
  countHandled(repositoryId: number): Promise<ReadonlyMap<string, number>>;
  /** Subjects whose `nextLook` has come, the longest due first. */
  listDue(now: Instant, limit: number): Promise<readonly Subject[]>;
}

/** A JSON value as stored; whoever reads it parses it. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** Values that can be computed or read again: constitutions by tree id, label lists. May be emptied at any time. */
export interface Cache {
  /** Undefined when absent. The caller checks the shape: another version may have written it. */
  get(key: string): Promise<unknown>;
  put(key: string, value: Json): Promise<void>;
}

/** What was written to GitHub, for the record and for the brakes. Kept by `Ledger.keepReceipts`. */
export interface ReceiptStore {
  /** Newest first. */
  read(subject: Subject, limit: number): Promise<readonly Receipt[]>;
  /** Applied effects of the whole repository at or after `since`: the brake counts the last hour with it. */
  countApplied(repositoryId: number, since: Instant): Promise<number>;
}
