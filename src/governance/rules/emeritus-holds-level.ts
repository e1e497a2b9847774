import { quote } from "../reading/quote.ts";
import { isRunning } from "../seats.ts";
import type { Rule } from "./rule.ts";

export const emeritusHoldsLevel: Rule = {
  code: "emeritus-holds-level",
  severity: "error",
  reports: "A person holds a level now and is listed as emeritus of the same level (F02).",
  because: "Whether that person may decide must not depend on which of the two lines is read.",
  check({ written: { people }, today }) {
    if (!people) return [];
    return people.value.people.flatMap((person, index) =>
      person.emeritus.flatMap((level, place) => {
        if (!person.levels.some((held) => held.level === level && isRunning(held, today))) return [];
        const at = ["people", index, "emeritus", place];
        const message = `${quote(person.accounts[0]?.login)} is emeritus of ${quote(level)} and holds it too`;
        return [{ file: people, at, message, fix: "delete the one that no longer holds, or end the level with `until`" }];
      }),
    );
  },
};
