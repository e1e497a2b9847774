import type { Rule } from "./rule.ts";

export const delegationOfUnclear: Rule = {
  code: "delegation-of-unclear",
  severity: "error",
  reports: "A delegation lists the change class `unclear`.",
  because: "What is unclear counts as breaking until a lead has settled it; it can never be the reason to decide with less oversight.",
  check: ({ written }) =>
    written.groups.flatMap((group) =>
      group.value.delegations.flatMap((delegation, index) => {
        const place = delegation.changes.indexOf("unclear");
        if (place < 0) return [];
        const at = ["delegations", index, "changes", place];
        return [{ file: group, at, message: "`unclear` cannot be delegated: it counts as breaking", fix: "remove `unclear`" }];
      }),
    ),
};
