import { lawfulDelegationsOf } from "./delegations-of.ts";
import type { Rule } from "./rule.ts";

export const oversightWindowUnused: Rule = {
  code: "oversight-window-unused",
  severity: "warning",
  reports: "Oversight by approval has a `within`.",
  because: "Approval has no window: the decision waits until the authority says yes, however long that takes.",
  check: ({ written }) =>
    lawfulDelegationsOf(written)
      .filter(({ delegation: { oversight } }) => oversight.kind === "approval" && oversight.within !== undefined)
      .map(({ group, at }) => ({
        file: group,
        at: [...at, "oversight", "within"],
        message: "approval waits for a yes, so `within` has no effect",
        fix: "remove `within`, or write `kind: veto-window`",
      })),
};
