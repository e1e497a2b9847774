import type { Instant } from "../kernel/instant.ts";
import type { Oversight } from "./route.ts";

/** One human being in an electorate, as frozen when a decision opens. */
export interface Voter {
  /** Person id of people.yml. */
  readonly person: string;
  /** Login as shown. */
  readonly login: string;
  /** Numeric ids of all their accounts: an act by any of them is theirs, once. */
  readonly accounts: readonly number[];
  /** Key by which organisations are told apart; people who are independent have one of their own, who states none has null. */
  readonly organisation: string | null;
}

/** How a part decides, with its numbers as they stood when it opened. */
export type DecisionRule =
  | {
      readonly kind: "lazy-consensus";
      readonly procedure: string;
      /** Explicit consents besides silence, and from how many organisations (R5.6; C1). */
      readonly consents: number;
      readonly organisations: number;
      /** Whose consent does not count towards them. */
      readonly excluding: readonly ("author" | "sponsor")[];
      /** Closing needs the sponsor's attestation of R2.5. */
      readonly attestation: boolean;
    }
  | {
      readonly kind: "vote";
      readonly procedure: string;
      /** Share of the electorate that must take part, 0 to 1. */
      readonly quorum: number;
      readonly threshold: VoteThreshold;
      readonly abstainCounts: boolean;
      readonly earlyClose: boolean;
      readonly notPassed: "escalate" | "return";
      /** Persons who are away over the whole vote unless they cast a ballot: they leave the base of the quorum (V3). */
      readonly away: readonly string[];
    };

export type VoteThreshold = "majority" | "two-thirds" | "half-of-eligible" | "two-thirds-of-eligible";

/** A group decides with two voters of two organisations, whoever is left out (O1); a body that decides by right does with whom it has. */
export const fewestOfGroup = 2;

/** One authority's share in a decision: a group, or a body that decides by right. A joint decision has several (C6). */
export interface DecisionPart {
  /** Group id or authority id. */
  readonly authority: string;
  readonly electorate: readonly Voter[];
  /** So many voters beside the sponsor, of as many organisations, must be left of it to decide anything: {@link fewestOfGroup}, or 0. */
  readonly fewest: number;
  readonly rule: DecisionRule;
}

export type Choice = "yes" | "no" | "abstain";

/** The latest act of a person in a decision; a consent is a yes. */
export interface Ballot {
  readonly person: string;
  readonly choice: Choice;
  readonly at: Instant;
  readonly source: string;
}

export interface Block {
  readonly person: string;
  readonly at: Instant;
  readonly source: string;
}

/**
 * How a decision ended. `carried`: what was proposed is decided; `rejected`: the voters decided no; `returned`: neither;
 * `not-passed` and `no-quorum`: it goes to the next authority; `voted`: a vote took the consensus's place; `text-changed`: X3;
 * `deferred`: the review window closed (V7); `withdrawn` and `closed`: with the proposal (S6);
 * `ended`: by an act that takes the matter away (veto, escalation).
 */
export const decisionOutcomes = [
  "carried",
  "rejected",
  "returned",
  "not-passed",
  "no-quorum",
  "voted",
  "text-changed",
  "deferred",
  "withdrawn",
  "closed",
  "ended",
] as const;
export type DecisionOutcome = (typeof decisionOutcomes)[number];

/** What is decided: the proposal itself, a group's recommendation to Core, or a group's standing behind it (L11). */
export type DecisionMatter = "proposal" | "recommendation" | "sponsorship";

/** One decision from its opening to its end, folded from the ledger. */
export interface DecisionRecord {
  /** Sequence of the event that opened it. */
  readonly id: number;
  readonly matter: DecisionMatter;
  readonly proposes: "accept" | "reject";
  readonly weight: "minor" | "significant" | null;
  readonly parts: readonly DecisionPart[];
  /** The text it is about (X1). */
  readonly digest: string;
  readonly openedAt: Instant;
  readonly openedBy: string;
  readonly endsAt: Instant;
  /** Where the vote must end by, because a review window closes (V7); null without. */
  readonly deferredAt: Instant | null;
  readonly ballots: readonly Ballot[];
  readonly blocks: readonly Block[];
  /** People who left the electorate after opening (O6). */
  readonly removed: readonly string[];
  /** Everybody who ever cast a ballot or raised a block in it. */
  readonly spoke: readonly string[];
  /** Voting members who asked for a vote (O3). */
  readonly voteAskedBy: readonly string[];
  readonly closed: { readonly at: Instant; readonly outcome: DecisionOutcome; readonly sequence: number } | null;
  /** What Core keeps over its outcome, by the route at opening; null for Core's own decisions. */
  readonly oversight: Oversight | null;
  /** Authors' person ids and the sponsor's, as they stood at opening: whose consents do not count. */
  readonly authors: readonly string[];
  readonly sponsor: string | null;
}

/** What Core keeps over a group's decision (G1, G4). */
export interface OversightRecord {
  readonly decision: number;
  readonly kind: "approval" | "veto-window";
  readonly authority: string;
  readonly outcome: "accept" | "reject";
  readonly openedAt: Instant;
  /** Null where a yes is awaited. */
  readonly endsAt: Instant | null;
  /** Until when a passed vote of a group can be contested (E1); null where there was no vote. */
  readonly contestUntil: Instant | null;
  readonly ended: { readonly at: Instant; readonly how: OversightEnd } | null;
}

export type OversightEnd = "window-passed" | "released" | "approved" | "vetoed" | "undone";

/** A decision on its way to Core (E1-E4). */
export interface EscalationRecord {
  /** Sequence of the event that opened it. */
  readonly id: number;
  readonly why: "no-quorum" | "not-passed" | "contested" | "raised";
  readonly raisedBy: string | null;
  /** Login of the designated handler; null when nobody fits. */
  readonly handler: string | null;
  readonly handlerPerson: string | null;
  readonly openedAt: Instant;
  readonly answerBy: Instant;
  readonly answer: { readonly at: Instant; readonly kind: EscalationAnswer } | null;
}

export type EscalationAnswer = "guidance" | "return" | "core";

/** A decision of Core that was taken elsewhere and entered by hand (D1, D2). */
export interface EnteredRecord {
  readonly id: number;
  readonly verdict: "accept" | "reject" | "return";
  readonly link: string;
  readonly yes: readonly string[];
  readonly no: readonly string[];
  readonly abstain: readonly string[];
  readonly enteredBy: string;
  readonly digest: string;
  readonly at: Instant;
  readonly settlesAt: Instant;
  /** How many of those listed confirm it at once. */
  readonly confirmationsNeeded: number;
  readonly confirmedBy: readonly string[];
  readonly ended: { readonly at: Instant; readonly how: "took-effect" | "disputed" | "overtaken" } | null;
}

export interface HoldRecord {
  readonly person: string;
  readonly login: string;
  readonly setAt: Instant;
  readonly endsAt: Instant;
}
