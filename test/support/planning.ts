import { type PlanInput, plan } from "../../src/core/index.ts";
import type { Classification } from "../../src/domain/classification.ts";
import type { LedgerEvent } from "../../src/domain/ledger-event.ts";
import type { Plan } from "../../src/domain/plan.ts";
import type { Snapshot } from "../../src/domain/snapshot.ts";
import { instant } from "../../src/kernel/instant.ts";
import type { Classifier } from "../../src/routing/classify/index.ts";
import { aClassification, type ClassificationParts } from "./classification.ts";
import { type Constitution, smallConstitution } from "./constitution.ts";
import { aSnapshot, type SnapshotParts } from "./snapshot.ts";

const now = instant("2026-11-23T09:00:01Z");
export const proposalPath = "seps/12-confidence.md";

/** A proposal without a mistake in it: additive, Standards Track. */
export const proposalText = `# SEP-12: Confidence of forecasts

- **Status**: Draft
- **Type**: Standards Track
- **Created**: 2026-11-23
- **Author(s)**: Mira Vance (@mira)
- **Sponsor**: None
- **PR**: https://github.com/acme/specification/pull/12

## Abstract

This proposal adds an optional field to forecasts, which says how sure a server is of them.

## Motivation

Readers cannot tell a guess from a forecast.

## Specification

Servers MAY send the optional field \`confidence\` with each forecast.

## Rationale

A number is the least that helps.

## Backward Compatibility

Peers that do not know the field ignore it.

## Security Implications

None that a forecast does not have already.

## Reference Implementation

https://github.com/acme/sdk/pull/3
`;

/** Says what a test wants to hear, as the machine would: a domain that people settled comes first. */
export function aClassifier(primary = "forecasts", parts: ClassificationParts = {}): Classifier {
  return {
    classify(_, { byHand }): Classification {
      if (!byHand || byHand === primary) return aClassification(primary, { ...parts, ...(byHand ? { confident: true } : {}) });
      return aClassification(byHand, { touched: [primary, ...(parts.touched ?? []).filter((id) => id !== byHand)] });
    },
    exclusionsMet: () => [],
    readTallies: () => [],
  };
}

export interface Planning extends Partial<Omit<PlanInput, "rules" | "snapshot">> {
  readonly constitution?: Constitution;
  readonly classifier?: Classifier;
  readonly snapshot?: Snapshot;
  /** Parts of a snapshot of a pull request that adds one proposal. */
  readonly seen?: SnapshotParts;
}

export function aProposalSnapshot(seen: SnapshotParts = {}): Snapshot {
  return aSnapshot({ adds: { [proposalPath]: proposalText }, ...seen });
}

const usual = smallConstitution();
const loaded = new WeakMap<Constitution, Pick<PlanInput["rules"], "governance" | "problems">>();

/** Reading a constitution takes longer than planning by it: each is read once. */
function rulesOf(constitution: Constitution): Pick<PlanInput["rules"], "governance" | "problems"> {
  const known = loaded.get(constitution);
  if (known) return known;
  const { governance, problems } = constitution.load();
  if (!governance) throw new Error("The constitution of the test cannot be read");
  const rules = { governance: { ...governance, commit: "3f9c2a1".padEnd(40, "0") }, problems };
  loaded.set(constitution, rules);
  return rules;
}

export function planFor({ constitution = usual, classifier = aClassifier(), snapshot, seen, ...rest }: Planning = {}): Plan {
  return plan({
    rules: { ...rulesOf(constitution), classifier, folder: "governance" },
    snapshot: snapshot ?? aProposalSnapshot(seen),
    ledger: [],
    now,
    proposedDelegations: "recommend",
    ...rest,
  });
}

/** The ledger with a plan's events at its end. */
export function recorded(ledger: readonly LedgerEvent[], { events }: Pick<Plan, "events">): readonly LedgerEvent[] {
  const added = events.map((event, at) => ({ ...event, sequence: ledger.length + at + 1, commitment: null, hash: "0".repeat(64) }));
  return [...ledger, ...added];
}
