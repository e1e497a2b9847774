import { quote } from "../reading/quote.ts";
import type { Term } from "../seats.ts";
import type { Rule } from "./rule.ts";
import { seatsOf } from "./seats-of.ts";

export const overlappingTerms: Rule = {
  code: "overlapping-terms",
  severity: "warning",
  reports: "One list of a group gives the same login two seats whose terms overlap.",
  because: "The person counts once, but which end holds is a guess.",
  check: ({ written }) =>
    written.groups.flatMap((group) =>
      seatsOf(group).flatMap(({ list, seat, at }) => {
        const earlier = group.value[list]
          .slice(0, Number(at[1]))
          .find((other) => other.person.toLowerCase() === seat.person.toLowerCase() && meet(other, seat));
        if (!earlier) return [];
        const line = group.places.value([list, group.value[list].indexOf(earlier)]).line;
        const message = `${quote(seat.person)} has a seat in line ${line} already, and the two terms overlap`;
        return [
          { file: group, at: [...at, "person"], message, fix: "delete one of the two, or end the first term before the second begins" },
        ];
      }),
    ),
};

function meet(a: Term, b: Term): boolean {
  return (a.since ?? "") <= (b.until ?? "9999") && (b.since ?? "") <= (a.until ?? "9999");
}
