import { quote } from "../reading/quote.ts";
import type { Rule } from "./rule.ts";

export const twoOwners: Rule = {
  code: "two-owners",
  severity: "error",
  reports: "Two groups that are not retired own one domain.",
  because: "A proposal has one route. Scope disputes are settled by Core Maintainers, not by the order of files.",
  check({ written }) {
    const owners = new Map<string, string>();
    return written.groups
      .filter((group) => group.value.status !== "retired")
      .flatMap((group) =>
        group.value.scope.owns.flatMap((domain, index) => {
          const at = ["scope", "owns", index];
          const owner = owners.get(domain);
          if (owner === undefined) owners.set(domain, `${group.path}:${group.places.value(at).line}`);
          if (owner === undefined || owner.startsWith(`${group.path}:`)) return [];
          return [
            {
              file: group,
              at,
              message: `the domain ${quote(domain)} is owned already, by ${owner}`,
              fix: "leave it under `owns` in one of the two, and write `advises` in the other",
            },
          ];
        }),
      );
  },
};
