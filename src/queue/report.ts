import { z } from "zod";
import { Agenda } from "./plan-agenda.ts";
import { Day, PlacedEntry } from "./queue-entry.ts";

const Head = {
  version: z.literal(1).describe("grows when a reader of the last version could misread the data; what is only added leaves it"),
  repository: z.string().describe("`owner/name`"),
  day: Day.describe("the day for which it was made, in the constitution's time zone"),
  rules: z.string().nullable().describe("commit of the constitution that was applied; null when it was read from a folder"),
  order: z
    .object({
      rules: z
        .array(z.enum(["formal-reviews-first", "roadmap-first", "oldest-readiness-first"]))
        .describe("the most important first; after them the lower number of the pull request"),
      clause: z.string().nullable().describe("where that is written; null where the constitution has no queue"),
    })
    .describe("how the entries are ordered"),
};

/** What `steward queue --json` and `/api/queue.json` give. */
export const QueueReport = z.object({ ...Head, entries: z.array(PlacedEntry).describe("the review queue, in its order") });
export type QueueReport = z.infer<typeof QueueReport>;

/** What `steward agenda --json` and `/api/agenda.json` give. */
export const AgendaReport = z.object({ ...Head, ...Agenda.shape });
export type AgendaReport = z.infer<typeof AgendaReport>;
