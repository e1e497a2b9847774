import type { Rule } from "./rule.ts";

export const oversightWindowUnused: Rule = {
  code: "oversight-window-unused",
  severity: "warning",
  reports: "Oversight by approval has a `within`.",
  because: "Approval has no window: the decision waits until the authority says yes, however long that takes.",
  check: ({ written }) =>
    written.groups.flatMap((group) =>
      group.value.delegations.flatMap(({ oversight }, index) => {
        if (oversight.kind !== "approval" || oversight.within === undefined) return [];
        const at = ["delegations", index, "oversight", "within"];
        return [
          {
            file: group,
            at,
            message: "approval waits for a yes, so `within` has no effect",
            fix: "remove `within`, or write `kind: veto-window`",
          },
        ];
      }),
    ),
};
