import { createHash } from "node:crypto";
import { z } from "zod";
import type { ChainSubject } from "../../domain/ledger-chain.ts";
import { canonicalJson } from "../../kernel/canonical-json.ts";
import { BrokenExport, type Place, plainText } from "./broken-export.ts";
import { EventLine, type ExportEntry, HeaderLine, StateLine, TotalLine } from "./export-line.ts";
import { readJsonLine } from "./read-json-line.ts";

/**
 * The lines of an export, in order, each of the right shape and in its right place: a header, then proposals in ascending order with
 * events from 1 and a state, then the total and nothing more. Throws `BrokenExport` at the first that is not; what the hashes say is
 * left to the caller.
 */
export function* readExport(bytes: Uint8Array): Generator<ExportEntry> {
  const hash = createHash("sha256");
  let last: ExportEntry | null = null;
  /** The last proposal that was begun; it ends with its state. */
  let subject: ChainSubject | null = null;
  let line = 0;
  for (let start = 0; start < bytes.length; ) {
    line += 1;
    const end = bytes.indexOf(newline, start);
    const place = placeAfter(last);
    if (last?.kind === "total") throw new BrokenExport(line, nowhere, "text follows the total, which ends an export.");
    if (end === -1) throw new BrokenExport(line, place, "the file ends within this line: it was cut short.");
    const value = readJsonLine(bytes.subarray(start, end));
    if (!value.ok) throw new BrokenExport(line, place, value.error);
    const entry: ExportEntry = readEntry(value.value, line, place, () => hash.copy().digest("hex"));
    requirePlace(last, subject, entry, place);
    yield entry;
    hash.update(bytes.subarray(start, end + 1));
    if (entry.kind === "event" || entry.kind === "state") subject = entry.subject;
    last = entry;
    start = end + 1;
  }
  if (last?.kind !== "total") throw new BrokenExport(line + 1, placeAfter(last), "the total is missing: the file was cut short.");
}

const newline = 0x0a;
const nowhere: Place = { pullRequest: null, sequence: null };

/** Where a line is that cannot be read: as far as one can tell, the next of the same proposal. */
function placeAfter(last: ExportEntry | null): Place {
  return last?.kind === "event" ? { pullRequest: last.subject.pullRequest, sequence: last.event.sequence + 1 } : nowhere;
}

function readEntry(value: unknown, line: number, place: Place, digest: () => string): ExportEntry {
  const read = <Shape extends z.ZodType>(shape: Shape): z.infer<Shape> => {
    const parsed = shape.safeParse(value);
    if (parsed.success) return parsed.data;
    const [issue] = parsed.error.issues;
    if (issue?.code === "unrecognized_keys" && isLaterEvent(value)) throw new BrokenExport(line, place, writtenLater);
    const path = issue?.path.join(".") ?? "";
    const what = plainText(`${path === "" ? "the line" : path}: ${issue?.message ?? "not expected"}`);
    throw new BrokenExport(line, place, line === 1 ? `this is no header of an export (steward-ledger, version 1): ${what}.` : `${what}.`);
  };
  if (line === 1) return { kind: "header", line, header: read(HeaderLine) };
  if (has(value, "event")) return { kind: "event", line, ...read(EventLine) };
  if (has(value, "state")) {
    const { subject, state, stateDigest } = read(StateLine);
    return { kind: "state", line, subject, state: canonicalJson(state), stateDigest };
  }
  if (has(value, "total")) return { kind: "total", line, total: read(TotalLine).total, digest: digest() };
  throw new BrokenExport(line, place, "the line is neither an event nor a state nor the total.");
}

const writtenLater =
  "a later version of Steward wrote this event, with members that this one does not know: verify the file with that version.";

function isLaterEvent(value: unknown): boolean {
  return z.object({ event: z.object({ version: z.int().min(2) }) }).safeParse(value).success;
}

function has(value: unknown, name: string): boolean {
  return typeof value === "object" && value !== null && Object.hasOwn(value, name);
}

function requirePlace(last: ExportEntry | null, subject: ChainSubject | null, entry: ExportEntry, place: Place): void {
  const open = last?.kind === "event" ? last : null;
  if (entry.kind === "header") return;
  if (entry.kind === "total") {
    if (open) throw new BrokenExport(entry.line, { ...place, sequence: null }, "its state is missing before the total.");
    return;
  }
  const { pullRequest } = entry.subject;
  if (open && compare(open.subject, entry.subject) !== 0) {
    throw new BrokenExport(entry.line, place, `its events go on with one of proposal #${pullRequest}, before its state.`);
  }
  if (entry.kind === "state") {
    if (!open) throw new BrokenExport(entry.line, { pullRequest, sequence: null }, "a state stands without events before it.");
    return;
  }
  const { sequence } = entry.event;
  const expected = open ? open.event.sequence + 1 : 1;
  if (!open && subject && compare(subject, entry.subject) >= 0) {
    throw new BrokenExport(entry.line, { pullRequest, sequence }, "the proposal stands twice, or out of order.");
  }
  if (sequence !== expected) {
    throw new BrokenExport(entry.line, { pullRequest, sequence: expected }, `event ${sequence} stands here: events are missing or moved.`);
  }
}

function compare(left: ChainSubject, right: ChainSubject): number {
  return left.repositoryId - right.repositoryId || left.pullRequest - right.pullRequest;
}
