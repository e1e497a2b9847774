import type { LedgerEvent } from "../domain/ledger-event.ts";
import type { GitHub } from "../ports/github.ts";
import type { Subject } from "../ports/ledger.ts";
import { readConformance } from "./read-conformance.ts";
import type { Read } from "./read-for-pass.ts";
import type { PlanFacts, ReconcilerDeps } from "./reconciler-deps.ts";
import { unanswered } from "./recorded-acts.ts";
import { withOrigins } from "./with-origins.ts";

/** Of a plan's facts, those that do not depend on what it first comes to. */
export type GatheredFacts = Omit<PlanFacts, "ledger" | "reminded" | "earlier">;

/** What was read, with what the acts that `recorded` does not answer yet need besides. */
export async function gatherFacts(
  { clock, origins, subjects }: Pick<ReconcilerDeps, "clock" | "origins" | "subjects">,
  github: GitHub,
  subject: Subject,
  { reading, rules }: Extract<Read, { kind: "read" }>,
  recorded: readonly LedgerEvent[],
): Promise<GatheredFacts> {
  const waiting = unanswered(reading.snapshot, recorded);
  const snapshot = await withOrigins({ origins, github }, subject, reading.snapshot, waiting);
  const conformance = await readConformance(github, snapshot, rules.governance, waiting);
  const load = await subjects.countHandled(subject.repositoryId);
  return { ...rules, snapshot, now: clock.now(), conformance, load };
}
