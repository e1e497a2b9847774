/**
 * What a simulated project is and what happens in it, in words that neither the core nor the oracle owns: both are given the
 * same history and must say the same. Times are milliseconds since 1970, always whole seconds, as GitHub's are.
 */

/** One human being. Accounts are GitHub accounts by numeric id; the first is the one the roster shows. */
export interface SimPerson {
  readonly id: string;
  readonly accounts: readonly SimAccount[];
  /** Null: none stated. Each `independent` person stands for themselves. */
  readonly organisation: string | null;
  readonly levels: readonly ("core-maintainer" | "lead-maintainer" | "maintainer" | "member")[];
  readonly emeritus: boolean;
  /** Days `YYYY-MM-DD`, both included. */
  readonly away: readonly { readonly from: string; readonly until: string }[];
}

export interface SimAccount {
  readonly login: string;
  readonly accountId: number;
  /** False: people.yml gives no id, so that the account cannot act (T6). */
  readonly pinned: boolean;
}

export interface SimGroup {
  readonly id: string;
  /** Person ids; leads vote too. */
  readonly leads: readonly string[];
  readonly members: readonly string[];
}

/** A constitution at one commit. What is not here is as docs/how-decisions-work.md says in brackets. */
export interface SimRules {
  readonly people: readonly SimPerson[];
  readonly groups: readonly SimGroup[];
  readonly timeZone: string;
  readonly holidays: readonly string[];
  /** Whether a group must stand behind a proposal before it is a draft (S2, S4). */
  readonly groupRequired: boolean;
  readonly sponsorOwn: "allowed" | "refused";
  readonly consensus: {
    readonly minorDays: number;
    readonly significantDays: number;
    readonly consents: number;
    readonly organisations: number;
  };
  readonly groupVote: {
    readonly days: number;
    readonly quorum: number;
    readonly threshold: "majority" | "two-thirds";
    readonly abstainCounts: boolean;
    readonly earlyClose: boolean;
  };
  readonly coreVote: { readonly days: number; readonly insideReviewWindow: boolean };
  /** Of the group's delegation: null where no delegation names what the proposal is, so that Core decides (O4). */
  readonly oversight: { readonly kind: "veto-window"; readonly businessDays: number } | { readonly kind: "approval" };
  readonly contestBusinessDays: number;
  readonly answerBusinessDays: number;
  readonly holdDays: number;
  /** Review windows, days `YYYY-MM-DD`, both included; empty: none are given. */
  readonly reviewWindows: readonly { readonly opens: string; readonly closes: string }[];
  readonly recorders: readonly string[];
}

/** The one proposal that a history is about. Its text never names another domain than the group's. */
export interface SimProposal {
  /** Account id of whoever opened the pull request. */
  readonly openedBy: number;
  /** Further authors named in the file (person ids). */
  readonly authors: readonly string[];
  readonly openedAt: number;
  /** The owner of its primary domain, and those who decide with it (a joint decision has two or more). */
  readonly groups: readonly string[];
  /**
   * `delegated`: the groups decide together, by consensus, under oversight. `core`: a reserved matter or a breaking change:
   * Core decides, the first group recommends.
   */
  readonly route: "delegated" | "core";
}

/** Something that happened on GitHub. `id` grows over the history and orders what has the same time. */
export type SimAct =
  | {
      readonly kind: "comment";
      readonly id: number;
      readonly at: number;
      readonly by: number;
      /** One line, a command such as `/lgtm` or `/propose accept minor`. */
      readonly text: string;
      /** When the comment was edited before any pass saw it: asks to be repeated (T5). Else null. */
      readonly editedAt: number | null;
      readonly bot: boolean;
    }
  | {
      readonly kind: "review";
      readonly id: number;
      readonly at: number;
      readonly by: number;
      readonly verdict: "approved" | "changes-requested";
      /** The text version of the commit that was reviewed. */
      readonly text: SimText;
    }
  /** `at` is when the branch moved. */
  | { readonly kind: "push"; readonly id: number; readonly at: number; readonly text: SimText }
  /** The constitution on the default branch is another from then on. */
  | { readonly kind: "rules"; readonly id: number; readonly at: number; readonly rules: SimRules }
  /** A comment or review, already seen by a pass, was edited or deleted: changes nothing (T5). */
  | { readonly kind: "tamper"; readonly id: number; readonly at: number; readonly act: number; readonly how: "edited" | "deleted" }
  | {
      readonly kind: "label";
      readonly id: number;
      readonly at: number;
      readonly by: number;
      readonly action: "put" | "taken";
      readonly label: string;
    }
  | { readonly kind: "assign"; readonly id: number; readonly at: number; readonly by: number; readonly action: "assigned" | "unassigned" }
  /** An account changed its login; its numeric id stays. */
  | { readonly kind: "rename"; readonly id: number; readonly at: number; readonly account: number; readonly login: string };

/** Two texts are the same for a decision when `normative` is equal; `editorial` differs by what keeps consents. */
export interface SimText {
  readonly normative: number;
  readonly editorial: number;
}

/**
 * One complete look of Steward at GitHub: it saw every act whose `id` is at most `seenThrough`, with the rules then in force.
 * At its end the status comment showed `shown`; `shownAt` is GitHub's time of that edit, or of an earlier one when the digest
 * was the same. An act after it in (time, id), with `fence` the highest act id before the edit, was made by somebody who could read it.
 */
export interface SimPass {
  readonly at: number;
  readonly seenThrough: number;
  readonly shown: SimText;
  readonly shownAt: number;
  readonly fence: number;
}

export interface SimHistory {
  readonly rules: SimRules;
  readonly proposal: SimProposal;
  /** By id. */
  readonly acts: readonly SimAct[];
  /** By time; the last one is the end of the history. */
  readonly passes: readonly SimPass[];
}

/** What anybody can see of the proposal after a pass. The oracle and the core must agree on all of it. */
export interface SimOutcome {
  readonly state: "proposal" | "draft" | "in-review" | "accepted" | "rejected" | "final" | "withdrawn" | "dormant";
  /** The groups that stand behind it. */
  readonly group: string | null;
  /** Person id. */
  readonly sponsor: string | null;
  /** What is open now; null when nothing is. */
  readonly open: {
    readonly procedure: "consensus" | "group-vote" | "core-vote" | "recommendation";
    readonly proposes: "accept" | "reject";
    readonly endsAt: number;
    /** Person ids, sorted, whose latest act counts for each side. A consent is a yes. */
    readonly yes: readonly string[];
    readonly no: readonly string[];
    readonly abstain: readonly string[];
    readonly blocks: readonly string[];
  } | null;
  /** End of the veto window; `approval` while a yes is awaited; null when not in oversight. */
  readonly oversight: number | "approval" | null;
  readonly escalated: boolean;
  readonly leadVeto: boolean;
  readonly held: boolean;
  /** After acceptance: the head is not the accepted text and nobody confirmed it. */
  readonly unconfirmed: boolean;
  /** In the review queue. */
  readonly queued: boolean;
  readonly gate: "green" | "closed";
}

/** One outcome for each pass of the history. Both the core's harness and the oracle are this function. */
export type Simulate = (history: SimHistory) => readonly SimOutcome[];
