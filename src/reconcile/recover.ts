import { findEvidence, foldLedger, listUnproved, type Unproved } from "../core/index.ts";
import { chainEvent } from "../domain/ledger-chain.ts";
import type { LedgerEvent, NewLedgerEvent } from "../domain/ledger-event.ts";
import type { ProposalState } from "../domain/proposal-vocabulary.ts";
import type { Subject } from "../ports/ledger.ts";
import type { Lease } from "../ports/store-lease.ts";
import { gatherFacts } from "./gather-facts.ts";
import type { PassParts } from "./pass.ts";
import { readForPass } from "./read-for-pass.ts";
import type { ReconcilerDeps } from "./reconciler-deps.ts";

export type RecoverOutcome =
  | {
      readonly kind: "rebuilt";
      readonly title: string;
      readonly state: ProposalState;
      readonly events: number;
      readonly unproved: readonly Unproved[];
    }
  /** Something is recorded of it: a record is never replaced. */
  | { readonly kind: "recorded" }
  | { readonly kind: "no-proposal" }
  | { readonly kind: "no-constitution" }
  | { readonly kind: "busy" };

/**
 * What a pass over a proposal would record if nothing were recorded of it yet, from the evidence that Steward itself left on GitHub.
 * The same reading and the same plan as `runPass`; nothing is written on GitHub, and in the ledger only with `apply`.
 */
export async function recover(
  deps: ReconcilerDeps,
  { rules }: Pick<PassParts, "rules">,
  subject: Subject,
  { lease, apply }: { readonly lease: Lease; readonly apply: boolean },
): Promise<RecoverOutcome> {
  const { ledger, options } = deps;
  if ((await ledger.read(subject)).length > 0) return { kind: "recorded" };
  const github = await deps.github(subject.repositoryId);
  const read = await readForPass(rules, options, github, subject);
  if (read.kind === "gone") return { kind: "no-proposal" };
  if (read.kind === "no-constitution") return read;

  const facts = await gatherFacts(deps, github, subject, read, []);
  const { governance, now, snapshot } = facts;
  const firstCheck = await github.readFirstCheck(snapshot.pullRequest.headSha);
  const evidence = findEvidence({ snapshot, governance, firstCheck, now });
  const planned = deps.plan({ ...facts, ledger: number(subject, evidence), reminded: null, earlier: null });
  if (planned.view.kind !== "proposal" || planned.events.length === 0) return { kind: "no-proposal" };

  const events = [...evidence, ...planned.events];
  const record = foldLedger(number(subject, events));
  if (apply) await ledger.append(subject, 0, events, lease);
  return {
    kind: "rebuilt",
    title: planned.view.title ?? snapshot.pullRequest.title,
    state: record.state,
    events: events.length,
    unproved: listUnproved(record, evidence, snapshot, governance),
  };
}

/** As they would be recorded, for a plan that reads them; the salts are the store's. */
function number(subject: Subject, events: readonly NewLedgerEvent[]): readonly LedgerEvent[] {
  const numbered: LedgerEvent[] = [];
  for (const event of events) numbered.push(chainEvent(subject, numbered.at(-1) ?? null, event, null));
  return numbered;
}
