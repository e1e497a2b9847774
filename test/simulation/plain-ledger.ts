import type { LedgerEvent, LedgerFact } from "../../src/domain/ledger-event.ts";
import type { ToldHistory, ToldPass } from "./told-history.ts";

type Opening = Extract<LedgerFact, { type: "decision-opened" }>;
type Oversight = Extract<LedgerFact, { type: "oversight-opened" }>;

export interface PlainDecision {
  readonly fact: Opening;
  readonly opened: LedgerEvent;
  readonly ballots: Map<string, "yes" | "no" | "abstain">;
  readonly blocks: Set<string>;
  readonly removed: Set<string>;
  readonly spoke: Set<string>;
  closed: LedgerEvent | null;
}

/** What a ledger says so far, read plainly and apart from the core's fold. */
export class PlainLedger {
  state = "proposal";
  head: { headSha: string; digest: string } | null = null;
  sponsor: string | null = null;
  /** R2.5: links were given for each of the three. */
  attested = false;
  readonly decisions = new Map<number, PlainDecision>();
  oversight: { readonly fact: Oversight; readonly opened: LedgerEvent; ended: string | null } | null = null;
  escalated = false;
  leadVeto = false;
  /** An act brought the matter to Core. */
  coreTookIt = false;
  /** Person to the end of their hold. */
  readonly holds = new Map<string, string>();
  readonly recused = new Set<string>();
  unconfirmed = false;
  final: { headSha: string; digest: string } | null = null;

  get open(): readonly PlainDecision[] {
    return [...this.decisions.values()].filter(({ closed }) => closed === null);
  }

  decision(id: number): PlainDecision {
    const found = this.decisions.get(id);
    if (found === undefined) throw new Error(`No decision ${id} was opened`);
    return found;
  }

  add(event: LedgerEvent): void {
    const { fact } = event;
    this.#addToDecision(event);
    this.#addOfCore(event);
    switch (fact.type) {
      case "state-moved":
        this.#move(fact.to);
        break;
      case "text-read":
        this.head = { headSha: fact.headSha, digest: fact.digest };
        break;
      case "sponsor-set":
        this.sponsor = fact.person;
        break;
      case "sponsor-left":
        this.sponsor = null;
        break;
      case "readied": {
        const { prototype, benefit, support } = fact.links;
        this.attested = [prototype, benefit, support].every((links) => links.length > 0);
        break;
      }
      case "recused":
        this.recused.add(fact.person);
        break;
      case "unrecused":
        this.recused.delete(fact.person);
        break;
      case "hold-set":
        this.holds.set(fact.person, fact.endsAt);
        break;
      case "hold-lifted":
      case "hold-ended":
        this.holds.delete(fact.person);
        break;
      case "head-judged":
        this.unconfirmed = fact.reasons.length > 0;
        break;
      case "head-confirmed":
        this.unconfirmed = false;
        break;
      case "final-attested":
        this.final = { headSha: fact.headSha, digest: fact.digest };
        break;
      case "final-undone":
        this.final = null;
        break;
    }
  }

  #move(to: string): void {
    this.state = to;
    if (to === "in-review") [this.unconfirmed, this.final] = [false, null];
    // S6: a revival begins without sponsor and attestation; a draft that lost its sponsor keeps what was attested.
    if (to === "withdrawn" || to === "dormant") [this.sponsor, this.attested] = [null, false];
  }

  #addToDecision(event: LedgerEvent): void {
    const { fact } = event;
    switch (fact.type) {
      case "decision-opened":
        this.decisions.set(event.sequence, {
          fact,
          opened: event,
          ballots: new Map(),
          blocks: new Set(),
          removed: new Set(),
          spoke: new Set(),
          closed: null,
        });
        break;
      case "ballot-cast":
        this.decision(fact.decision).ballots.set(fact.person, fact.choice);
        this.decision(fact.decision).spoke.add(fact.person);
        break;
      case "ballot-withdrawn":
        this.decision(fact.decision).ballots.delete(fact.person);
        break;
      case "block-raised":
        this.decision(fact.decision).ballots.delete(fact.person);
        this.decision(fact.decision).blocks.add(fact.person);
        this.decision(fact.decision).spoke.add(fact.person);
        break;
      case "block-lifted":
        this.decision(fact.decision).blocks.delete(fact.person);
        break;
      case "voter-removed":
        this.decision(fact.decision).ballots.delete(fact.person);
        this.decision(fact.decision).blocks.delete(fact.person);
        this.decision(fact.decision).removed.add(fact.person);
        break;
      case "voter-restored":
        this.decision(fact.decision).removed.delete(fact.person);
        break;
      case "decision-closed":
        this.decision(fact.decision).closed = event;
        break;
      case "decision-reopened":
        this.decision(fact.decision).closed = null;
        break;
    }
  }

  #addOfCore(event: LedgerEvent): void {
    const { fact } = event;
    switch (fact.type) {
      case "oversight-opened":
        this.oversight = { fact, opened: event, ended: null };
        break;
      case "oversight-ended":
        if (this.oversight) this.oversight.ended = fact.how;
        if (fact.how === "vetoed") this.coreTookIt = true;
        break;
      case "oversight-reopened":
        if (this.oversight) this.oversight.ended = null;
        break;
      case "escalation-opened":
        this.escalated = true;
        break;
      case "escalation-answered":
        this.escalated = false;
        if (fact.answer === "core") this.coreTookIt = true;
        break;
      case "route-set":
        this.coreTookIt = fact.to === "core";
        break;
      case "lead-veto-raised":
        this.leadVeto = true;
        break;
      case "lead-veto-lifted":
        this.leadVeto = false;
        break;
    }
  }
}

/** What is looked at together: an event, what the ledger said before it, and the pass that recorded it. */
export interface Told {
  readonly event: LedgerEvent;
  readonly before: PlainLedger;
  readonly step: ToldPass;
  /** What the pass recorded before it, latest last. */
  readonly earlier: readonly LedgerEvent[];
  /** What the pass recorded after it. */
  readonly later: readonly LedgerEvent[];
}

export function forEachEvent({ steps }: ToldHistory, look: (told: Told) => void): PlainLedger {
  const before = new PlainLedger();
  for (const step of steps) {
    for (const [index, event] of step.events.entries()) {
      look({ event, before, step, earlier: step.events.slice(0, index), later: step.events.slice(index + 1) });
      before.add(event);
    }
  }
  return before;
}
