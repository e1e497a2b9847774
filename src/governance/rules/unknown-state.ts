import type { Rule } from "./rule.ts";
import { unknownReferences } from "./unknown-reference.ts";

export const unknownState: Rule = {
  code: "unknown-state",
  severity: "error",
  reports: "A state that does not exist, or a transition, timer or `initial` with a state that `states` does not list.",
  because: "A proposal could be sent to a state that has no label and no way out.",
  check: (checked) =>
    unknownReferences(checked, "state", {
      noun: "state",
      where: "the list `states`",
      fix: (name) => `add \`${name}\` to \`states\``,
    }),
};
