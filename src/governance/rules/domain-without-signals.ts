import { quote } from "../reading/quote.ts";
import type { Rule } from "./rule.ts";

export const domainWithoutSignals: Rule = {
  code: "domain-without-signals",
  severity: "warning",
  reports: "A domain has no path, name, term or declared name.",
  because: "No text can be recognised as being about it.",
  check({ written: { domains } }) {
    if (!domains) return [];
    return domains.value.domains.flatMap((domain, index) => {
      if (Object.values(domain.signals).some((list) => list.length > 0)) return [];
      const message = `nothing shows that a text is about ${quote(domain.id)}`;
      return [
        {
          file: domains,
          at: ["domains", index, "signals"],
          on: "key" as const,
          message,
          fix: "add `names`, `terms` or `paths` of the domain",
        },
      ];
    });
  },
};
