import { z } from "zod";
import { decisionOutcomes } from "../../../domain/decision.ts";
import type { DecisionFact } from "../fold-decision.ts";
import { Count, Moment, MomentOrNull, type Shapes, Text, TextOrNull, Texts } from "./fields.ts";

const Voter = z.object({ person: Text, login: Text, accounts: z.array(z.int()), organisation: TextOrNull });

const Rule = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("lazy-consensus"),
    procedure: Text,
    consents: z.number(),
    organisations: z.number(),
    excluding: z.array(z.enum(["author", "sponsor"])),
    attestation: z.boolean(),
  }),
  z.object({
    kind: z.literal("vote"),
    procedure: Text,
    quorum: z.number(),
    threshold: z.enum(["majority", "two-thirds", "half-of-eligible", "two-thirds-of-eligible"]),
    abstainCounts: z.boolean(),
    earlyClose: z.boolean(),
    notPassed: z.enum(["escalate", "return"]),
    away: Texts,
  }),
]);

const Oversight = z.object({ kind: z.enum(["approval", "veto-window"]), by: Text, within: TextOrNull });

const act = { decision: Count, person: Text };

export const decisionShapes = {
  "decision-opened": z.object({
    type: z.literal("decision-opened"),
    matter: z.enum(["proposal", "recommendation", "sponsorship"]),
    proposes: z.enum(["accept", "reject"]),
    weight: z.enum(["minor", "significant"]).nullable(),
    parts: z.array(z.object({ authority: Text, electorate: z.array(Voter), fewest: z.number(), rule: Rule })),
    digest: Text,
    endsAt: Moment,
    deferredAt: MomentOrNull,
    openedBy: Text,
    oversight: Oversight.nullable(),
    authors: Texts,
    sponsor: TextOrNull,
  }),
  "ballot-cast": z.object({ type: z.literal("ballot-cast"), ...act, choice: z.enum(["yes", "no", "abstain"]) }),
  "ballot-withdrawn": z.object({ type: z.literal("ballot-withdrawn"), ...act }),
  "block-raised": z.object({ type: z.literal("block-raised"), ...act }),
  "block-lifted": z.object({ type: z.literal("block-lifted"), ...act }),
  "vote-asked": z.object({ type: z.literal("vote-asked"), decision: Count.nullable(), person: Text }),
  "voter-removed": z.object({ type: z.literal("voter-removed"), ...act, why: z.enum(["recused", "author", "left-roster"]) }),
  "voter-restored": z.object({ type: z.literal("voter-restored"), ...act }),
  "decision-closed": z.object({
    type: z.literal("decision-closed"),
    decision: Count,
    outcome: z.enum(decisionOutcomes),
    yes: Texts,
    no: Texts,
    abstain: Texts,
    blocks: Texts,
  }),
  "decision-reopened": z.object({ type: z.literal("decision-reopened"), decision: Count }),
} satisfies Shapes<DecisionFact["type"]>;
