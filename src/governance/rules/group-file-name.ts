import { idOfGroupPath } from "../reading/defined-names.ts";
import { quote } from "../reading/quote.ts";
import type { Rule } from "./rule.ts";

export const groupFileName: Rule = {
  code: "group-file-name",
  severity: "error",
  reports: "A group's file is not named after its id.",
  because: "People and decisions find a charter by the group's id, and two files could claim one id.",
  check: ({ written }) =>
    written.groups
      .filter((group) => idOfGroupPath(group.path) !== group.value.id)
      .map((group) => ({
        file: group,
        at: ["id"],
        message: `the id is ${quote(group.value.id)}, and the file is ${group.path}`,
        fix: `rename the file to groups/${group.value.id}.yml, or write \`id: ${idOfGroupPath(group.path)}\``,
      })),
};
