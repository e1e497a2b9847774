import type { Instant } from "../kernel/instant.ts";
import type { ChangeClass } from "./proposal-vocabulary.ts";

/** Past facts about one proposal; typed, versioned, never changed once written. */
export type LedgerFact =
  | { readonly type: "proposal-opened"; readonly file: string; readonly author: string; readonly authorId: number | null }
  | {
      readonly type: "routed";
      readonly kind: "group" | "core";
      readonly group: string | null;
      readonly domain: string;
      readonly change: ChangeClass;
      readonly reasonCodes: readonly string[];
    }
  /** A person put the label of a domain on, or took it off. */
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
    };

export type HandAction = "set" | "removed";

/** A fact as the core proposes it: when it was true, and by which rules it was read. */
export interface NewLedgerEvent {
  readonly version: 1;
  /** GitHub's time of the act, or of the pass for what Steward found. */
  readonly at: Instant;
  /** Constitution commit; null in tests and offline use. */
  readonly constitution: string | null;
  readonly fact: LedgerFact;
}

/** A fact as recorded: numbered from 1 and chained within its proposal. */
export interface LedgerEvent extends NewLedgerEvent {
  readonly sequence: number;
  /** SHA-256 (hex) over the previous hash and the canonical JSON of this event. */
  readonly hash: string;
}
