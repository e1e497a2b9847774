import { z } from "zod";
import { changeClasses, proposalTypes, sectionKinds } from "../../domain/proposal-vocabulary.ts";
import { Clause, Day, Duration, Id, Link, Login, listOf, RelativePath, Text } from "./scalars.ts";

/** A body that decides by right: Core Maintainers, Lead Maintainers. Its members are who hold the levels in people.yml. */
const Authority = z.strictObject({
  name: Text,
  levels: listOf(Id).min(1).describe("ladder levels whose holders are its members"),
  team: Id.optional().describe("GitHub team asked for review, by slug"),
  procedure: Id.optional().describe("procedure by which it decides a proposal"),
  clause: Clause.optional(),
});

/** What no group may decide: matches when every list that is given contains the proposal's value. */
const ReservedMatter = z.strictObject({
  id: Id,
  why: Text.describe("sentence shown to people"),
  domains: listOf(Id).min(1).optional(),
  types: listOf(z.enum(proposalTypes)).min(1).optional(),
  changes: listOf(z.enum(changeClasses)).min(1).optional(),
  deprecation: z.literal(true).optional().describe("proposals that deprecate, remove or restore a feature"),
  "edits-final": z.literal(true).optional().describe("changes to the file of a proposal that is final"),
  by: Id.default("core-maintainers").describe("authority that decides instead"),
  clause: Clause,
});

const Sections = z.strictObject({
  required: listOf(z.enum(sectionKinds)).default([]),
  "required-for-breaking": listOf(z.enum(sectionKinds)).default([]),
});

const Window = z.strictObject({ name: Text, opens: Day, closes: Day });

const Freeze = Window.extend({
  kind: z.enum(["soft", "hard"]).optional().describe("soft: only what is final and merged is released; hard: emergencies only (L15)"),
});

/** How a file of this folder changes; the first rule whose `files` match counts. */
const Amendment = z.strictObject({
  id: Id,
  files: listOf(z.string().min(1)).min(1).describe("files of this folder, `*` as wildcard: `groups/*.yml`"),
  "proposed-by": listOf(Id).default([]).describe("authorities that may propose it, `group-lead` for a lead of the group; empty: anyone"),
  comment: Duration.optional().describe("least time for comments before the decision"),
  by: Id.optional().describe("authority that decides; without one, what ladder.yml says for the level that is granted"),
  procedure: Id.optional(),
  clause: Clause,
});

/** What a group's standing behind a proposal takes (L11). */
const Sponsorship = z.strictObject({
  by: z.enum(["lead", "decision"]).describe("lead: a lead answers; decision: the group decides by the procedure, concerns recorded"),
  procedure: Id.optional(),
  authorities: listOf(Id).default([]).describe("bodies that may stand behind a proposal instead of a group"),
  representative: z.boolean().default(false).describe("a named person speaks for the group"),
  clause: Clause.optional(),
});

/** The public review queue (L12). */
const Queue = z.strictObject({
  order: listOf(z.enum(["formal-reviews-first", "roadmap-first", "oldest-readiness-first"])).min(1),
  roadmap: listOf(z.strictObject({ area: Text, groups: listOf(Id).min(1) }))
    .default([])
    .describe("areas of the roadmap and the groups they name"),
  clause: Clause.optional(),
});

/** What happens when a group cannot settle a matter (R5.8-R5.10). */
const Escalation = z.strictObject({
  to: Id,
  "answer-within": Duration.describe("first answer of the designated handler"),
  "handler-of-another-organisation": z.boolean().default(true),
  "contest-within": Duration.optional().describe("how long a passed vote of a group can be contested"),
  clause: Clause.optional(),
});

export const ProjectFile = z.strictObject({
  name: Text,
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
      "writes-per-pass": z.int().min(1).max(1000).default(25),
      "writes-per-hour": z.int().min(1).max(500).default(400),
    })
    .prefault({}),
  proposals: z.strictObject({
    folder: RelativePath.regex(/\/$/, "a folder, ending in /").describe("`seps/`"),
    prefix: z
      .string()
      .regex(/^[A-Z]{2,12}$/, "2 to 12 capital letters")
      .default("SEP")
      .describe("word before the number in the first heading"),
    ignore: listOf(z.string().min(1).max(200)).default(["README.md", "TEMPLATE.md"]).describe("files of the folder that are no proposals"),
    types: z.record(z.enum(proposalTypes), Sections).describe("required sections by type"),
    "abstract-words": z.int().min(20).default(300).describe("an Abstract longer than this is noted"),
    clause: Clause.optional(),
  }),
  specification: z
    .strictObject({
      schema: listOf(RelativePath).default([]).describe("schema files whose diff decides the change class (JSON Schema or TypeScript)"),
    })
    .prefault({}),
  "governance-authority": Id.default("core-maintainers").describe("authority that changes these files"),
  amendments: listOf(Amendment).optional(),
  authorities: z.record(Id, Authority).refine((authorities) => Object.keys(authorities).length <= 20, "at most 20 authorities"),
  reserved: listOf(ReservedMatter).default([]),
  "front-door": z
    .strictObject({
      "group-required": z.boolean().default(false).describe("a group must stand behind a proposal (L1)"),
      "ask-lead-after": Duration.default("7 days"),
      sponsorship: Sponsorship.optional(),
      clause: Clause.optional(),
    })
    .prefault({}),
  queue: Queue.optional(),
  escalation: Escalation.optional(),
  labels: z
    .strictObject({
      proposal: Text.default("SEP"),
      "domain-prefix": Text.default("domain: "),
      "route-prefix": Text.default("route: "),
      "change-prefix": Text.default("change: "),
      "route-core": Text.default("core"),
      hold: Text.default("do-not-merge/hold"),
    })
    .prefault({}),
  calendar: z
    .strictObject({
      "time-zone": z.string().default("UTC").describe("IANA name"),
      "working-days": listOf(z.enum(["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]))
        .min(1)
        .default(["monday", "tuesday", "wednesday", "thursday", "friday"]),
      holidays: listOf(Day, 1000).default([]),
      "review-windows": listOf(Window).default([]),
      freezes: listOf(Freeze).default([]),
      meetings: z
        .strictObject({ every: Duration, agenda: Duration.optional(), comments: Duration.optional(), first: Day.optional() })
        .optional()
        .describe("meetings of the deciding authority; agenda and comments: how long before"),
    })
    .prefault({}),
  recorders: listOf(Login).default([]).describe("people who may enter decisions taken elsewhere"),
  "private-channels": z.strictObject({ security: Link.optional(), conduct: Link.optional() }).prefault({}),
  conformance: z.strictObject({ repository: z.string().min(1).max(200) }).optional(),
  repositories: listOf(z.string().min(1).max(200)).default([]).describe("repositories whose work counts as evidence for the ladder"),
});
export type ProjectFile = z.infer<typeof ProjectFile>;
