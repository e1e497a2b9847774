import { daysBetween } from "../../kernel/days-between.ts";
import { quote } from "../reading/quote.ts";
import { isRunning } from "../seats.ts";
import type { Rule } from "./rule.ts";
import { seatsOf } from "./seats-of.ts";

/** How many days ahead an end is announced. */
export const soonDays = 60;

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
          if (seat.until === undefined || !isRunning(seat, today)) return [];
          const days = daysBetween(today, seat.until);
          const until = seat.until;
          if (days > soonDays || others.some((other) => (other.until ?? "9999") > until)) return [];
          const message = `the term of ${quote(seat.person)} ends on ${until}, ${days === 0 ? "today" : days === 1 ? "in 1 day" : `in ${days} days`}`;
          return [{ file: group, at: [...at, "until"], message, fix: "enter the new term, or name a successor" }];
        }),
      ),
};
