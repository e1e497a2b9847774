import { z } from "zod";
import { Clause, Duration, Id, listOf, Text } from "./scalars.ts";

const Requirement = z.strictObject({
  id: Id,
  text: Text,
  check: z.enum(["machine", "person", "both"]).describe("both: the machine prepares, a person judges"),
  evidence: z.enum([
    "merged-pull-requests",
    "contributions",
    "active-months",
    "time-at-level",
    "leads-group",
    "participation",
    "attestation",
  ]),
  at: z.strictObject({ least: z.int().min(0), level: Id.optional() }).optional(),
  clause: Clause.optional(),
});

const Level = z.strictObject({
  id: Id,
  name: Text,
  rank: z.int().min(0).describe("higher holds the rights of lower; equal ranks stand beside each other"),
  after: listOf(Id).default([]).describe("levels held before"),
  requirements: listOf(Requirement).default([]),
  sponsors: listOf(
    z.strictObject({ levels: listOf(Id).min(1), count: z.int().min(1), "different-organisations": z.boolean().default(false) }),
  )
    .default([])
    .describe("any one of these suffices"),
  "objection-window": Duration.optional(),
  approvers: listOf(z.strictObject({ authority: Id, procedure: Id.optional(), count: z.int().min(1).optional() })).default([]),
  inactivity: z.strictObject({ after: Duration, ask: Duration.default("14 days"), clause: Clause.optional() }).optional(),
  "may-sponsor": z.boolean().default(false).describe("may sponsor a proposal (G3)"),
  clause: Clause.optional(),
});

export const LadderFile = z.strictObject({
  levels: listOf(Level).min(1),
  "group-roles": listOf(Level).default([]).describe("roles inside a group: member, lead, facilitator"),
});
export type LadderFile = z.infer<typeof LadderFile>;
