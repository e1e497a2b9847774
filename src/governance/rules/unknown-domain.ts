import type { Rule } from "./rule.ts";
import { unknownReferences } from "./unknown-reference.ts";

export const unknownDomain: Rule = {
  code: "unknown-domain",
  severity: "error",
  reports: "A scope, delegation, reserved matter or other domain names a domain that domains.yml does not define.",
  because: "A misspelt domain would silently own, delegate or reserve nothing.",
  check: (checked) =>
    unknownReferences(checked, "domain", { noun: "domain", where: "domains.yml", fix: (name) => `define \`${name}\` in domains.yml` }),
};
