import { quote } from "../reading/quote.ts";
import type { Rule } from "./rule.ts";

export const mergedGroupActive: Rule = {
  code: "merged-group-active",
  severity: "warning",
  reports: "A group takes the place of another that is not retired, or of itself.",
  because: "Proposals would be led to two groups.",
  check({ written }) {
    const status = new Map(written.groups.map((group) => [group.value.id, group.value.status]));
    return written.groups.flatMap((group) =>
      group.value.merges.flatMap((merged, index) => {
        const itself = merged === group.value.id;
        if (!itself && (status.get(merged) ?? "retired") === "retired") return [];
        const at = ["merges", index];
        return itself
          ? [{ file: group, at, message: "a group cannot take the place of itself", fix: "remove it" }]
          : [
              {
                file: group,
                at,
                message: `${quote(merged)} is ${status.get(merged)}, not retired`,
                fix: `write \`status: retired\` in groups/${merged}.yml`,
              },
            ];
      }),
    );
  },
};
