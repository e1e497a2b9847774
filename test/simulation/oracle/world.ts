/** Everything the oracle remembers while it walks through a history. */

import type { SimHistory, SimOutcome, SimPerson, SimProposal, SimRules, SimText } from "../history.ts";

export type Side = "accept" | "reject";

/** A group, or `core`, with those of its voters whose acts count (O6). */
export interface Part {
  readonly who: string;
  readonly voters: Set<string>;
}

export interface Decision {
  readonly procedure: "consensus" | "group-vote" | "core-vote" | "recommendation";
  readonly proposes: Side;
  readonly minor: boolean;
  readonly openedAt: number;
  readonly endsAt: number;
  /** V7: the close of the review window, where the end falls after it. */
  readonly deferredAt: number | null;
  /** Rules are frozen at opening (O6). */
  readonly rules: SimRules;
  readonly parts: readonly Part[];
  /** As it stood at opening. */
  readonly sponsor: string | null;
  readonly yes: Set<string>;
  readonly no: Set<string>;
  readonly abstain: Set<string>;
  readonly blocks: Set<string>;
  /** Whoever ever cast or blocked here, though it fell since (O7). */
  readonly cast: Set<string>;
  /** The same, with the consensus that a vote ended (G2). */
  readonly involved: Set<string>;
  /** Frozen voters whom a recusal took out (O7). */
  readonly recusedHere: Map<string, Part[]>;
  /** Its end has passed, and it waits (C5). */
  ended: boolean;
}

export interface Oversight {
  /** Null: a yes is awaited. */
  readonly until: number | null;
  readonly involved: ReadonlySet<string>;
}

export interface Escalation {
  readonly handler: string | null;
}

export interface PendingRecord {
  readonly outcome: "accept" | "reject" | "return";
  readonly by: string;
  readonly listed: ReadonlySet<string>;
  readonly normative: number;
  readonly settlesAt: number;
  readonly confirmedBy: Set<string>;
}

export interface World {
  readonly proposal: SimProposal;
  /** Of the pass that goes on. */
  rules: SimRules;
  head: SimText;
  state: SimOutcome["state"];
  group: string | null;
  /** The one asked last is last. */
  askedGroups: readonly string[];
  sponsor: string | null;
  attested: boolean;
  /** Asked for a formal review, and not returned since (S5, V6). */
  ready: boolean;
  preReview: boolean;
  domainConfirmed: boolean;
  classConfirmed: boolean;
  /** Brought to Core by a veto, an escalation or `/route core`. */
  broughtToCore: boolean;
  /** The consensus, vote or Core vote that is open. */
  decision: Decision | null;
  recommendation: Decision | null;
  /** Who asked for a vote (O3). */
  askedForVote: Set<string>;
  escalation: Escalation | null;
  everEscalated: boolean;
  record: PendingRecord | null;
  oversight: Oversight | null;
  /** A passed vote of a group that may be contested (E1). */
  contest: { readonly since: number; readonly until: number; readonly voters: ReadonlySet<string> } | null;
  acceptedBy: "group" | "core" | null;
  /** The accepted text, and what was confirmed since. */
  acceptedTexts: Set<number>;
  /** Who said yes to the head after acceptance (X5). */
  confirmations: Set<string>;
  leadVeto: boolean;
  /** Holder to the hold's end. */
  holds: Map<string, number>;
  recused: Set<string>;
  /** Opening, revival, or the fall back to `proposal` (S7). */
  restingSince: number;
  lastAuthorAct: number;
  /** When people who may sponsor were asked. */
  asks: number[];
  /** Ends of decisions and of oversight that came with a deadline (T4). */
  closings: number[];
}

export function newWorld(history: SimHistory, head: SimText): World {
  return {
    proposal: history.proposal,
    rules: history.rules,
    head,
    state: "proposal",
    group: null,
    askedGroups: [],
    sponsor: null,
    attested: false,
    ready: false,
    preReview: false,
    domainConfirmed: false,
    classConfirmed: false,
    broughtToCore: false,
    decision: null,
    recommendation: null,
    askedForVote: new Set(),
    escalation: null,
    everEscalated: false,
    record: null,
    oversight: null,
    contest: null,
    acceptedBy: null,
    acceptedTexts: new Set(),
    confirmations: new Set(),
    leadVeto: false,
    holds: new Map(),
    recused: new Set(),
    restingSince: history.proposal.openedAt,
    lastAuthorAct: history.proposal.openedAt,
    asks: [],
    closings: [],
  };
}

/** One act, with all that its judgement needs. */
export interface Act {
  readonly at: number;
  /** After the end of what was open at its time, which stands (T4). */
  readonly foundLate: boolean;
  /** Of the pass that saw it first. */
  readonly rules: SimRules;
  /** Null: nobody of the roster. */
  readonly person: SimPerson | null;
  readonly isAuthor: boolean;
  /** The text that a yes or a ballot here binds to (X2); null: none was published. */
  readonly boundTo: number | null;
}

export function isSponsor(world: World, act: Act): boolean {
  return act.person !== null && act.person.id === world.sponsor;
}

/** Groups concerned: those that decide, and the one that stands behind it. */
export function groupsConcerned(world: World): readonly string[] {
  return world.group === null ? world.proposal.groups : [...world.proposal.groups, world.group];
}

export function openDecisions(world: World): readonly Decision[] {
  return [world.decision, world.recommendation].filter((decision) => decision !== null);
}

export function isVoter(decision: Decision, person: string): boolean {
  return decision.parts.some((part) => part.voters.has(person));
}

export function endEverythingOpen(world: World): void {
  world.decision = null;
  world.recommendation = null;
  world.record = null;
  world.askedForVote.clear();
}

/** To where neither accepted nor rejected stands any more. */
export function undoDecision(world: World): void {
  world.state = "in-review";
  world.oversight = null;
  world.contest = null;
  world.acceptedBy = null;
  world.acceptedTexts.clear();
  world.confirmations.clear();
}

export function isUnconfirmed(world: World): boolean {
  return (world.state === "accepted" || world.state === "final") && !world.acceptedTexts.has(world.head.normative);
}
