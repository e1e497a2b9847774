import { lawfulDelegationsOf } from "./delegations-of.ts";
import type { Rule } from "./rule.ts";

export const delegationOfUnclear: Rule = {
  code: "delegation-of-unclear",
  severity: "error",
  reports: "A delegation lists the change class `unclear`.",
  because: "What is unclear counts as breaking until a lead has settled it; it can never be the reason to decide with less oversight.",
  check: ({ written }) =>
    lawfulDelegationsOf(written).flatMap(({ group, delegation, at }) => {
      const place = delegation.changes.indexOf("unclear");
      if (place < 0) return [];
      const message = "`unclear` cannot be delegated: it counts as breaking";
      return [{ file: group, at: [...at, "changes", place], message, fix: "remove `unclear`" }];
    }),
};
