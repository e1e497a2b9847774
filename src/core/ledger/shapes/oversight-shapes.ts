import { z } from "zod";
import type { OversightFact } from "../fold-oversight.ts";
import { Count, Moment, MomentOrNull, type Shapes, Text, TextOrNull, Texts } from "./fields.ts";

export const oversightShapes = {
  "oversight-opened": z.object({
    type: z.literal("oversight-opened"),
    decision: Count,
    kind: z.enum(["approval", "veto-window"]),
    authority: Text,
    outcome: z.enum(["accept", "reject"]),
    endsAt: MomentOrNull,
    contestUntil: MomentOrNull,
  }),
  "oversight-ended": z.object({
    type: z.literal("oversight-ended"),
    how: z.enum(["window-passed", "released", "approved", "vetoed", "undone"]),
  }),
  "oversight-reopened": z.object({ type: z.literal("oversight-reopened") }),
  "escalation-opened": z.object({
    type: z.literal("escalation-opened"),
    why: z.enum(["no-quorum", "not-passed", "contested", "raised"]),
    raisedBy: TextOrNull,
    handler: TextOrNull,
    handlerPerson: TextOrNull,
    answerBy: Moment,
  }),
  "escalation-answered": z.object({
    type: z.literal("escalation-answered"),
    escalation: Count,
    answer: z.enum(["guidance", "return", "core"]),
  }),
  "private-matter-reported": z.object({ type: z.literal("private-matter-reported"), kind: z.enum(["security", "conduct"]) }),
  "lead-veto-raised": z.object({ type: z.literal("lead-veto-raised"), person: Text, login: Text }),
  "lead-veto-lifted": z.object({ type: z.literal("lead-veto-lifted"), person: Text }),
  "record-entered": z.object({
    type: z.literal("record-entered"),
    verdict: z.enum(["accept", "reject", "return"]),
    link: Text,
    yes: Texts,
    no: Texts,
    abstain: Texts,
    enteredBy: Text,
    digest: Text,
    settlesAt: Moment,
    confirmationsNeeded: z.number(),
  }),
  "record-confirmed": z.object({ type: z.literal("record-confirmed"), record: Count, person: Text }),
  "record-ended": z.object({ type: z.literal("record-ended"), record: Count, how: z.enum(["took-effect", "disputed", "overtaken"]) }),
} satisfies Shapes<OversightFact["type"]>;
