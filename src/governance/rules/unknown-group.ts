import type { Rule } from "./rule.ts";
import { unknownReferences } from "./unknown-reference.ts";

export const unknownGroup: Rule = {
  code: "unknown-group",
  severity: "error",
  reports: "`merges` or an area of the roadmap names a group that has no file.",
  because:
    "Nobody could tell who is meant. A former group keeps its file, with `status: retired`, so that old decisions and commands lead to the new one.",
  check: (checked) =>
    unknownReferences(checked, "group", {
      noun: "group",
      where: "groups/",
      fix: (name) => `add groups/${name}.yml, with \`status: retired\` if it is no more`,
    }),
};
