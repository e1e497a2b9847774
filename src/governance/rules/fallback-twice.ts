import { quote } from "../reading/quote.ts";
import type { Rule } from "./rule.ts";

export const fallbackTwice: Rule = {
  code: "fallback-twice",
  severity: "error",
  reports: "Two domains take the same kind of proposal that fits nowhere.",
  because: "What fits nowhere must go to one place.",
  check({ written: { domains } }) {
    if (!domains) return [];
    const first = new Map<string, string>();
    return domains.value.domains.flatMap((domain, index) => {
      if (domain.fallback === undefined) return [];
      const earlier = first.get(domain.fallback) ?? domain.id;
      first.set(domain.fallback, earlier);
      if (earlier === domain.id) return [];
      const message = `${quote(earlier)} takes ${quote(domain.fallback)} already`;
      return [{ file: domains, at: ["domains", index, "fallback"], message, fix: "keep `fallback` at one of the two" }];
    });
  },
};
