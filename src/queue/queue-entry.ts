import { z } from "zod";

// What is described here is what the published JSON Schema and docs/reference/queue.md say.

/** `YYYY-MM-DD`. */
export const Day = z.iso.date().meta({ title: "day" });
export const Moment = z.iso.datetime().meta({ title: "moment" });
export const PullRequest = z.int().min(1).describe("number of the pull request, by which the proposal is known");
export const Title = z.string().nullable().describe("title in the file; null while it has none");
export const Link = z.string().describe("address of the pull request");

/** Why an entry stands where it stands, rule by rule. */
const PlaceReason = z.object({
  code: z.string().describe("`exception`, `formal-review`, `pre-review`, `on-roadmap`, `not-on-roadmap`, `ready-since` or `lower-number`"),
  text: z.string().describe("the same in a sentence; of an exception with its recorded reason"),
  clause: z.string().nullable().describe("where the order of the queue is written; null where the constitution has none"),
});
export type PlaceReason = z.infer<typeof PlaceReason>;

/** The cycle that an entry can still reach (L10, L15). */
const TargetCycle = z.object({
  window: z
    .object({
      name: z.string().describe("name in the constitution"),
      opens: Day.describe("first day"),
      closes: Day.describe("last day"),
      open: z.boolean().describe("open on the day, and no hard freeze holds"),
    })
    .describe("the review window that is open on the day, else the next one"),
  freeze: z
    .object({ name: z.string().describe("name in the constitution"), opens: Day.describe("first day") })
    .nullable()
    .describe("the freeze after it: what is not final and merged before waits for a later cycle; null where none is given"),
  frozenUntil: Day.nullable().describe("last day of the hard freeze that holds on the day; null in none"),
});
export type TargetCycle = z.infer<typeof TargetCycle>;

/** What must happen next (S5, V7). */
const Wait = z.object({
  code: z
    .enum(["hold", "record", "decision", "escalation", "pre-review", "hard-freeze", "review-window", "opening", "route"])
    .describe(
      "what stops it (`hold`; `record`: one of a decision takes effect), what is open (`decision`, `escalation`, `pre-review`), what keeps a vote from opening (`hard-freeze`, `review-window`), `opening` by the deciders, or `route`: the rules name no decider",
    ),
  text: z.string().describe("the same in words, which read on after “waits for”"),
  until: Moment.nullable().describe("when that ends or is due; null without such a moment"),
});
export type Wait = z.infer<typeof Wait>;

/** One proposal in the review queue (L12, S5). */
const QueueEntry = z.object({
  pullRequest: PullRequest,
  number: z.int().nullable().describe("number of the proposal in its file; null while it has none"),
  title: Title,
  link: Link,
  kind: z.enum(["formal", "pre"]).describe("formal review, or a pre-review that decides nothing"),
  state: z.enum(["in-review", "draft"]).describe("`draft` for a pre-review"),
  readySince: Day.describe("readiness date: kept when Core had no time, new when it was returned for its substance"),
  group: z
    .object({
      id: z.string().describe("id in the constitution"),
      name: z.string().describe("as people call it"),
      representative: z.string().nullable().describe("login of who speaks for it; null where nobody is named"),
    })
    .nullable()
    .describe("who stands behind it (L11); null where nobody does"),
  sponsor: z.string().nullable().describe("login; null while a sponsor is missing"),
  decides: z.array(z.string()).describe("names of the bodies that decide it; empty while the rules name nobody"),
  waitsFor: Wait.describe("what must happen next"),
  roadmap: z.array(z.string()).describe("areas of the roadmap that name its group; empty when it is not aligned"),
  cycle: TargetCycle.nullable().describe(
    "target cycle; null where no window is given or left, and for extensions, which are published by themselves (L16)",
  ),
  revision: z
    .object({
      headSha: z.string().describe("commit at which the text was last read"),
      digest: z.string().describe("SHA-256 of the normative text there"),
      asReadied: z.boolean().describe("that text is still the one that was readied"),
    })
    .nullable()
    .describe("the text; null while it was not read"),
});
export type QueueEntry = z.infer<typeof QueueEntry>;

export const PlacedEntry = QueueEntry.extend({
  place: z.int().min(1).describe("place in the queue, from 1"),
  reasons: z.array(PlaceReason).describe("why it stands there: an exception, then what each rule made of it"),
});
export type PlacedEntry = z.infer<typeof PlacedEntry>;
