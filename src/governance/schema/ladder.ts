import { z } from "zod";
import { Clause, Duration, Id, listOf, Text } from "./scalars.ts";

const Requirement = z.strictObject({
  id: Id.describe("stable name of the requirement"),
  text: Text.describe("the requirement, for people"),
  check: z.enum(["machine", "person", "both"]).describe("who can tell that it is met; both: the machine prepares, a person judges"),
  evidence: z
    .enum(["merged-pull-requests", "contributions", "active-months", "time-at-level", "leads-group", "participation", "attestation"])
    .describe("what is looked at"),
  at: z
    .strictObject({
      least: z.int().min(0).describe("number, or months"),
      level: Id.optional().describe("level at which they count"),
    })
    .optional()
    .describe("how much of it is needed"),
  clause: Clause.optional(),
});

const Level = z.strictObject({
  id: Id.describe("stable name of the level or role"),
  name: Text.describe("name as people write it"),
  rank: z.int().min(0).describe("higher holds the rights of lower; equal ranks stand beside each other"),
  after: listOf(Id).default([]).describe("levels held before"),
  requirements: listOf(Requirement).default([]).describe("what a person shows before being granted it"),
  sponsors: listOf(
    z.strictObject({
      levels: listOf(Id).min(1).describe("levels whose holders may sponsor the nomination"),
      count: z.int().min(1).describe("how many of them"),
      "different-organisations": z.boolean().default(false).describe("no two of one organisation"),
    }),
  )
    .default([])
    .describe("who must stand behind a nomination; any one of these suffices"),
  "objection-window": Duration.optional().describe("how long a nomination waits for objections"),
  approvers: listOf(
    z.strictObject({
      authority: Id.describe("authority that approves"),
      procedure: Id.optional().describe("procedure by which it does; its own unless stated"),
      count: z.int().min(1).optional().describe("how many of its members"),
    }),
  )
    .default([])
    .describe("who grants it; any one of these suffices"),
  inactivity: z
    .strictObject({
      after: Duration.describe("time without contributions"),
      ask: Duration.default("14 days").describe("time the person has to answer before anything is proposed"),
      clause: Clause.optional(),
    })
    .optional()
    .describe("when emeritus is proposed; never done without a person"),
  "may-sponsor": z.boolean().default(false).describe("may sponsor a proposal (G3)"),
  clause: Clause.optional(),
});

export const LadderFile = z
  .strictObject({
    levels: listOf(Level).min(1).describe("levels of the project"),
    "group-roles": listOf(Level).default([]).describe("roles inside a group: member, lead, facilitator"),
  })
  .describe("The contributor ladder: how a person earns trust, and who grants it.");
export type LadderFile = z.infer<typeof LadderFile>;
