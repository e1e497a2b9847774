import { approximateDays } from "./approximate-days.ts";
import type { Rule } from "./rule.ts";

export const reminderAfterDormancy: Rule = {
  code: "reminder-after-dormancy",
  severity: "warning",
  reports: "A timer reminds at or after the moment when it makes the proposal dormant.",
  because: "Nobody would be reminded before it is too late.",
  check({ written: { lifecycle } }) {
    if (!lifecycle) return [];
    return lifecycle.value.timers.flatMap((timer, index) => {
      const { remind, dormant } = timer;
      if (remind === undefined || dormant === undefined || approximateDays(remind) < approximateDays(dormant)) return [];
      const message = `the reminder after ${remind} never comes: the proposal is dormant after ${dormant}`;
      return [{ file: lifecycle, at: ["timers", index, "remind"], message, fix: "write a shorter time than under `dormant`" }];
    });
  },
};
