import { z } from "zod";
import { changeClasses, proposalTypes, sectionKinds } from "../../domain/proposal-vocabulary.ts";
import { Clause, Day, Duration, Id, Link, Login, listOf, RelativePath, Text, Word } from "./scalars.ts";

/** A body that decides by right: Core Maintainers, Lead Maintainers. Its members are who hold the levels in people.yml. */
const Authority = z.strictObject({
  name: Text.describe("name as people write it"),
  levels: listOf(Id).min(1).describe("ladder levels whose holders are its members"),
  team: Id.optional().describe("GitHub team asked for review, by slug"),
  procedure: Id.optional().describe("procedure by which it decides a proposal"),
  clause: Clause.optional(),
});

/** What no group may decide: matches when every list that is given contains the proposal's value. */
const ReservedMatter = z.strictObject({
  id: Id.describe("stable name of the matter"),
  why: Text.describe("sentence shown to people"),
  domains: listOf(Id).min(1).optional().describe("proposals that concern one of these domains"),
  types: listOf(z.enum(proposalTypes)).min(1).optional().describe("proposals of one of these types"),
  changes: listOf(z.enum(changeClasses)).min(1).optional().describe("proposals of one of these change classes"),
  deprecation: z.literal(true).optional().describe("proposals that deprecate, remove or restore a feature"),
  "edits-final": z.literal(true).optional().describe("changes to the file of a proposal that is final"),
  by: Id.default("core-maintainers").describe("authority that decides instead"),
  clause: Clause,
});

const Sections = z.strictObject({
  required: listOf(z.enum(sectionKinds)).default([]).describe("sections it must have"),
  "required-for-breaking": listOf(z.enum(sectionKinds)).default([]).describe("sections it must have when the change is breaking"),
});

/** GitHub allows a label fifty characters. */
const Label = z.string().min(1).max(50).meta({ title: "text" });

const Window = z.strictObject({
  name: Text.describe("name as people write it"),
  opens: Day.describe("first day"),
  closes: Day.describe("last day"),
});

const Freeze = Window.extend({
  kind: z.enum(["soft", "hard"]).optional().describe("soft: only what is final and merged is released; hard: emergencies only (L15)"),
});

/** From meeting to meeting: business days would drift over the week, hours over the day. */
const Step = Duration.regex(/^\d+ (?:days?|weeks?|months?)$/, "days, weeks or months such as `2 weeks`").meta({
  title: "duration",
  description: "such as `2 weeks`",
});

/** From a meeting to a day before or after it. */
const DaysAway = Duration.regex(/^\d+ (?:business )?days?$|^\d+ (?:weeks?|months?)$/, "days, business days, weeks or months").meta({
  title: "duration",
  description: "such as `1 week`",
});

/** How a file of this folder changes; the first rule whose `files` match counts. */
const Amendment = z.strictObject({
  id: Id.describe("stable name of the rule"),
  files: listOf(Word).min(1).describe("files of this folder, `*` as wildcard: `groups/*.yml`"),
  "proposed-by": listOf(Id).default([]).describe("authorities that may propose it, `group-lead` for a lead of the group; empty: anyone"),
  comment: Duration.optional().describe("least time for comments before the decision"),
  by: Id.optional().describe("authority that decides; without one, what ladder.yml says for the level that is granted"),
  procedure: Id.optional().describe("procedure by which it decides"),
  clause: Clause,
});

/** What a group's standing behind a proposal takes (L11). */
const Sponsorship = z.strictObject({
  by: z.enum(["lead", "decision"]).describe("lead: a lead answers; decision: the group decides by the procedure, concerns recorded"),
  procedure: Id.optional().describe("procedure by which it decides"),
  authorities: listOf(Id).default([]).describe("bodies that may stand behind a proposal instead of a group"),
  representative: z.boolean().default(false).describe("a named person speaks for the group"),
  clause: Clause.optional(),
});

