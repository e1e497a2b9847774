import { hasEnded } from "../seats.ts";
import { lawfulDelegationsOf } from "./delegations-of.ts";
import type { Rule } from "./rule.ts";

export const delegationExpired: Rule = {
  code: "delegation-expired",
  severity: "warning",
  reports: "The last day of a delegation has passed.",
  because: "The group recommends and Core decides, as before the delegation.",
  check: ({ written, today }) =>
    lawfulDelegationsOf(written)
      .filter(({ delegation }) => hasEnded(delegation, today))
      .map(({ group, delegation, at }) => ({
        file: group,
        at: [...at, "until"],
        message: `this delegation ended on ${delegation.until}: the group recommends, and Core decides`,
        fix: "have it renewed and write the new `until` and `adopted`, or delete the delegation",
      })),
};
