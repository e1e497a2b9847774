import { z } from "zod";
import { changeClasses, proposalTypes } from "../../domain/proposal-vocabulary.ts";
import { Clause, Day, Duration, Id, Link, Login, listOf, Text } from "./scalars.ts";

const Seat = z.strictObject({
  person: Login,
  since: Day.optional(),
  until: Day.optional().describe("end of the term; without it the charter gives none"),
  term: Text.optional().describe("the charter's own word, such as Initial"),
});

const Delegation = z.strictObject({
  decision: z
    .enum(["accept", "recommend"])
    .describe("accept: the group decides; recommend: its consensus goes to Core, who decides. A recommendation grants nothing"),
  domains: listOf(Id).min(1),
  types: listOf(z.enum(proposalTypes)).min(1),
  changes: listOf(z.enum(changeClasses)).min(1),
  procedure: Id,
  oversight: z.strictObject({
    kind: z.enum(["approval", "veto-window"]),
    by: Id,
    within: Duration.optional().describe("length of a veto window"),
  }),
  joint: z.boolean().default(false).describe("may decide jointly with the owner of another domain"),
  alongside: listOf(Id).default([]).describe("domains of other owners that may be touched without them"),
  since: Day.optional(),
  until: Day.optional().describe("last day on which it applies"),
  adopted: Link.nullable().default(null).describe("link to the decision that grants it; without one the group recommends and Core decides"),
  clause: Clause,
});

export const GroupFile = z.strictObject({
  id: Id,
  name: Text,
  kind: z.enum(["working-group", "interest-group"]),
  status: z.enum(["chartered", "uncharted", "forming", "retired"]),
  charter: z.strictObject({ text: z.string().describe("path or address of the charter"), since: Day.optional() }).optional(),
  team: Id.optional().describe("GitHub team, by slug"),
  contact: Text.optional().describe("where to find the group"),
  meetings: Text.optional(),
  leads: listOf(Seat).default([]),
  members: listOf(Seat, 500).default([]).describe("voting members; leads vote too and need not be repeated"),
  scope: z
    .strictObject({
      owns: listOf(Id).default([]),
      advises: listOf(Id).default([]),
      in: listOf(Text).default([]),
      excludes: listOf(
        z.strictObject({
          text: Text.describe("the charter's words"),
          domains: listOf(Id).default([]).describe("domains the exclusion names"),
          terms: listOf(z.string().min(1).max(200)).default([]).describe("words that show a proposal falls under it"),
        }),
      ).default([]),
      clause: Clause.optional(),
    })
    .prefault({}),
  delegations: listOf(Delegation).default([]),
  merges: listOf(Id).default([]).describe("groups this one takes the place of"),
});
export type GroupFile = z.infer<typeof GroupFile>;
