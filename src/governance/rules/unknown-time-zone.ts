import { nearName } from "../reading/near-name.ts";
import { quote } from "../reading/quote.ts";
import type { Rule } from "./rule.ts";

export const unknownTimeZone: Rule = {
  code: "unknown-time-zone",
  severity: "error",
  reports: "`calendar.time-zone` is no name of the IANA time zone database.",
  because: "Deadlines in business days end at a time of a place; without one they cannot be computed.",
  check({ written: { project } }) {
    if (!project) return [];
    const zone = project.value.calendar["time-zone"];
    if (isTimeZone(zone)) return [];
    const near = nearName(zone, ["UTC", ...Intl.supportedValuesOf("timeZone")]);
    const message = `no time zone ${quote(zone)}${near ? `; did you mean ${quote(near)}?` : ""}`;
    return [
      {
        file: project,
        at: ["calendar", "time-zone"],
        message,
        fix: `write ${near ? quote(near) : "an IANA name such as `UTC` or `Europe/Berlin`"}`,
      },
    ];
  },
};

function isTimeZone(name: string): boolean {
  // Offsets such as +02:00 are accepted by the platform, but know no summer time.
  if (!/^[A-Za-z]/.test(name)) return false;
  try {
    return new Intl.DateTimeFormat("en", { timeZone: name }).resolvedOptions().timeZone !== "";
  } catch {
    return false;
  }
}
