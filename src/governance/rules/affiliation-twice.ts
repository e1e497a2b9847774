import { quote } from "../reading/quote.ts";
import type { Rule } from "./rule.ts";

export const affiliationTwice: Rule = {
  code: "affiliation-twice",
  severity: "error",
  reports: "One spelling of an organisation stands under two organisations in `affiliations`.",
  because: "The rule of different organisations needs one answer to who works where.",
  check({ written: { people } }) {
    if (!people) return [];
    const owners = new Map<string, string>();
    return Object.entries(people.value.affiliations).flatMap(([name, spellings]) =>
      [name, ...spellings].flatMap((spelling, index) => {
        const key = spelling.trim().toLowerCase();
        const owner = owners.get(key) ?? name;
        owners.set(key, owner);
        if (owner === name) return [];
        const at = index === 0 ? ["affiliations", name] : ["affiliations", name, index - 1];
        const message = `${quote(spelling)} stands for ${quote(owner)} already`;
        return [
          { file: people, at, on: index === 0 ? ("key" as const) : ("value" as const), message, fix: "keep it under one of the two" },
        ];
      }),
    );
  },
};
