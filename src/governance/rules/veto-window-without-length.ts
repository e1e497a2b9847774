import type { Rule } from "./rule.ts";

export const vetoWindowWithoutLength: Rule = {
  code: "veto-window-without-length",
  severity: "error",
  reports: "Oversight by veto window has no `within`.",
  because: "Without a length the window would never open, or never close.",
  check: ({ written }) =>
    written.groups.flatMap((group) =>
      group.value.delegations.flatMap(({ oversight }, index) => {
        if (oversight.kind !== "veto-window" || oversight.within !== undefined) return [];
        const at = ["delegations", index, "oversight"];
        return [{ file: group, at, on: "key" as const, message: "a veto window without a length", fix: "add `within: 5 business days`" }];
      }),
    ),
};
