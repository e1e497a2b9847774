import type { FinalEntry } from "../../conformance/index.ts";
import type { ChangeAssessment, Classification } from "../../domain/classification.ts";
import type { NewLedgerEvent } from "../../domain/ledger-event.ts";
import type { Problem } from "../../domain/problem.ts";
import type { ProposalRecord } from "../../domain/proposal-record.ts";
import type { ProposalState } from "../../domain/proposal-vocabulary.ts";
import type { Route } from "../../domain/route.ts";
import type { Governance } from "../../governance/index.ts";
import type { Instant } from "../../kernel/instant.ts";
import type { Places } from "../places.ts";

/** Whose turn it is. `callable` is false for bots and for accounts that are gone: they are named, never called. */
interface Turn {
  readonly login: string;
  readonly callable: boolean;
}

/** A label that a person put on by hand. */
interface HandLabel {
  readonly label: string;
  readonly login: string;
}

interface Common {
  readonly governance: Governance;
  readonly mode: "observe" | "advise" | "enforce";
  readonly places: Places;
  readonly author: Turn;
}

/** A fact with its number in the ledger: recorded already, or about to be. */
export type NumberedEvent = NewLedgerEvent & { readonly sequence: number };

/** A proposal that could be read. */
export interface ProposalStatus extends Common {
  readonly kind: "proposal";
  readonly file: string;
  readonly state: ProposalState;
  readonly classification: Classification;
  readonly change: ChangeAssessment;
  readonly route: Route;
  readonly problems: readonly Problem[];
  /** What the proposal still has to find before a review. */
  readonly missing: readonly ("group" | "sponsor")[];
  /** The sponsor that the file names, as it names them. */
  readonly sponsor: string | null;
  /** The person who settled the domain, or the class, by a label. */
  readonly domainBy: HandLabel | null;
  readonly changeBy: HandLabel | null;
  /** Labels that its own author set, which count only where they widen the concern. */
  readonly ownLabels: readonly HandLabel[];
  /** Labels of Steward's that a person took off, and that stay off. */
  readonly takenOff: readonly HandLabel[];
  /** Labels of another state than the recorded one. */
  readonly strayStates: readonly string[];
  /** Where it stands: the fold of `events`. */
  readonly record: ProposalRecord;
  /** Oldest first; reasons, clauses and commits of rules are read from them. */
  readonly events: readonly NumberedEvent[];
  /** Compared with deadlines only, so that a later look at the same things says the same. */
  readonly now: Instant;
  /** Digest of the head (X1), which consents bind to once this is published; null while it is not known. */
  readonly digest: string | null;
  /** Logins of those who could sponsor, the least loaded first. */
  readonly sponsorSuggestions: readonly string[];
  /** R7, judged at this head as `/final` would judge it; empty before acceptance. */
  readonly requirements: readonly FinalEntry[];
  /**
   * Hash of the event that closed the decision shown, or of a later one that is no courtesy: never of one that records this very
   * comment, or no pass would ever end. Null while nothing is decided.
   */
  readonly recordHash: string | null;
  /** Where the record stands as JSON; null where there is no such place. */
  readonly recordJson: string | null;
}

interface SeveralProposalsStatus extends Common {
  readonly kind: "several-proposals";
  readonly files: readonly string[];
}

/** A proposal file that cannot be read: a link, a folder, a binary, too large, or gone. */
interface UnreadableStatus extends Common {
  readonly kind: "unreadable";
  readonly state: ProposalState;
  readonly file: string;
  readonly problem: Problem;
}

/** Files of proposals that stand on the default branch already are edited, moved or deleted. */
interface RecordChangeStatus extends Common {
  readonly kind: "record-change";
  readonly files: readonly string[];
  /** How many of them are final, or could not be told from final ones. */
  readonly final: number;
  readonly route: Route;
}

export type StatusData = RecordChangeStatus | ProposalStatus | SeveralProposalsStatus | UnreadableStatus;
