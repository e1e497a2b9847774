import { z } from "zod";
import { Day, Id, Link, Login, listOf, Text } from "./scalars.ts";

const Account = z.strictObject({
  login: Login,
  id: z.int().positive().optional().describe("GitHub's numeric id; a person without one cannot act until pinned"),
});

const Person = z.strictObject({
  name: Text.optional(),
  accounts: listOf(Account).min(1).describe("every account of the one person; the first is the one shown"),
  affiliation: Text.optional().describe("organisation; `independent` where there is none"),
  levels: listOf(z.strictObject({ level: Id, since: Day.optional(), evidence: Link.optional(), until: Day.optional() })).default([]),
  emeritus: listOf(Id).default([]).describe("levels held in the past"),
  away: listOf(z.strictObject({ from: Day, until: Day })).default([]),
});

export const PeopleFile = z.strictObject({
  affiliations: z.record(Text, listOf(Text)).default({}).describe("one organisation, and the other spellings of its name"),
  people: listOf(Person, 2000),
});
export type PeopleFile = z.infer<typeof PeopleFile>;
