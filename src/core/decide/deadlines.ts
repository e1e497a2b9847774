import { isAfterDeadline } from "../../calendar/index.ts";
import type { ProposalRecord } from "../../domain/proposal-record.ts";
import type { Instant } from "../../kernel/instant.ts";

/** The first deadline that has not taken effect yet, whether or not its time has come; null when nothing ends by itself. */
export function nextDeadline(record: ProposalRecord, after: Instant | null): Instant | null {
  const decisions = record.decisions.flatMap(({ closed, endsAt, deferredAt }) =>
    closed === null ? [deferredAt !== null && deferredAt < endsAt ? deferredAt : endsAt] : [],
  );
  const oversight = record.oversight !== null && record.oversight.ended === null ? [record.oversight.endsAt] : [];
  const entered = record.entered.flatMap(({ ended, settlesAt }) => (ended === null ? [settlesAt] : []));
  const holds = record.holds.map(({ endsAt }) => endsAt);
  return (
    [...decisions, ...oversight, ...entered, ...holds]
      .flatMap((at) => at ?? [])
      .filter((at) => after === null || at > after)
      .toSorted()[0] ?? null
  );
}

/** The next deadline that falls before a moment (T2): acts of the deadline's own second are still in time. */
export function dueBefore(record: ProposalRecord, moment: Instant, after: Instant | null): Instant | null {
  const deadline = nextDeadline(record, after);
  return deadline !== null && isAfterDeadline(moment, deadline) ? deadline : null;
}
