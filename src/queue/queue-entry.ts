import { z } from "zod";

/** `YYYY-MM-DD`. */
export const Day = z.iso.date();

/** Why an entry stands where it stands, rule by rule. */
export const PlaceReason = z.object({
  /** `exception`, `formal-review`, `pre-review`, `on-roadmap`, `not-on-roadmap`, `ready-since`, `lower-number`. */
  code: z.string(),
  text: z.string(),
  /** Where the order of the queue is written; null where the constitution has none. */
  clause: z.string().nullable(),
});
export type PlaceReason = z.infer<typeof PlaceReason>;

/** The cycle that an entry can still reach (L10, L15). */
export const TargetCycle = z.object({
  /** The review window that is open on the day, else the next one. */
  window: z.object({ name: z.string(), opens: Day, closes: Day, open: z.boolean() }),
  /** The first freeze after the window opens: what is not final and merged before it waits for a later cycle; null where none is given. */
  freeze: z.object({ name: z.string(), opens: Day }).nullable(),
  /** Last day of the hard freeze that holds on the day; null in none. */
  frozenUntil: Day.nullable(),
});
export type TargetCycle = z.infer<typeof TargetCycle>;

/** What must happen next (S5, V7). */
export const Wait = z.object({
  /**
   * `hold`; `record`: a record of a decision takes effect; `decision`: one is open; `escalation`: its handler answers; `pre-review`;
   * `hard-freeze` and `review-window`: nothing is put to the vote before; `opening`: the deciders open it; `route`: nobody decides.
   */
  code: z.enum(["hold", "record", "decision", "escalation", "pre-review", "hard-freeze", "review-window", "opening", "route"]),
  /** Reads on after "waits for". */
  text: z.string(),
  /** When that ends or is due, ISO 8601; null without such a moment. */
  until: z.iso.datetime().nullable(),
});
export type Wait = z.infer<typeof Wait>;

/** One proposal in the review queue (L12, S5). */
export const QueueEntry = z.object({
  pullRequest: z.int(),
  /** Number of the proposal; null while its file has none. */
  number: z.int().nullable(),
  title: z.string().nullable(),
  /** Address of the pull request. */
  link: z.string(),
  kind: z.enum(["formal", "pre"]),
  state: z.enum(["in-review", "draft"]),
  /** Readiness date. */
  readySince: Day,
  /** Who stands behind it; null where nobody does. The representative is a login. */
  group: z.object({ id: z.string(), name: z.string(), representative: z.string().nullable() }).nullable(),
  /** Login; null while a sponsor is missing. */
  sponsor: z.string().nullable(),
  /** Names of the bodies that decide it; empty while nobody does. */
  decides: z.array(z.string()),
  waitsFor: Wait,
  /** Areas of the roadmap that name its group; empty when it is not aligned. */
  roadmap: z.array(z.string()),
  /** Null where no window is given or none is left, and for extensions, which are published by themselves (L16). */
  cycle: TargetCycle.nullable(),
  /** The head as last read, and whether its text is still the one that was readied. */
  revision: z.object({ headSha: z.string(), digest: z.string(), asReadied: z.boolean() }).nullable(),
});
export type QueueEntry = z.infer<typeof QueueEntry>;

/** An entry with its place, from 1. */
export const PlacedEntry = QueueEntry.extend({ place: z.int(), reasons: z.array(PlaceReason) });
export type PlacedEntry = z.infer<typeof PlacedEntry>;
