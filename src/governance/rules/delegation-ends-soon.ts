import { lawfulDelegationsOf } from "./delegations-of.ts";
import { endOf } from "./end-of.ts";
import type { Rule } from "./rule.ts";

export const delegationEndsSoon: Rule = {
  code: "delegation-ends-soon",
  severity: "warning",
  reports: "A delegation ends within 60 days.",
  because: "From the next day on Core decides; a renewal takes time.",
  check: ({ written, today }) =>
    lawfulDelegationsOf(written).flatMap(({ group, delegation, at }) => {
      const end = endOf(delegation, today);
      if (!end?.isSoon) return [];
      const message = `this delegation ends on ${end.day}, ${end.when}; after that Core decides`;
      return [{ file: group, at: [...at, "until"], message, fix: "ask for its renewal now, or let it end" }];
    }),
};
