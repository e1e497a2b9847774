import { quote } from "../reading/quote.ts";
import { hasEnded, isRunning } from "../seats.ts";
import type { Rule } from "./rule.ts";
import { seatsOf } from "./seats-of.ts";

export const termEnded: Rule = {
  code: "term-ended",
  severity: "warning",
  reports: "The term of a member, or of one lead beside others, has ended and no later one is entered.",
  because: "The seat no longer counts, though a reader of the charter may think so.",
  check: ({ written, today }) =>
    written.groups
      .filter((group) => group.value.status !== "retired")
      .flatMap((group) => {
        // When the last lead has gone, that is the finding.
        const led = group.value.leads.some((seat) => isRunning(seat, today));
        return seatsOf(group).flatMap(({ list, seat, at, others }) => {
          if (!hasEnded(seat, today) || others.some((other) => !hasEnded(other, today)) || (list === "leads" && !led)) return [];
          const message = `the term of ${quote(seat.person)} ended on ${seat.until}, so this seat does not count`;
          return [{ file: group, at: [...at, "until"], message, fix: "delete the seat, or enter the new term" }];
        });
      }),
};
