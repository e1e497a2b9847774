import { reminderWeek } from "../core/index.ts";
import type { LedgerEvent } from "../domain/ledger-event.ts";
import type { Plan } from "../domain/plan.ts";
import { epochMilliseconds, instant } from "../kernel/instant.ts";
import type { GitHub } from "../ports/github.ts";
import type { Subject } from "../ports/ledger.ts";
import type { GatheredFacts } from "./gather-facts.ts";
import { readEarlier } from "./read-earlier.ts";
import type { PassContext, PlanFacts, ReconcilerDeps } from "./reconciler-deps.ts";

export interface RecordedPlan {
  /** Made from the record: what is shown is what is recorded. */
  readonly planned: Plan;
  readonly appended: readonly LedgerEvent[];
}

/**
 * Plans, and appends what is to be recorded. A plan that finds the text changed is made again with the text of before, to record
 * what changed. A plan that would remind people is made again by what is counted under a lease of the
 * repository's: of passes over several proposals that remind the same person at the same moment, each sees those before it.
 */
export async function recordPlan(
  { plan, ledger, leases }: ReconcilerDeps,
  github: Pick<GitHub, "readForeignFiles">,
  subject: Subject,
  { lease }: PassContext,
  facts: GatheredFacts,
  recorded: readonly LedgerEvent[],
): Promise<RecordedPlan> {
  let earlier: PlanFacts["earlier"] = null;
  const planWith = (reminded: PlanFacts["reminded"], events = recorded): Plan => plan({ ...facts, earlier, reminded, ledger: events });
  const record = async (decided: Plan, reminded: PlanFacts["reminded"]): Promise<RecordedPlan> => {
    if (decided.events.length === 0) return { planned: decided, appended: [] };
    const appended = await ledger.append(subject, recorded.at(-1)?.sequence ?? 0, decided.events, lease);
    // Hashes included: planning again gives the effects, and nothing more to record.
    return { planned: planWith(reminded, [...recorded, ...appended]), appended };
  };

  const nobodyReminded = new Map();
  const first = planWith(nobodyReminded);
  earlier = await readEarlier(github, facts.snapshot, first, recorded);
  const decided = earlier === null ? first : planWith(nobodyReminded);
  if (!decided.events.some(({ fact }) => fact.type === "reminded")) return record(decided, nobodyReminded);
  const ran = await leases.withLease(`repo/${subject.repositoryId}/reminders`, async () => {
    const since = instant(epochMilliseconds(facts.now) - reminderWeek);
    const reminded = await ledger.listReminders(subject.repositoryId, since);
    return record(planWith(reminded), reminded);
  });
  return ran === null ? record(planWith(null), null) : ran.value;
}
