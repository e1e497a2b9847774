import { hasBegun } from "../seats.ts";
import type { Rule } from "./rule.ts";

export const delegationNotBegun: Rule = {
  code: "delegation-not-begun",
  severity: "warning",
  reports: "A delegation begins on a later day.",
  because: "Until then the group recommends and Core decides.",
  check: ({ written, today }) =>
    written.groups.flatMap((group) =>
      group.value.delegations.flatMap((delegation, index) => {
        if (hasBegun(delegation, today)) return [];
        const message = `this delegation begins on ${delegation.since}; until then the group recommends, and Core decides`;
        return [{ file: group, at: ["delegations", index, "since"], message, fix: "nothing, if that is meant; else correct `since`" }];
      }),
    ),
};
