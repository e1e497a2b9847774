import { hasBegun } from "../seats.ts";
import { lawfulDelegationsOf } from "./delegations-of.ts";
import type { Rule } from "./rule.ts";

export const delegationNotBegun: Rule = {
  code: "delegation-not-begun",
  severity: "warning",
  reports: "A delegation begins on a later day.",
  because: "Until then the group recommends and Core decides.",
  check: ({ written, today }) =>
    lawfulDelegationsOf(written)
      .filter(({ delegation }) => !hasBegun(delegation, today))
      .map(({ group, delegation, at }) => ({
        file: group,
        at: [...at, "since"],
        message: `this delegation begins on ${delegation.since}; until then the group recommends, and Core decides`,
        fix: "nothing, if that is meant; else correct `since`",
      })),
};
