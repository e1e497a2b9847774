import { lawfulDelegationsOf } from "./delegations-of.ts";
import type { Rule } from "./rule.ts";

export const delegationNotAdopted: Rule = {
  code: "delegation-not-adopted",
  severity: "warning",
  reports: "A delegation names no decision that grants it.",
  because: "Until then the group recommends and Core decides.",
  check: ({ written }) =>
    lawfulDelegationsOf(written)
      .filter(({ delegation }) => delegation.adopted === null)
      .map(({ group, at }) => ({
        file: group,
        at: [...at, "adopted"],
        on: "key",
        message: "no decision grants this delegation: the group recommends, and Core decides",
        fix: "once it is granted, write the link to that decision under `adopted`",
      })),
};
