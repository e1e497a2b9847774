import type { Checked, Finding, Rule } from "./rule.ts";
import { unknownReferences } from "./unknown-reference.ts";

export const unknownLevel: Rule = {
  code: "unknown-level",
  severity: "error",
  reports: "An authority, a person or the ladder itself names a level that ladder.yml does not define.",
  because: "Who belongs to an authority follows from levels: a misspelt one would leave people out or seats empty.",
  check: (checked: Checked): readonly Finding[] =>
    unknownReferences(checked, "level", { noun: "level", where: "ladder.yml", fix: (name) => `define \`${name}\` in ladder.yml` }),
};
