import { quote } from "../reading/quote.ts";
import type { Rule } from "./rule.ts";

export const interestGroupOwns: Rule = {
  code: "interest-group-owns",
  severity: "error",
  reports: "An Interest Group owns a domain.",
  because: "Owners are routed to as deciders, and Interest Groups do not decide (R5.1).",
  check: ({ written }) =>
    written.groups
      .filter((group) => group.value.kind === "interest-group")
      .flatMap((group) =>
        group.value.scope.owns.map((domain, index) => ({
          file: group,
          at: ["scope", "owns", index],
          message: `an Interest Group cannot own ${quote(domain)}: it is heard, and decides nothing`,
          fix: "move it from `owns` to `advises`",
        })),
      ),
};
