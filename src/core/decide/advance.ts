import { afterDeadline } from "../../calendar/index.ts";
import type { FactDraft, ProposalFacts } from "../../commands/command.ts";
import type { EventActor, NewLedgerEvent } from "../../domain/ledger-event.ts";
import type { ProposalRecord } from "../../domain/proposal-record.ts";
import type { Instant } from "../../kernel/instant.ts";
import { foldEvent } from "../ledger/index.ts";
import type { Act } from "./act.ts";
import { dueBefore } from "./deadlines.ts";
import { decideAct } from "./decide-act.ts";
import type { DecideContext, PassRules } from "./decide-context.ts";
import { reopenFor } from "./reopen.ts";
import { settle } from "./settle.ts";

/** Events as the core brings them about; the constitution's commit is added when they are planned. */
export type Happening = Omit<NewLedgerEvent, "version" | "constitution">;

export interface Advance {
  readonly record: ProposalRecord;
  readonly events: readonly Happening[];
}

/** More consequences than any act can have: a rule that undoes itself must not stall a worker. */
const mostConsequences = 200;

/**
 * Carries a proposal from what is recorded to `now`: every new act at its own time, every deadline at its own instant between them
 * (T1, T2), and after each what follows by itself. The same record, acts and time give the same events.
 */
export function advance(
  record: ProposalRecord,
  {
    found,
    acts,
    now,
  }: { readonly found: readonly Happening[]; readonly acts: (record: ProposalRecord) => readonly Act[]; readonly now: Instant },
  rules: PassRules,
  factsOf: (record: ProposalRecord) => ProposalFacts,
): Advance {
  const line = new Timeline(record, rules, factsOf);
  for (const happening of found) line.append(happening);
  // What was found counts before deadlines that are due: they take effect at their own instants, below.
  const start = line.firstDue(now) ?? now;
  line.settle(start, start, { actor: null, source: "pass" });
  for (const act of acts(line.record)) {
    line.runDeadlines(act.at);
    line.act(act);
  }
  line.runDeadlines(now);
  return { record: line.record, events: line.events };
}

class Timeline {
  record: ProposalRecord;
  readonly events: Happening[] = [];
  readonly #rules: PassRules;
  readonly #factsOf: (record: ProposalRecord) => ProposalFacts;
  #reached: Instant | null = null;

  constructor(record: ProposalRecord, rules: PassRules, factsOf: (record: ProposalRecord) => ProposalFacts) {
    this.record = record;
    this.#rules = rules;
    this.#factsOf = factsOf;
  }

  /** Anew at every step: a domain that was just settled counts for the next act. */
  get #context(): DecideContext {
    return { ...this.#rules, facts: this.#factsOf(this.record) };
  }

  append(happening: Happening): void {
    this.events.push(happening);
    this.record = foldEvent(this.record, { ...happening, sequence: this.record.sequence + 1 });
  }

  act(act: Act): void {
    const actor: EventActor = { id: act.actor.id, login: act.actor.login };
    const by = { at: act.at, actor, source: act.source };
    const late = reopenFor(act, this.record, this.#context);
    for (const draft of late) this.#draft(draft, { ...by, actor: null });
    const { drafts, answer } = decideAct(act, this.record, this.#context);
    for (const draft of drafts) this.#draft(draft, by);
    this.append({ ...by, clause: null, reason: null, fact: { type: "act-answered", command: act.line.name, outcome: answer } });
    this.settle(act.at, act.at, by);
  }

  firstDue(moment: Instant): Instant | null {
    return dueBefore(this.record, moment, this.#reached);
  }

  /** Every deadline before a moment, in order; one that leaves its decision open (C5) is not run again. */
  runDeadlines(moment: Instant): void {
    for (let ran = 0; ran < mostConsequences; ran++) {
      const deadline = this.firstDue(moment);
      if (deadline === null) return;
      this.#reached = deadline;
      this.settle(afterDeadline(deadline), deadline, { actor: null, source: "deadline" });
    }
    throw new Error(`Deadlines of one proposal do not end before ${moment}`);
  }

  settle(now: Instant, at: Instant, by: Pick<Happening, "actor" | "source">): void {
    for (let ran = 0; ran < mostConsequences; ran++) {
      const drafts = settle(this.record, this.#context, now, at);
      if (drafts.length === 0) return;
      // What follows from an act is the act's doing as far as its source goes; nobody in particular did it.
      for (const draft of drafts) this.#draft(draft, { at, actor: null, source: by.source });
    }
    throw new Error("The consequences of one act do not end");
  }

  #draft({ fact, clause = null, reason = null }: FactDraft, by: Pick<Happening, "at" | "actor" | "source">): void {
    this.append({ ...by, clause, reason, fact });
  }
}
