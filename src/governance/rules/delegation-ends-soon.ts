import { daysBetween } from "../../kernel/days-between.ts";
import { hasEnded } from "../seats.ts";
import type { Rule } from "./rule.ts";
import { soonDays } from "./term-ends-soon.ts";

export const delegationEndsSoon: Rule = {
  code: "delegation-ends-soon",
  severity: "warning",
  reports: "A delegation ends within 60 days.",
  because: "From the next day on Core decides; a renewal takes time.",
  check: ({ written, today }) =>
    written.groups.flatMap((group) =>
      group.value.delegations.flatMap((delegation, index) => {
        if (delegation.until === undefined || hasEnded(delegation, today)) return [];
        const days = daysBetween(today, delegation.until);
        if (days > soonDays) return [];
        const message = `this delegation ends on ${delegation.until}, in ${days} days; after that Core decides`;
        return [{ file: group, at: ["delegations", index, "until"], message, fix: "ask for its renewal now, or let it end" }];
      }),
    ),
};
