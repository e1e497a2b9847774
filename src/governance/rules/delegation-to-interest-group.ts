import { delegationsOf } from "./delegations-of.ts";
import type { Rule } from "./rule.ts";

export const delegationToInterestGroup: Rule = {
  code: "delegation-to-interest-group",
  severity: "error",
  reports: "An Interest Group holds a delegation.",
  because: "Interest Groups do not decide; only Working Groups do (R5.1).",
  check: ({ written }) =>
    delegationsOf(written)
      .filter(({ group }) => group.value.kind === "interest-group")
      .map(({ group, at }) => ({
        file: group,
        at,
        message: "a delegation to an Interest Group; only a Working Group can hold one",
        fix: "delete the delegation, or write `kind: working-group` once Core has chartered it as one",
      })),
};
