import { quote } from "../reading/quote.ts";
import { overlaps } from "../seats.ts";
import type { Rule } from "./rule.ts";
import { seatsOf } from "./seats-of.ts";

export const overlappingTerms: Rule = {
  code: "overlapping-terms",
  severity: "warning",
  reports: "One list of a group gives the same login two seats whose terms overlap.",
  because: "The person counts once, but which end holds is a guess.",
  check: ({ written }) =>
    written.groups.flatMap((group) => {
      const all = seatsOf(group);
      return all.flatMap(({ list, seat, at, others }, index) => {
        const earlier = all
          .slice(0, index)
          .find((other) => other.list === list && others.includes(other.seat) && overlaps(other.seat, seat));
        if (!earlier) return [];
        const line = group.places.value(earlier.at).line;
        const message = `${quote(seat.person)} has a seat in line ${line} already, and the two terms overlap`;
        return [
          { file: group, at: [...at, "person"], message, fix: "delete one of the two, or end the first term before the second begins" },
        ];
      });
    }),
};
