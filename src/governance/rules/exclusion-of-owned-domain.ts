import { quote } from "../reading/quote.ts";
import type { Rule } from "./rule.ts";

export const exclusionOfOwnedDomain: Rule = {
  code: "exclusion-of-owned-domain",
  severity: "warning",
  reports: "A group's exclusions name a domain that it owns.",
  because: "An exclusion beats ownership, so every proposal of that domain falls to Core.",
  check: ({ written }) =>
    written.groups.flatMap((group) =>
      group.value.scope.excludes.flatMap((exclusion, index) =>
        exclusion.domains.flatMap((domain, place) => {
          if (!group.value.scope.owns.includes(domain)) return [];
          const at = ["scope", "excludes", index, "domains", place];
          const message = `${quote(domain)} is excluded here, and owned under \`owns\``;
          return [{ file: group, at, message, fix: "say with `terms` which part is excluded, or remove the domain from `owns`" }];
        }),
      ),
    ),
};
