import { exportLedger } from "../../src/adapters/store/index.ts";
import { chainEvent, commitmentOf } from "../../src/domain/ledger-chain.ts";
import type { LedgerFact, NewLedgerEvent } from "../../src/domain/ledger-event.ts";
import { instant } from "../../src/kernel/instant.ts";
import type { SealedEvent, Subject } from "../../src/ports/ledger.ts";

export interface WrittenProposal {
  readonly subject: Subject;
  readonly events: readonly NewLedgerEvent[];
  /** Sequences of the reasons that were redacted. */
  readonly redacted?: readonly number[];
}

/** Chained as the store chains them, with salts that follow from their place. */
export function sealed({ subject, events, redacted = [] }: WrittenProposal): readonly SealedEvent[] {
  const chained: SealedEvent[] = [];
  for (const event of events) {
    const salt = `${subject.pullRequest}-${chained.length + 1}`;
    const link = chainEvent(subject, chained.at(-1) ?? null, event, event.reason === null ? null : commitmentOf(salt, event.reason));
    const isGone = link.reason === null || redacted.includes(link.sequence);
    chained.push({ ...link, reason: isGone ? null : link.reason, salt: isGone ? null : salt });
  }
  return chained;
}

/** The export of a ledger that holds these. */
export async function exported(proposals: readonly WrittenProposal[], withReasons = true): Promise<string> {
  const ledger = {
    list: async () => proposals.map(({ subject }) => subject),
    readSealed: async (subject: Subject) => proposals.filter((each) => each.subject === subject).flatMap(sealed),
  };
  const parts: string[] = [];
  for await (const part of exportLedger(ledger, [{ id: 1, owner: "acme", name: "spec" }], { withReasons })) parts.push(part);
  return parts.join("");
}

export function anEvent(fact: LedgerFact, changes: Partial<NewLedgerEvent> = {}): NewLedgerEvent {
  return {
    version: 1,
    at: instant("2026-11-23T12:00:00Z"),
    constitution: "3f9c2a1",
    actor: { id: 7, login: "mira" },
    source: "comment/100#0",
    clause: "procedures.yml:14",
    reason: null,
    fact,
    ...changes,
  };
}
