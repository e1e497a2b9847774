import type { Rule } from "./rule.ts";
import { unknownReferences } from "./unknown-reference.ts";

export const unknownGroup: Rule = {
  code: "unknown-group",
  severity: "error",
  reports: "`merges` names a group that has no file.",
  because: "Old decisions, labels and commands name the former group; its file, with `status: retired`, leads them to the new one.",
  check: (checked) =>
    unknownReferences(checked, "group", {
      noun: "group",
      where: "groups/",
      fix: (name) => `add groups/${name}.yml with \`status: retired\``,
    }),
};
