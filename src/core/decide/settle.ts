import type { FactDraft } from "../../commands/command.ts";
import type { ProposalRecord } from "../../domain/proposal-record.ts";
import type { Instant } from "../../kernel/instant.ts";
import type { DecideContext } from "./decide-context.ts";
import { settleDecisions } from "./settle-decisions.ts";
import { settleElectorate } from "./settle-electorate.ts";
import { settleEntered } from "./settle-entered.ts";
import { settleHeads } from "./settle-heads.ts";
import { settleOversight } from "./settle-oversight.ts";
import { settleRoad } from "./settle-road.ts";

/** One consequence at a time, by the first rule that has one; empty when all is settled. `now` is when it is looked at. */
export type Settle = (record: ProposalRecord, context: DecideContext, now: Instant, at: Instant) => readonly FactDraft[];

/** The order counts: who may no longer vote is out before anything is counted, and what takes a matter away ends it first. */
const rules: readonly Settle[] = [settleElectorate, settleOversight, settleEntered, settleDecisions, settleHeads, settleRoad];

/** What follows by itself from what is recorded. `at` dates it: the act's time, or the deadline's. */
export function settle(record: ProposalRecord, context: DecideContext, now: Instant, at: Instant): readonly FactDraft[] {
  for (const rule of rules) {
    const drafts = rule(record, context, now, at);
    if (drafts.length > 0) return drafts;
  }
  return [];
}
