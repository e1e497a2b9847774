import type { Rule } from "./rule.ts";
import { unknownReferences } from "./unknown-reference.ts";

export const unknownProcedure: Rule = {
  code: "unknown-procedure",
  severity: "error",
  reports: "A delegation, an authority, `on-block` or an approval on the ladder names a procedure that procedures.yml does not define.",
  because: "Nobody could say how that decision is taken.",
  check: (checked) =>
    unknownReferences(checked, "procedure", {
      noun: "procedure",
      where: "procedures.yml",
      fix: (name) => `define \`${name}\` in procedures.yml`,
    }),
};
