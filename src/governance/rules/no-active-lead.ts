import { hasEnded, isRunning } from "../seats.ts";
import type { Rule } from "./rule.ts";

export const noActiveLead: Rule = {
  code: "no-active-lead",
  severity: "warning",
  reports: "A chartered group has no lead whose term runs.",
  because: "Nobody can be asked, and what is delegated to the group falls to Core meanwhile.",
  check: ({ written, today }) =>
    written.groups.flatMap((group) => {
      const { leads, status } = group.value;
      if (status !== "chartered" || leads.some((seat) => isRunning(seat, today))) return [];
      const ended = leads.filter((seat) => hasEnded(seat, today)).map((seat) => seat.until ?? "");
      const last = ended.toSorted().at(-1);
      const message =
        last === undefined ? "the group has no lead whose term runs" : `the group has no active lead: the last term ended on ${last}`;
      return [
        {
          file: group,
          at: ["leads"],
          on: "key" as const,
          message,
          fix: "name a lead, or enter the new term (`since`, `until`) of one who stays",
        },
      ];
    }),
};
