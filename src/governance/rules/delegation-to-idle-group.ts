import type { Rule } from "./rule.ts";

export const delegationToIdleGroup: Rule = {
  code: "delegation-to-idle-group",
  severity: "warning",
  reports: "A group that is uncharted, still forming or retired holds a delegation.",
  because: "Only a chartered group can act; meanwhile Core decides.",
  check: ({ written }) =>
    written.groups
      .filter((group) => group.value.kind === "working-group" && group.value.status !== "chartered")
      .flatMap((group) =>
        group.value.delegations.map((_, index) => ({
          file: group,
          at: ["delegations", index],
          message: `the group is ${group.value.status === "forming" ? "still forming" : group.value.status}, so Core decides whatever is delegated here`,
          fix: group.value.status === "retired" ? "delete the delegation" : "write `status: chartered` once the charter is approved",
        })),
      ),
};
