import type { ChainSubject } from "../../domain/ledger-chain.ts";
import type { LedgerEvent } from "../../domain/ledger-event.ts";
import { canonicalJson } from "../../kernel/canonical-json.ts";
import { sha256 } from "../../kernel/digest.ts";
import { foldLedger } from "./fold-ledger.ts";
import { recordToJson } from "./record-json.ts";

/** Repositories whose proposals an export holds, as far as their names are known. */
export interface ExportedRepository {
  readonly id: number;
  readonly owner: string;
  readonly name: string;
}

/** An event with what opens its commitment. */
type Sealed = LedgerEvent & { readonly salt: string | null };

/** First line of an export: what it is, and whose. */
export function headerLine(repositories: readonly ExportedRepository[]): string {
  const exportedFrom = repositories.map(({ id, owner, name }) => ({ id, owner, name })).toSorted((a, b) => a.id - b.id);
  return canonicalJson({ format: "steward-ledger", version: 1, exportedFrom });
}

/**
 * The lines of one proposal: each event, then the state they fold to and its digest. Without reasons their commitments stand alone,
 * as they do where a reason was redacted.
 */
export function proposalLines(
  { repositoryId, pullRequest }: ChainSubject,
  sealed: readonly Sealed[],
  withReasons: boolean,
): readonly string[] {
  const subject = { repositoryId, pullRequest };
  const state = recordToJson(foldLedger(sealed));
  const events = withReasons ? sealed : sealed.map((event) => ({ ...event, reason: null, salt: null }));
  return [
    ...events.map(({ salt, ...event }) => canonicalJson({ subject, event, salt })),
    canonicalJson({ subject, state: JSON.parse(state), stateDigest: sha256(state) }),
  ];
}

/** Last line of an export. `digest`: SHA-256 (hex) of every byte before the line. Without it, an export is not whole. */
export function totalLine(total: { readonly proposals: number; readonly events: number; readonly digest: string }): string {
  return canonicalJson({ total });
}
