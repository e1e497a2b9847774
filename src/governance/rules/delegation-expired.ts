import { hasEnded } from "../seats.ts";
import type { Rule } from "./rule.ts";

export const delegationExpired: Rule = {
  code: "delegation-expired",
  severity: "warning",
  reports: "The last day of a delegation has passed.",
  because: "The group recommends and Core decides, as before the delegation.",
  check: ({ written, today }) =>
    written.groups.flatMap((group) =>
      group.value.delegations.flatMap((delegation, index) => {
        if (!hasEnded(delegation, today)) return [];
        const at = ["delegations", index, "until"];
        const message = `this delegation ended on ${delegation.until}: the group recommends, and Core decides`;
        return [{ file: group, at, message, fix: "have it renewed and write the new `until` and `adopted`, or delete the delegation" }];
      }),
    ),
};
