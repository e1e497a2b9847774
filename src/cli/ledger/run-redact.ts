import { setTimeout as sleep } from "node:timers/promises";
import type { LedgerStore } from "../../adapters/store/index.ts";
import { findBrokenLink } from "../../domain/ledger-chain.ts";
import type { LedgerEvent, NewLedgerEvent } from "../../domain/ledger-event.ts";
import type { Instant } from "../../kernel/instant.ts";
import { type Subject, subjectKey } from "../../ports/ledger.ts";
import { type DatabasePlace, withDatabase } from "../with-database.ts";
import { WrongUse } from "../wrong-use.ts";
import type { FileIo } from "./check-file.ts";
import { findProposal } from "./find-proposal.ts";
import { whenInUse } from "./when-in-use.ts";

export interface RedactOptions {
  readonly number: number;
  /** Sequence of the event whose reason goes. */
  readonly event: number;
  readonly why: string;
  readonly repository: string | null;
  readonly database: DatabasePlace;
}

/** `steward ledger redact`: 0, or 2 when used wrongly. The chain keeps the commitment, and verifies as before. */
export async function runRedact(options: RedactOptions, io: FileIo & { readonly now: () => Instant }): Promise<0 | 2> {
  try {
    if (options.why.trim() === "") throw new WrongUse("Say with --why what the reason is removed for; it is recorded.");
    await withDatabase({ ...options.database, whenInUse }, io.writeError, async (store) => {
      const subject = await findProposal(store, options.number, options.repository);
      const { redacted, record, all } = await redact(store, subject, options, io.now());
      io.writeOut(`${tellDone(options, redacted, record, all).join("\n")}\n`);
    });
    return 0;
  } catch (error) {
    if (!(error instanceof WrongUse)) throw error;
    io.writeError(`${error.message}\n`);
    return 2;
  }
}

interface Done {
  readonly redacted: LedgerEvent;
  readonly record: LedgerEvent;
  readonly all: number;
}

/** The entry that says so comes first: were the process to end in between, a second call completes it, and none goes unsaid. */
async function redact(store: LedgerStore, subject: Subject, { event, why, number }: RedactOptions, now: Instant): Promise<Done> {
  return withLease(store, subject, async (lease) => {
    const events = await store.ledger.read(subject);
    const redacted = events.find(({ sequence }) => sequence === event);
    if (redacted === undefined) throw new WrongUse(`Proposal #${number} has events 1 to ${events.length}, and no ${event}.`);
    if (redacted.reason === null) {
      const gone = redacted.commitment === null ? "was recorded without a reason" : "has no reason any more";
      throw new WrongUse(`Event ${event} of proposal #${number} ${gone}: there is nothing to remove.`);
    }
    const [record] = await store.ledger.append(subject, events.length, [aRedaction(event, why, now)], lease);
    if (!record || !(await store.ledger.redact(subject, event))) throw new Error(`The reason of event ${event} went away meanwhile`);
    const after = await store.ledger.read(subject);
    const broken = findBrokenLink(subject, after);
    if (broken !== null)
      throw new WrongUse(`The reason is removed. The chain does not hold at event ${broken}: see it with an export and verify.`);
    return { redacted, record, all: after.length };
  });
}

function aRedaction(event: number, why: string, at: Instant): NewLedgerEvent {
  const fact = { type: "reason-redacted", event } as const;
  return { version: 1, at, constitution: null, actor: null, source: "operator", clause: null, reason: why.trim(), fact };
}

/** A pass over the proposal holds it for seconds. */
async function withLease<T>({ leases }: LedgerStore, subject: Subject, work: Parameters<typeof leases.withLease<T>>[1]): Promise<T> {
  for (let tries = 0; tries < 40; tries += 1) {
    const done = await leases.withLease(subjectKey(subject), work);
    if (done !== null) return done.value;
    await sleep(500);
  }
  throw new WrongUse(`Steward is at work on proposal #${subject.pullRequest}: try again in a moment.`);
}

function tellDone({ number, event }: RedactOptions, redacted: LedgerEvent, record: LedgerEvent, all: number): readonly string[] {
  return [
    `The reason of event ${event} (${redacted.fact.type}) of proposal #${number} is removed from the ledger, for good.`,
    `Its commitment ${redacted.commitment} stays: the chain of ${all} events holds as before, and event ${record.sequence} says that it was removed, and why.`,
    "At its next look Steward writes anew what it showed of it on GitHub.",
    `What it does not reach: what the person wrote on GitHub (${redacted.source}), and exports and backups made before.`,
  ];
}
