import type { Instant } from "../kernel/instant.ts";
import type { CommandOutcome } from "./answer.ts";
import type {
  Choice,
  DecisionMatter,
  DecisionOutcome,
  DecisionPart,
  EscalationAnswer,
  EscalationRecord,
  OversightEnd,
} from "./decision.ts";
import type { ChangeClass, ProposalState } from "./proposal-vocabulary.ts";
import type { Oversight } from "./route.ts";
import type { HeadFile } from "./snapshot.ts";

/** Past facts about one proposal; typed, versioned, never changed once written. */
export type LedgerFact = OpeningFact | TextFact | ClassificationFact | RoadFact | DecisionFact | OversightFact | GateFact | CourtesyFact;

type OpeningFact = { readonly type: "proposal-opened"; readonly file: string; readonly author: string; readonly authorId: number | null };

/** What the text was, and what people could read of it (X1-X5). Digests are 64 hex digits. */
type TextFact =
  | {
      readonly type: "text-read";
      readonly headSha: string;
      /** Over everything normative, schema files included. */
      readonly digest: string;
      /** Over the proposal's own normative text. */
      readonly proposal: string;
      /** Every changed file but the proposal's own, by path, so that a later head can be compared (X4, H2). */
      readonly files: readonly HeadFile[];
      readonly change: "first" | "editorial" | "normative";
      /** The passages that differ, cut short; shown to people. */
      readonly passages: readonly string[];
    }
  /** `fence`: the latest comment when the edit had been made; comments of the same second with a greater id came after it. */
  | { readonly type: "text-published"; readonly headSha: string; readonly digest: string; readonly fence: number | null }
  /** After acceptance: this head is not what was accepted (X4); empty reasons: it is again. */
  | { readonly type: "head-judged"; readonly headSha: string; readonly reasons: readonly string[] }
  | { readonly type: "head-confirmation-given"; readonly headSha: string; readonly person: string; readonly organisation: string | null }
  | { readonly type: "head-confirmed"; readonly headSha: string; readonly digest: string };

type ClassificationFact =
  | {
      readonly type: "routed";
      readonly kind: "group" | "core";
      readonly group: string | null;
      readonly domain: string;
      /** Further domains that are touched. */
      readonly touched: readonly string[];
      readonly change: ChangeClass;
      readonly reasonCodes: readonly string[];
    }
  /** A person settled a domain or took one off, by a label or by `/domain`; the latest that is set is the primary one. */
  | {
      readonly type: "domain-set-by-hand";
      readonly domain: string;
      readonly action: HandAction;
      readonly login: string;
      readonly actorId: number | null;
    }
  | {
      readonly type: "change-set-by-hand";
      readonly change: ChangeClass;
      readonly action: HandAction;
      readonly login: string;
      readonly actorId: number | null;
    }
  /** A lead who is neither author nor sponsor agreed with what stands (O2). */
  | { readonly type: "domain-confirmed"; readonly domain: string; readonly person: string }
  | { readonly type: "change-confirmed"; readonly change: ChangeClass; readonly person: string }
  /** `/route`: `core` sends it to Core; `rules` gives it back to what the rules say (Q2). */
  | { readonly type: "route-set"; readonly to: "core" | "rules" };

export type HandAction = "set" | "removed";

type RoadFact =
  | { readonly type: "group-asked"; readonly group: string }
  | { readonly type: "group-declined"; readonly group: string }
  | { readonly type: "group-stood"; readonly group: string; readonly representative: string | null }
  /** The leads of a group, or an authority, were asked because nobody answered (S2). */
  | { readonly type: "group-sought"; readonly asked: readonly string[]; readonly round: number }
  | { readonly type: "sponsor-set"; readonly person: string; readonly login: string }
  | { readonly type: "sponsor-left" }
  | { readonly type: "state-moved"; readonly from: ProposalState; readonly to: ProposalState }
  | {
      readonly type: "readied";
      readonly kind: "formal" | "pre";
      /** Readiness date, `YYYY-MM-DD`. */
      readonly date: string;
      readonly digest: string;
      readonly links: Attestation;
    }
  | { readonly type: "queue-left" }
  | { readonly type: "recused"; readonly person: string }
  | { readonly type: "unrecused"; readonly person: string };

/** The sponsor's attestation of R2.5, item by item, with links. */
export interface Attestation {
  readonly prototype: readonly string[];
  readonly benefit: readonly string[];
  readonly support: readonly string[];
}

type DecisionFact =
  | {
      readonly type: "decision-opened";
      readonly matter: DecisionMatter;
      readonly proposes: "accept" | "reject";
      readonly weight: "minor" | "significant" | null;
      readonly parts: readonly DecisionPart[];
      readonly digest: string;
      readonly endsAt: Instant;
      readonly deferredAt: Instant | null;
      readonly openedBy: string;
      readonly oversight: Oversight | null;
      readonly authors: readonly string[];
      readonly sponsor: string | null;
    }
  | { readonly type: "ballot-cast"; readonly decision: number; readonly person: string; readonly choice: Choice }
  | { readonly type: "ballot-withdrawn"; readonly decision: number; readonly person: string }
  | { readonly type: "block-raised"; readonly decision: number; readonly person: string }
  | { readonly type: "block-lifted"; readonly decision: number; readonly person: string }
  /** Null where nothing is open: members of a group may ask for a vote from nothing (O3). */
  | { readonly type: "vote-asked"; readonly decision: number | null; readonly person: string }
  | { readonly type: "voter-removed"; readonly decision: number; readonly person: string; readonly why: VoterRemoval }
  | { readonly type: "voter-restored"; readonly decision: number; readonly person: string }
  | {
      readonly type: "decision-closed";
      readonly decision: number;
      readonly outcome: DecisionOutcome;
      readonly yes: readonly string[];
      readonly no: readonly string[];
      readonly abstain: readonly string[];
      readonly blocks: readonly string[];
    }
  /** An act that was in time was found after the end (T4). */
  | { readonly type: "decision-reopened"; readonly decision: number };

