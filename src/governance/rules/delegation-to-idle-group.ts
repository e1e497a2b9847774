import { lawfulDelegationsOf } from "./delegations-of.ts";
import type { Rule } from "./rule.ts";

export const delegationToIdleGroup: Rule = {
  code: "delegation-to-idle-group",
  severity: "warning",
  reports: "A group that is uncharted, still forming or retired holds a delegation.",
  because: "Only a chartered group can act; meanwhile Core decides.",
  check: ({ written }) =>
    lawfulDelegationsOf(written)
      .filter(({ group }) => group.value.status !== "chartered")
      .map(({ group, at }) => {
        const { status } = group.value;
        const message = `the group is ${status === "forming" ? "still forming" : status}, so Core decides whatever is delegated here`;
        const fix = status === "retired" ? "delete the delegation" : "write `status: chartered` once the charter is approved";
        return { file: group, at, message, fix };
      }),
};
