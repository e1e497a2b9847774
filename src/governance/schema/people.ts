import { z } from "zod";
import { Day, Id, Link, Login, listOf, Text } from "./scalars.ts";

const Account = z.strictObject({
  login: Login,
  id: z.int().positive().optional().describe("GitHub's numeric id; a person without one cannot act until pinned"),
});

const Person = z.strictObject({
  name: Text.optional().describe("name, where the person made it public"),
  accounts: listOf(Account).min(1).describe("every account of the one person; the first is the one shown"),
  affiliation: Text.optional().describe("organisation; `independent` where there is none"),
  levels: listOf(
    z.strictObject({
      level: Id.describe("level of ladder.yml"),
      since: Day.optional().describe("first day"),
      evidence: Link.optional().describe("where the grant is recorded"),
      until: Day.optional().describe("last day"),
    }),
  )
    .default([])
    .describe("levels held, with their dates"),
  emeritus: listOf(Id).default([]).describe("levels held in the past"),
  away: listOf(z.strictObject({ from: Day.describe("first day"), until: Day.describe("last day") }))
    .default([])
    .describe("announced absences"),
});

export const PeopleFile = z
  .strictObject({
    affiliations: z.record(Text, listOf(Text)).default({}).describe("one organisation, and the other spellings of its name"),
    people: listOf(Person, 2000).describe("every person once, whatever accounts they use"),
  })
  .describe("People, their accounts, organisations and levels.");
export type PeopleFile = z.infer<typeof PeopleFile>;
