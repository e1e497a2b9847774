import { z } from "zod";
import { changeClasses, proposalTypes } from "../../domain/proposal-vocabulary.ts";
import { Clause, Day, Duration, Id, Link, Login, listOf, Text, Word } from "./scalars.ts";

const Seat = z.strictObject({
  person: Login.describe("login of any account in people.yml"),
  since: Day.optional().describe("first day of the term"),
  until: Day.optional().describe("last day of the term; without it the charter gives none"),
  term: Text.optional().describe("the charter's own word, such as Initial"),
});

const Delegation = z.strictObject({
  decision: z
    .enum(["accept", "recommend"])
    .describe("accept: the group decides; recommend: its consensus goes to Core, who decides. A recommendation grants nothing"),
  domains: listOf(Id).min(1).describe("domains it is for; the group owns each"),
  types: listOf(z.enum(proposalTypes)).min(1).describe("types of proposals it is for"),
  changes: listOf(z.enum(changeClasses)).min(1).describe("change classes it is for"),
  procedure: Id.describe("procedure by which the group decides"),
  oversight: z
    .strictObject({
      kind: z
        .enum(["approval", "veto-window"])
        .describe("approval: the authority must say yes; veto-window: it may say no until the window has passed"),
      by: Id.describe("authority that keeps the oversight"),
      within: Duration.optional().describe("length of the veto window"),
    })
    .describe("what Core keeps over the group's decision"),
  joint: z.boolean().default(false).describe("may decide jointly with the owner of another domain"),
  alongside: listOf(Id).default([]).describe("domains of other owners that may be touched without them"),
  since: Day.optional().describe("first day on which it applies"),
  until: Day.optional().describe("last day on which it applies"),
  adopted: Link.nullable().default(null).describe("link to the decision that grants it; without one the group recommends and Core decides"),
  clause: Clause.describe("the charter's clause, in words"),
});

export const GroupFile = z
  .strictObject({
    id: Id.describe("stable name of the group, and the name of its file"),
    name: Text.describe("name as people write it"),
    kind: z.enum(["working-group", "interest-group"]).describe("only a Working Group may hold a delegation"),
    status: z.enum(["chartered", "uncharted", "forming", "retired"]).describe("only a chartered group can act"),
    charter: z
      .strictObject({
        text: z.string().min(1).max(500).describe("path or address of the charter"),
        since: Day.optional().describe("day of the charter"),
      })
      .optional()
      .describe("what the group was granted"),
    team: Id.optional().describe("GitHub team, by slug"),
    contact: Text.optional().describe("where to find the group"),
    meetings: Text.optional().describe("when it meets"),
    leads: listOf(Seat).default([]).describe("leads or facilitators; they vote"),
    members: listOf(Seat, 500).default([]).describe("voting members; leads vote too and need not be repeated"),
    scope: z
      .strictObject({
        owns: listOf(Id).default([]).describe("domains whose proposals are routed to it"),
        advises: listOf(Id).default([]).describe("domains on which it is heard"),
        in: listOf(Text).default([]).describe("what the charter includes, for people"),
        excludes: listOf(
          z.strictObject({
            text: Text.describe("the charter's words"),
            domains: listOf(Id).default([]).describe("domains the exclusion names"),
            terms: listOf(Word).default([]).describe("words that show a proposal falls under it"),
          }),
        )
          .default([])
          .describe("what the charter excludes; it beats ownership"),
        clause: Clause.optional(),
      })
      .prefault({})
      .describe("what the group is there for"),
    delegations: listOf(Delegation).default([]).describe("decisions the group may take"),
    merges: listOf(Id).default([]).describe("groups this one takes the place of; each keeps its file, with status: retired"),
  })
  .describe("One group: its charter, people, scope, and what it may decide.");
export type GroupFile = z.infer<typeof GroupFile>;
