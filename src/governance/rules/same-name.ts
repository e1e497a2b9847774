import { quote } from "../reading/quote.ts";
import type { Rule } from "./rule.ts";

export const sameName: Rule = {
  code: "same-name",
  severity: "warning",
  reports: "Two people in people.yml have the same name.",
  because: "Mostly it is one person with two accounts, who would then count twice (F01).",
  check({ written: { people } }) {
    if (!people) return [];
    const first = new Map<string, number>();
    return people.value.people.flatMap((person, index) => {
      if (person.name === undefined) return [];
      const name = person.name.normalize("NFKC").trim().toLowerCase().replaceAll(/\s+/g, " ");
      const earlier = first.get(name);
      if (earlier === undefined) {
        first.set(name, index);
        return [];
      }
      const line = people.places.value(["people", earlier]).line;
      const message = `${quote(person.name)} is also the name of the person in line ${line}; is it one person with two accounts?`;
      return [
        {
          file: people,
          at: ["people", index, "name"],
          message,
          fix: "list both accounts under one entry, or write the names so that they differ",
        },
      ];
    });
  },
};
