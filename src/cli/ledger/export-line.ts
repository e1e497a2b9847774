import { z } from "zod";
import type { ChainSubject } from "../../domain/ledger-chain.ts";
import type { LedgerEvent, LedgerFact } from "../../domain/ledger-event.ts";
import { type Instant, isInstant } from "../../kernel/instant.ts";

const isObject = (value: unknown) => typeof value === "object" && value !== null && !Array.isArray(value);
const Hash = z.string().regex(/^[0-9a-f]{64}$/, "expected 64 hex digits");
const Subject = z.strictObject({ repositoryId: z.int(), pullRequest: z.int().positive() });

/** Any: the hash says whether it is what was recorded, and the fold lists what it does not know. */
const Fact = z.custom<LedgerFact>(isObject, "expected an object");

/** Whatever version: those to come are carried, and the fold lists them. */
const Version = z.custom<LedgerEvent["version"]>((value) => Number.isSafeInteger(value), "expected a whole number");

const Event = z.strictObject({
  version: Version,
  at: z.custom<Instant>((value) => typeof value === "string" && isInstant(value), "expected an instant"),
  constitution: z.string().nullable(),
  actor: z.custom<LedgerEvent["actor"]>((value) => typeof value === "object", "expected an object or null"),
  source: z.string(),
  clause: z.string().nullable(),
  reason: z.string().nullable(),
  fact: Fact,
  sequence: z.int().positive(),
  commitment: Hash.nullable(),
  hash: Hash,
});

export const HeaderLine = z.strictObject({
  format: z.literal("steward-ledger"),
  version: z.literal(1),
  exportedFrom: z.array(z.strictObject({ id: z.int(), owner: z.string(), name: z.string() })),
});
export type HeaderLine = z.infer<typeof HeaderLine>;

export const EventLine = z.strictObject({ subject: Subject, event: Event, salt: z.string().nullable() });
export const StateLine = z.strictObject({ subject: Subject, state: z.custom<object>(isObject, "expected an object"), stateDigest: Hash });
export const TotalLine = z.strictObject({
  total: z.strictObject({ proposals: z.int().nonnegative(), events: z.int().nonnegative(), digest: Hash }),
});
export type Total = z.infer<typeof TotalLine>["total"];

/** One line of an export, with its number from 1. */
export type ExportEntry =
  | { readonly kind: "header"; readonly line: number; readonly header: HeaderLine }
  | {
      readonly kind: "event";
      readonly line: number;
      readonly subject: ChainSubject;
      readonly event: LedgerEvent;
      readonly salt: string | null;
    }
  /** `state` is canonical JSON. */
  | { readonly kind: "state"; readonly line: number; readonly subject: ChainSubject; readonly state: string; readonly stateDigest: string }
  /** `digest` is that of all bytes before the line. */
  | { readonly kind: "total"; readonly line: number; readonly total: Total; readonly digest: string };