/** The public review queue (L12). */
const Queue = z.strictObject({
  order: listOf(z.enum(["formal-reviews-first", "roadmap-first", "oldest-readiness-first"]))
    .min(1)
    .describe("what comes first, most important rule first"),
  roadmap: listOf(z.strictObject({ area: Text.describe("name of the area"), groups: listOf(Id).min(1).describe("groups it names") }))
    .default([])
    .describe("areas of the roadmap and the groups they name"),
  exceptions: listOf(
    z.strictObject({
      "pull-request": z.int().min(1).describe("number of the proposal's pull request"),
      place: z.enum(["first", "last"]).describe("before all others, or after them; among several in the order of this list"),
      reason: Text.describe("why; shown wherever the queue is"),
    }),
  )
    .default([])
    .describe("proposals that stand out of the order, each with its reason"),
  clause: Clause.optional(),
});

/** What happens when a group cannot settle a matter (R5.8-R5.10). */
const Escalation = z.strictObject({
  to: Id.describe("authority that is asked"),
  "answer-within": Duration.describe("first answer of the designated handler"),
  "handler-of-another-organisation": z.boolean().default(true).describe("the handler shares no organisation with the parties"),
  "contest-within": Duration.optional().describe(
    "how long a passed vote of a group can be contested; without it as long as its oversight lasts (G18)",
  ),
  clause: Clause.optional(),
});

