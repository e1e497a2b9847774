import { quote } from "../reading/quote.ts";
import { lawfulDelegationsOf } from "./delegations-of.ts";
import type { Rule } from "./rule.ts";

export const delegationOutsideScope: Rule = {
  code: "delegation-outside-scope",
  severity: "error",
  reports: "A Working Group's delegation names a domain that the group does not own.",
  because: "A group decides within the scope of its charter only; more scope is granted by Core Maintainers (R5.14).",
  check: ({ written, names }) =>
    lawfulDelegationsOf(written).flatMap(({ group, delegation, at }) => {
      // A domain that nothing defines is reported as unknown; it may well be the one that was meant.
      const isUnknown = (domain: string): boolean => names.domain?.has(domain) === false;
      if (group.value.scope.owns.some(isUnknown)) return [];
      return delegation.domains.flatMap((domain, place) => {
        if (group.value.scope.owns.includes(domain) || isUnknown(domain)) return [];
        return [
          {
            file: group,
            at: [...at, "domains", place],
            message: `the delegation names ${quote(domain)}, which this group does not own`,
            fix: `remove ${quote(domain)} here, or add it to \`scope.owns\` if the charter says so`,
          },
        ];
      });
    }),
};
