import type { Rule } from "./rule.ts";
import { unknownReferences } from "./unknown-reference.ts";

export const unknownPerson: Rule = {
  code: "unknown-person",
  severity: "error",
  reports: "A seat of a group or a recorder names a login that no person in people.yml has.",
  because: "Accounts, organisation and levels of a person stand in people.yml; without them nobody can tell who acts.",
  check: (checked) =>
    unknownReferences(checked, "person", {
      noun: "person with the login",
      where: "people.yml",
      fix: (name) => `add a person with the account \`${name}\` to people.yml`,
    }),
};
