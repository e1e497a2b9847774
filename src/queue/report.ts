import { z } from "zod";
import { Agenda } from "./plan-agenda.ts";
import { Day, PlacedEntry } from "./queue-entry.ts";

const Head = {
  /** Grows when a reader of the last version could misread the data; what is only added leaves it. */
  version: z.literal(1),
  /** `owner/name`. */
  repository: z.string(),
  /** The day for which it was made, `YYYY-MM-DD` in the constitution's time zone. */
  day: Day,
  /** Commit of the constitution that was applied; null when it was read from a folder. */
  rules: z.string().nullable(),
};

/** What comes first, the most important rule first; empty where the constitution has no queue, and numbers alone order it. */
const Order = z.object({
  rules: z.array(z.enum(["formal-reviews-first", "roadmap-first", "oldest-readiness-first"])),
  /** Where that is written. */
  clause: z.string().nullable(),
});

/** What `steward queue --json` and `/api/queue.json` give. */
export const QueueReport = z.object({ ...Head, order: Order, entries: z.array(PlacedEntry) });
export type QueueReport = z.infer<typeof QueueReport>;

/** What `steward agenda --json` and `/api/agenda.json` give. */
export const AgendaReport = z.object({ ...Head, order: Order, ...Agenda.shape });
export type AgendaReport = z.infer<typeof AgendaReport>;