export type VoterRemoval = "recused" | "author" | "left-roster";

type OversightFact =
  | {
      readonly type: "oversight-opened";
      readonly decision: number;
      readonly kind: "approval" | "veto-window";
      readonly authority: string;
      readonly outcome: "accept" | "reject";
      readonly endsAt: Instant | null;
      readonly contestUntil: Instant | null;
    }
  | { readonly type: "oversight-ended"; readonly how: OversightEnd }
  | { readonly type: "oversight-reopened" }
  | {
      readonly type: "escalation-opened";
      readonly why: EscalationRecord["why"];
      readonly raisedBy: string | null;
      readonly handler: string | null;
      readonly handlerPerson: string | null;
      readonly answerBy: Instant;
    }
  | { readonly type: "escalation-answered"; readonly escalation: number; readonly answer: EscalationAnswer }
  | { readonly type: "private-matter-reported"; readonly kind: "security" | "conduct" }
  | { readonly type: "lead-veto-raised"; readonly person: string; readonly login: string }
  | { readonly type: "lead-veto-lifted"; readonly person: string }
  | {
      readonly type: "record-entered";
      readonly verdict: "accept" | "reject" | "return";
      readonly link: string;
      readonly yes: readonly string[];
      readonly no: readonly string[];
      readonly abstain: readonly string[];
      readonly enteredBy: string;
      readonly digest: string;
      readonly settlesAt: Instant;
      readonly confirmationsNeeded: number;
    }
  | { readonly type: "record-confirmed"; readonly record: number; readonly person: string }
  | { readonly type: "record-ended"; readonly record: number; readonly how: "took-effect" | "disputed" | "overtaken" };

type GateFact =
  | { readonly type: "hold-set"; readonly person: string; readonly login: string; readonly endsAt: Instant }
  | { readonly type: "hold-lifted"; readonly person: string }
  | { readonly type: "hold-ended"; readonly person: string }
  | {
      readonly type: "final-attested";
      readonly headSha: string;
      readonly digest: string;
      readonly items: readonly { readonly item: string; readonly status: string; readonly links: readonly string[] }[];
    }
  | { readonly type: "final-undone"; readonly why: string };

/** What Steward owes people for their acts, so that each is answered once. */
type CourtesyFact =
  | { readonly type: "act-answered"; readonly command: string; readonly outcome: CommandOutcome }
  /** A reply stands on GitHub: it is not written again when somebody deletes it. */
  | { readonly type: "reply-posted"; readonly to: string }
  /** A counted comment or review was edited or deleted afterwards (T5). */
  | { readonly type: "act-tampered"; readonly act: string; readonly how: "edited" | "deleted" }
  /** A label or assignment made by hand was put back (B1). */
  | { readonly type: "hand-undone"; readonly what: string }
  /** The record was lost, and this one rebuilt from GitHub. `hash`: the one that the status comment last showed; null without. */
  | { readonly type: "record-recovered"; readonly hash: string | null }
  /** Whoever runs Steward removed the reason of an earlier event; why is this event's own reason. */
  | { readonly type: "reason-redacted"; readonly event: number }
  | { readonly type: "reminded"; readonly about: string; readonly logins: readonly string[] };

/** Whoever acted, as GitHub named them at the time. Null for what deadlines and passes do. */
export interface EventActor {
  /** GitHub's numeric id: the identity. */
  readonly id: number | null;
  readonly login: string;
}

/** A fact as the core proposes it: when it was true, who brought it about, and by which rules it was read. */
export interface NewLedgerEvent {
  readonly version: 1;
  /** GitHub's time of the act, the deadline's instant, or the time of the pass for what Steward found. */
  readonly at: Instant;
  /** Constitution commit; null in tests and offline use. */
  readonly constitution: string | null;
  readonly actor: EventActor | null;
  /** `comment/<id>#<index>`, `review/<id>`, `label/<node id>`, `assignment/<node id>`, `head/<sha>`, `deadline`, `pass`, `operator`. */
  readonly source: string;
  /** Clause of the constitution that allowed it, as `procedures.yml:14`; null where none is needed. */
  readonly clause: string | null;
  /** Free text by a person, Markdown, hostile; null where none was given. Recorded as a salted commitment, kept apart. */
  readonly reason: string | null;
  readonly fact: LedgerFact;
}

/** A fact as recorded: numbered from 1 and chained within its proposal. */
export interface LedgerEvent extends NewLedgerEvent {
  readonly sequence: number;
  /** SHA-256 (hex) of salt and reason; null where there was none. `reason` is null once redacted. */
  readonly commitment: string | null;
  /** SHA-256 (hex) over the previous hash and the canonical JSON of this event without `reason`. */
  readonly hash: string;
}
