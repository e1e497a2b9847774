import { quote } from "../reading/quote.ts";
import { endOf } from "./end-of.ts";
import type { Rule } from "./rule.ts";
import { seatsOf } from "./seats-of.ts";

export const termEndsSoon: Rule = {
  code: "term-ends-soon",
  severity: "warning",
  reports: "The term of a lead or member ends within 60 days, and no later one is entered.",
  because: "From the next day on the seat does not count; without a lead the group cannot act.",
  check: ({ written, today }) =>
    written.groups
      .filter((group) => group.value.status !== "retired")
      .flatMap((group) =>
        seatsOf(group).flatMap(({ seat, at, others }) => {
          const end = endOf(seat, today);
          if (!end?.isSoon || others.some((other) => (other.until ?? "9999") > end.day)) return [];
          const message = `the term of ${quote(seat.person)} ends on ${end.day}, ${end.when}`;
          return [{ file: group, at: [...at, "until"], message, fix: "enter the new term, or name a successor" }];
        }),
      ),
};
