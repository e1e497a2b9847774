import { isKnownEvent } from "../../core/ledger/index.ts";
import { type ChainSubject, commitmentOf, genesisHash, holds } from "../../domain/ledger-chain.ts";
import type { LedgerEvent } from "../../domain/ledger-event.ts";
import { assertNever } from "../../kernel/assert-never.ts";
import { sha256 } from "../../kernel/digest.ts";
import { BrokenExport } from "./broken-export.ts";
import type { Total } from "./export-line.ts";
import { readExport } from "./read-export.ts";

/** What an export that holds consists of. */
export interface Verified {
  readonly proposals: readonly VerifiedProposal[];
  readonly events: number;
  /** Reasons that stand in the file, each the one that was committed to. */
  readonly reasons: number;
  /** Reasons of which only the commitment is in the file. */
  readonly withheld: number;
  /** Where the events with the hashes stand that were asked for. */
  readonly found: readonly { readonly hash: string; readonly pullRequest: number; readonly sequence: number }[];
}

/** `hash` is that of the last event: it stands for all of them, and is the one that Steward shows beside a finished decision. */
export interface VerifiedProposal extends ChainSubject {
  readonly events: number;
  readonly hash: string;
  /** Sequences of events that this version does not know. */
  readonly unknown: readonly number[];
}

/**
 * Checks order, every hash, commitment and digest, and the total. `hashes` were learnt elsewhere, and each must be that of an event:
 * so a ledger that was written anew shows, whole as it may be. Throws `BrokenExport` at the first that does not hold.
 */
export function verifyExport(bytes: Uint8Array, hashes: readonly string[] = []): Verified {
  const found: Verified["found"][number][] = [];
  const proposals: VerifiedProposal[] = [];
  let [events, reasons, withheld] = [0, 0, 0];
  let previous: LedgerEvent | null = null;
  let unknown: number[] = [];
  for (const entry of readExport(bytes)) {
    switch (entry.kind) {
      case "header":
        break;
      case "event": {
        const { line, subject, event, salt } = entry;
        requireHash(line, subject, previous, event);
        const reason = requireCommitment(line, subject, event, salt);
        if (reason === "given") reasons += 1;
        if (reason === "withheld") withheld += 1;
        if (!isKnownEvent(event)) unknown.push(event.sequence);
        if (hashes.includes(event.hash)) found.push({ hash: event.hash, pullRequest: subject.pullRequest, sequence: event.sequence });
        previous = event;
        events += 1;
        break;
      }
      case "state":
        requireState(entry.line, entry.subject, entry);
        proposals.push({ ...entry.subject, events: previous?.sequence ?? 0, hash: previous?.hash ?? genesisHash, unknown });
        previous = null;
        unknown = [];
        break;
      case "total":
        requireTotal(entry.line, entry.total, { proposals: proposals.length, events, digest: entry.digest });
        requireHashes(entry.line, hashes, found);
        break;
      default:
        assertNever(entry);
    }
  }
  return { proposals, events, reasons, withheld, found };
}

function requireState(
  line: number,
  subject: ChainSubject,
  { state, stateDigest }: { readonly state: string; readonly stateDigest: string },
) {
  if (sha256(state) === stateDigest) return;
  throw new BrokenExport(line, { ...subject, sequence: null }, "its state is not the one that its digest was taken of.");
}

function requireTotal(line: number, total: Total, found: Total): void {
  const nowhere = { pullRequest: null, sequence: null };
  if (total.proposals !== found.proposals || total.events !== found.events) {
    const words = ({ proposals, events }: Total) => `${proposals} proposals with ${events} events`;
    throw new BrokenExport(line, nowhere, `the total counts ${words(total)}, and the file holds ${words(found)}.`);
  }
  if (total.digest === found.digest) return;
  throw new BrokenExport(
    line,
    nowhere,
    `the total's digest is not that of the file, which is ${found.digest}. Every event and state that stands here holds: so line 1 or this line was changed, or whole reasons or proposals were taken out or put in.`,
  );
}

function requireHashes(line: number, hashes: readonly string[], found: Verified["found"]): void {
  const missing = hashes.find((hash) => !found.some((each) => each.hash === hash));
  if (missing === undefined) return;
  const what = `no event has the hash ${missing}: the file is older than it, or this is not the ledger that it was taken of.`;
  throw new BrokenExport(line, { pullRequest: null, sequence: null }, what);
}

function requireHash(line: number, subject: ChainSubject, previous: LedgerEvent | null, event: LedgerEvent): void {
  if (holds(subject, previous, event)) return;
  throw new BrokenExport(
    line,
    { ...subject, sequence: event.sequence },
    "its hash does not bind it to what stands before it: the event was changed, or one before it was replaced.",
  );
}

function requireCommitment(
  line: number,
  subject: ChainSubject,
  { sequence, commitment, reason }: LedgerEvent,
  salt: string | null,
): "none" | "given" | "withheld" {
  const broken = (what: string) => new BrokenExport(line, { ...subject, sequence }, what);
  if (commitment === null) {
    if (reason === null && salt === null) return "none";
    throw broken("a reason or a salt stands where none was recorded.");
  }
  if (reason === null && salt === null) return "withheld";
  if (reason === null || salt === null) throw broken("of its reason and the salt one is missing; they are given together, or neither.");
  if (commitmentOf(salt, reason) !== commitment) throw broken("its reason is not the one that was recorded.");
  return "given";
}
