import { approximateDays } from "./approximate-days.ts";
import type { Rule } from "./rule.ts";

export const asksOutlastDormancy: Rule = {
  code: "asks-outlast-dormancy",
  severity: "warning",
  reports: "A proposal without a sponsor would be dormant before people who may sponsor were asked as often as the timer says.",
  because: "It goes dormant only after the last asking (S7), later than the timer says.",
  check({ written: { lifecycle } }) {
    if (!lifecycle) return [];
    return lifecycle.value.timers.flatMap((timer, index) => {
      const { state, dormant, asks } = timer;
      const every = timer["ask-every"];
      if (state !== "proposal" || dormant === undefined || asks * approximateDays(every) <= approximateDays(dormant)) return [];
      const message = `asking ${asks} times, every ${every}, takes longer than ${dormant}`;
      return [{ file: lifecycle, at: ["timers", index, "dormant"], message, fix: "write a longer time, or ask less often" }];
    });
  },
};
