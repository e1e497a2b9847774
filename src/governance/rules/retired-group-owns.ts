import { quoteList } from "../reading/quote.ts";
import type { Rule } from "./rule.ts";

export const retiredGroupOwns: Rule = {
  code: "retired-group-owns",
  severity: "warning",
  reports: "A retired group still owns a domain that no other group owns.",
  because: "Its proposals fall to Core until another group takes the domain; better that the file says so.",
  check({ written }) {
    const living = new Set(written.groups.filter((group) => group.value.status !== "retired").flatMap((group) => group.value.scope.owns));
    return written.groups
      .filter((group) => group.value.status === "retired")
      .flatMap((group) => {
        const orphans = group.value.scope.owns.filter((domain) => !living.has(domain));
        if (orphans.length === 0) return [];
        const message = `the group is retired and still owns ${quoteList(orphans)}; meanwhile Core decides there`;
        return [
          {
            file: group,
            at: ["scope", "owns"],
            on: "key" as const,
            message,
            fix: "delete the domains here, or give them to another group",
          },
        ];
      });
  },
};