export const ProjectFile = z
  .strictObject({
    name: Text.describe("name of the project"),
    repository: z
      .string()
      .regex(/^[A-Za-z0-9][A-Za-z0-9-]*\/[A-Za-z0-9._-]+$/, "owner/name")
      .describe("owner/name of the repository that receives proposals"),
    mode: z
      .enum(["observe", "advise", "enforce"])
      .default("observe")
      .describe("observe: writes nothing; advise: comment and a neutral check; enforce: everything"),
    paused: z.boolean().default(false).describe("true stops every write to GitHub"),
    brakes: z
      .strictObject({
        "writes-per-pass": z.int().min(1).max(1000).default(25).describe("writes to GitHub in one look at one proposal"),
        "writes-per-hour": z.int().min(1).max(500).default(400).describe("writes to GitHub in an hour"),
      })
      .prefault({})
      .describe("more than this stops the work and asks an operator"),
    proposals: z
      .strictObject({
        folder: RelativePath.regex(/\/$/, "a folder, ending in /").describe("`seps/`"),
        prefix: z
          .string()
          .regex(/^[A-Z]{2,12}$/, "2 to 12 capital letters")
          .default("SEP")
          .describe("word before the number in the first heading"),
        ignore: listOf(Word).default(["README.md", "TEMPLATE.md"]).describe("files of the folder that are no proposals"),
        types: z.record(z.enum(proposalTypes), Sections).describe("required sections by type"),
        "abstract-words": z.int().min(20).default(300).describe("an Abstract longer than this is noted"),
        clause: Clause.optional(),
      })
      .describe("where proposals are, and what their files must hold"),
    specification: z
      .strictObject({
        schema: listOf(RelativePath).default([]).describe("schema files whose diff decides the change class (JSON Schema or TypeScript)"),
        changelog: listOf(RelativePath).default([]).describe("pages where a proposal that becomes final is noted (R7.1)"),
      })
      .prefault({})
      .describe("the specification that proposals change"),
    "governance-authority": Id.default("core-maintainers").describe("authority that changes these files"),
    amendments: listOf(Amendment).optional().describe("how each file of this folder changes; the first rule that names it counts"),
    authorities: z
      .record(Id, Authority)
      .refine((authorities) => Object.keys(authorities).length <= 20, "at most 20 authorities")
      .describe("bodies that decide by right, by id; `core-maintainers` must be one"),
    reserved: listOf(ReservedMatter).default([]).describe("what no group may decide; a matter applies when all its conditions do"),
    "front-door": z
      .strictObject({
        "group-required": z.boolean().default(false).describe("a group must stand behind a proposal (L1)"),
        "ask-lead-after": Duration.default("7 days").describe("when a lead is asked about a proposal without a group"),
        sponsorship: Sponsorship.optional().describe("what a group's standing behind a proposal takes (L11)"),
        clause: Clause.optional(),
      })
      .prefault({})
      .describe("how a proposal finds its group"),
    queue: Queue.optional().describe("the public review queue (L12)"),
    escalation: Escalation.optional().describe("what happens when a group cannot settle a matter"),
    labels: z
      .strictObject({
        proposal: Label.default("SEP").describe("every proposal has it"),
        "domain-prefix": Label.default("domain: ").describe("how labels of domains begin"),
        "route-prefix": Label.default("route: ").describe("how labels of routes begin"),
        "change-prefix": Label.default("change: ").describe("how labels of change classes begin"),
        "route-core": Label.default("core").describe("what follows `route-prefix` when Core decides"),
        hold: Label.default("do-not-merge/hold").describe("a hold"),
      })
      .prefault({})
      .describe("names of GitHub labels"),
    calendar: z
      .strictObject({
        "time-zone": z.string().default("UTC").describe("IANA name"),
        "working-days": listOf(z.enum(["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]))
          .min(1)
          .default(["monday", "tuesday", "wednesday", "thursday", "friday"])
          .describe("days of the week that can be business days"),
        holidays: listOf(Day, 1000).default([]).describe("days that are no business days"),
        "review-windows": listOf(Window).default([]).describe("when Core reviews proposals for a release (L10)"),
        freezes: listOf(Freeze).default([]).describe("when nothing more enters a release (L15)"),
        meetings: z
          .strictObject({
            every: Step.describe("time from one to the next"),
            agenda: DaysAway.optional().describe("how long before the agenda is published"),
            comments: DaysAway.optional().describe("how long before comments are asked for"),
            minutes: DaysAway.optional().describe("how long after it the minutes are published"),
            first: Day.optional().describe("a meeting from which the others are counted"),
          })
          .optional()
          .describe("meetings of the deciding authority"),
      })
      .prefault({})
      .describe("business days, and the windows of releases"),
    recorders: listOf(Login).default([]).describe("people who may enter decisions taken elsewhere"),
    recording: z
      .strictObject({
        confirmations: z.int().min(1).default(2).describe("other people listed in it who confirm it, so that it takes effect at once"),
        "settles-after": Duration.default("5 days").describe("when it takes effect without them, if nobody listed disputes it"),
      })
      .prefault({})
      .describe("when an entered decision takes effect (D2)"),
    holds: z
      .strictObject({
        by: listOf(Id)
          .default(["core-maintainers", "group-lead", "sponsor"])
          .describe("authorities, `group-lead` for the leads of the groups concerned, `sponsor` for the proposal's own"),
        lasts: Duration.default("14 days").describe("when a hold ends by itself, unless its holder renews it"),
      })
      .prefault({})
      .describe("who may keep an accepted proposal from being merged, and how long (H1)"),
    reminders: z
      .strictObject({ "per-person-weekly": z.int().min(0).max(100).default(3).describe("in any seven days; 0: nobody is reminded") })
      .prefault({})
      .describe("how often one person is reminded of what waits for them, over all proposals"),
    "status-line": z
      .enum(["suggest", "commit", "none"])
      .default("suggest")
      .describe("what becomes of the file's Status when a decision ends: suggested to the sponsor, committed where the App may, or left"),
    "private-channels": z
      .strictObject({
        security: Link.optional().describe("where a vulnerability is reported"),
        conduct: Link.optional().describe("where misconduct is reported"),
      })
      .prefault({})
      .describe("where private matters belong; nothing about them is recorded"),
    conformance: z
      .strictObject({ repository: Word.describe("owner/name") })
      .optional()
      .describe("where conformance scenarios are kept"),
    repositories: listOf(Word).default([]).describe("repositories whose work counts as evidence for the ladder"),
  })
  .describe("The project: where proposals are, who decides by right, what is reserved, and the calendar.");
export type ProjectFile = z.infer<typeof ProjectFile>;
