import { Temporal } from "temporal-polyfill/implementation";
import { type Instant, instant } from "../kernel/instant.ts";

/** True when it is too late: a deadline falls after every act of its own second (T2). GitHub's times are whole seconds. */
export function isAfterDeadline(at: Instant, deadline: Instant): boolean {
  return at >= afterDeadline(deadline);
}

/** The first moment that is too late, and so the earliest to look whether anything was in time. */
export function afterDeadline(deadline: Instant): Instant {
  const next = Temporal.Instant.from(deadline).round({ smallestUnit: "second", roundingMode: "floor" }).add({ seconds: 1 });
  return instant(next.epochMilliseconds);
}
