import { lawfulDelegationsOf } from "./delegations-of.ts";
import type { Rule } from "./rule.ts";

export const vetoWindowWithoutLength: Rule = {
  code: "veto-window-without-length",
  severity: "error",
  reports: "Oversight by veto window has no `within`.",
  because: "Without a length the window would never open, or never close.",
  check: ({ written }) =>
    lawfulDelegationsOf(written)
      .filter(({ delegation: { oversight } }) => oversight.kind === "veto-window" && oversight.within === undefined)
      .map(({ group, at }) => ({
        file: group,
        at: [...at, "oversight"],
        on: "key",
        message: "a veto window without a length",
        fix: "add `within: 5 business days`",
      })),
};
