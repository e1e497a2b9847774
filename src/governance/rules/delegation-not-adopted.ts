import type { Rule } from "./rule.ts";

export const delegationNotAdopted: Rule = {
  code: "delegation-not-adopted",
  severity: "warning",
  reports: "A delegation names no decision that grants it.",
  because: "Until then the group recommends and Core decides.",
  check: ({ written }) =>
    written.groups
      .filter((group) => group.value.kind === "working-group")
      .flatMap((group) =>
        group.value.delegations.flatMap((delegation, index) => {
          if (delegation.adopted !== null) return [];
          return [
            {
              file: group,
              at: ["delegations", index, "adopted"],
              on: "key" as const,
              message: "no decision grants this delegation: the group recommends, and Core decides",
              fix: "once it is granted, write the link to that decision under `adopted`",
            },
          ];
        }),
      ),
};
