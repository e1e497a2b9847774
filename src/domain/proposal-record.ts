import type { Instant } from "../kernel/instant.ts";
import type { CommandOutcome } from "./answer.ts";
import type { DecisionRecord, EnteredRecord, EscalationRecord, HoldRecord, OversightRecord } from "./decision.ts";
import type { Attestation, EventActor, LedgerFact } from "./ledger-event.ts";
import type { ChangeClass, ProposalState } from "./proposal-vocabulary.ts";
import type { HeadFile } from "./snapshot.ts";

type FactOf<Type extends LedgerFact["type"]> = Extract<LedgerFact, { type: Type }>;

/** Where a proposal stands: the fold of its ledger, and nothing else. */
export interface ProposalRecord {
  /** Sequence of the last event folded; 0 for an empty ledger. */
  readonly sequence: number;
  readonly opened: (Omit<FactOf<"proposal-opened">, "type"> & { readonly at: Instant }) | null;
  readonly state: ProposalState;
  readonly stateSince: Instant | null;
  /** The head as it was last read. */
  readonly text: ReadText | null;
  /** Every text that the status comment showed, oldest first. */
  readonly published: readonly Publication[];
  readonly routed: FactOf<"routed"> | null;
  /** Choices of domain and class by people, as facts in order. */
  readonly handFacts: readonly (FactOf<"domain-set-by-hand"> | FactOf<"change-set-by-hand">)[];
  readonly domainConfirmed: { readonly domain: string; readonly person: string } | null;
  readonly changeConfirmed: { readonly change: ChangeClass; readonly person: string } | null;
  /** A person sent it to Core by `/route`. */
  readonly routeSet: "core" | null;
  readonly group: {
    /** Asked and not answered, oldest first. */
    readonly asked: readonly { readonly group: string; readonly at: Instant }[];
    readonly declined: readonly string[];
    readonly stands: string | null;
    readonly representative: string | null;
    /** Rounds of asking because nobody answered (S2). */
    readonly rounds: number;
    readonly soughtAt: Instant | null;
  };
  readonly sponsor: { readonly person: string; readonly login: string; readonly at: Instant } | null;
  /** In the review queue; null when not. */
  readonly ready: { readonly kind: "formal" | "pre"; readonly date: string; readonly digest: string; readonly at: Instant } | null;
  /** Links that the sponsor gave last; they outlive the queue entry. */
  readonly attested: Attestation | null;
  /** Oldest first. At most one of matter `proposal` or `sponsorship`, and one `recommendation`, is open. */
  readonly decisions: readonly DecisionRecord[];
  /** Voting members who asked for a vote while nothing was open; the decision that opens next takes them over (O3). */
  readonly voteAskedBy: readonly string[];
  /** The latest; `ended` tells whether it runs. */
  readonly oversight: OversightRecord | null;
  readonly escalations: readonly EscalationRecord[];
  readonly leadVeto: { readonly person: string; readonly login: string; readonly at: Instant } | null;
  /** The matter is Core's by an act (veto, escalation, `/route core`), whatever the rules say of the route. */
  readonly coreDecides: boolean;
  readonly entered: readonly EnteredRecord[];
  readonly holds: readonly HoldRecord[];
  readonly recused: readonly string[];
  /** The text that was accepted, and what came of later heads (X4, X5). */
  readonly accepted: AcceptedText | null;
  readonly unconfirmed: { readonly headSha: string; readonly reasons: readonly string[] } | null;
  readonly headConfirmations: readonly { readonly headSha: string; readonly person: string; readonly organisation: string | null }[];
  readonly final: {
    readonly headSha: string;
    readonly digest: string;
    readonly files: readonly HeadFile[];
    readonly at: Instant;
    readonly items: FactOf<"final-attested">["items"];
  } | null;
  /** By source of the act. */
  readonly answers: ReadonlyMap<string, ActAnswer>;
  readonly replied: ReadonlySet<string>;
  readonly tampered: readonly { readonly act: string; readonly how: "edited" | "deleted" }[];
  readonly handUndone: ReadonlySet<string>;
  readonly reminders: readonly { readonly about: string; readonly logins: readonly string[]; readonly at: Instant }[];
  /** When the head last moved: an act of the author (S7). */
  readonly pushedAt: Instant | null;
  /** Events that this version of Steward does not know, or that lack something; oldest first. They changed nothing. */
  readonly unknown: readonly UnknownEvent[];
}

export interface UnknownEvent {
  readonly sequence: number;
  readonly version: number;
  /** Of its fact; null where it has none. */
  readonly type: string | null;
}

export interface AcceptedText extends ReadText {
  readonly by: "group" | "core";
  readonly acceptedAt: Instant;
  /** What the deciding groups' acceptance covers: the primary domain and those touched. Null: Core's covers all. */
  readonly domains: readonly string[] | null;
  /** What was accepted or confirmed before this was confirmed: pushing any of it back needs no yes again (X4). */
  readonly earlier: readonly ReadText[];
}

export interface ReadText {
  readonly headSha: string;
  readonly digest: string;
  readonly proposal: string;
  /** Every changed file but the proposal's own, by path. */
  readonly files: readonly HeadFile[];
}

export interface Publication {
  readonly digest: string;
  readonly headSha: string;
  readonly at: Instant;
  readonly fence: number | null;
}

export interface ActAnswer {
  readonly command: string;
  readonly outcome: CommandOutcome;
  readonly actor: EventActor | null;
  readonly at: Instant;
}
