import { quoteList } from "../reading/quote.ts";
import type { Rule } from "./rule.ts";

export const unpinnedPeople: Rule = {
  code: "unpinned-people",
  severity: "warning",
  reports: "People without a numeric account id; once for all of them.",
  because:
    "Logins can be given up and taken by somebody else; only the numeric id says who acts. Without one a person is shown and counted, but cannot act.",
  check({ written: { people } }) {
    if (!people) return [];
    const everybody = people.value.people;
    const unpinned = everybody.flatMap((person, index) => (person.accounts.some((account) => account.id !== undefined) ? [] : [index]));
    const [first] = unpinned;
    if (first === undefined) return [];
    const logins = unpinned.map((index) => everybody[index]?.accounts[0]?.login ?? "");
    const all =
      unpinned.length === everybody.length
        ? everybody.length === 1
          ? "the only person has"
          : `all ${everybody.length} people have`
        : `${unpinned.length} of ${everybody.length} people ${unpinned.length === 1 ? "has" : "have"}`;
    return [
      {
        file: people,
        at: ["people", first, "accounts", 0, "login"],
        message: `${all} no numeric id, and cannot act until pinned: ${quoteList(logins, 5)}`,
        fix: "add each account's `id`, as https://api.github.com/users/<login> gives it",
      },
    ];
  },
};
