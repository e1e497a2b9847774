import type { Governance } from "../../governance/index.ts";
import { epochMilliseconds, type Instant, instant } from "../../kernel/instant.ts";
import { personOf } from "../../routing/route/index.ts";

/** S8: any seven days, not those of a calendar; in milliseconds. */
export const reminderWeek = 7 * 86_400_000;
/** Milliseconds until the next try while another pass counts. */
const shortly = 30_000;

export interface BudgetContext {
  readonly governance: Governance;
  /**
   * Lower-case login to the times at which they were reminded in the last seven days, over all proposals of the repository. Null
   * while another pass counts them: then nobody is reminded yet.
   */
  readonly reminded: ReadonlyMap<string, readonly Instant[]> | null;
}

export interface Called {
  readonly from: Instant;
  readonly logins: readonly string[];
}

/**
 * S8: whom a reminder that is due calls: of those who are eligible, in their order, the first `most` whose week has room. When
 * nobody's has, it waits for the first that has. Null when it calls nobody, ever.
 */
export function withinBudget(eligible: readonly string[], most: number, due: Instant, now: Instant, context: BudgetContext): Called | null {
  const budget = context.governance.project.reminders["per-person-weekly"];
  if (budget === 0 || eligible.length === 0) return null;
  const at = due > now ? due : now;
  const { reminded } = context;
  if (reminded === null) {
    const later = instant(epochMilliseconds(now) + shortly);
    return { from: due > later ? due : later, logins: eligible.slice(0, most) };
  }
  const rooms = eligible.map((login) => ({ login, from: roomFrom(timesOf(login, reminded, context), budget, at) }));
  const free = rooms.filter(({ from }) => from <= at);
  if (free.length > 0) return { from: due, logins: free.slice(0, most).map(({ login }) => login) };
  const first = rooms.reduce((before, room) => (room.from < before.from ? room : before));
  return { from: first.from, logins: [first.login] };
}

/** Several accounts of one person are one person (T6). */
function timesOf(login: string, reminded: ReadonlyMap<string, readonly Instant[]>, context: BudgetContext): readonly Instant[] {
  const person = personOf(login, context);
  return [...reminded].flatMap(([other, times]) => (personOf(other, context) === person ? times : []));
}

/** The first moment, at or after `at`, in whose last seven days there were fewer than `budget`. */
function roomFrom(times: readonly Instant[], budget: number, at: Instant): Instant {
  const counted = times.filter((time) => epochMilliseconds(time) > epochMilliseconds(at) - reminderWeek).toSorted();
  const leaving = counted[counted.length - budget];
  return leaving === undefined ? at : instant(epochMilliseconds(leaving) + reminderWeek);
}
