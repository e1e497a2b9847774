import { z } from "zod";
import { Clause, Duration, Id, listOf, Text } from "./scalars.ts";

const common = {
  id: Id.describe("stable name of the procedure"),
  name: Text.describe("name as people write it"),
  clause: Clause.optional(),
};

const LazyConsensus = z.strictObject({
  ...common,
  kind: z.literal("lazy-consensus").describe("accepted unless somebody blocks"),
  window: z
    .strictObject({
      minor: Duration.describe("least time for minor matters"),
      significant: Duration.describe("least time for significant ones"),
    })
    .describe("how long it stays open"),
  consents: z
    .strictObject({
      needed: z.int().min(0).default(0).describe("explicit yes of voting members; 0: silence suffices"),
      organisations: z.int().min(0).default(0).describe("from at least so many organisations"),
      excluding: listOf(z.enum(["author", "sponsor"]))
        .default(["author", "sponsor"])
        .describe("whose consent does not count"),
    })
    .prefault({})
    .describe("explicit consents that are needed besides silence"),
  "minor-needs-consents": z
    .boolean()
    .default(false)
    .describe("whether a minor matter that accepts no proposal, such as sponsorship, needs them too; else silence suffices (C1)"),
  attestation: z
    .enum(["required", "none"])
    .default("required")
    .describe("whether accepting a proposal needs the sponsor's word, with links, on prototype, benefit and support (R2.5)"),
  "block-characters": z
    .int()
    .min(1)
    .max(500)
    .default(20)
    .describe("least length of what a block says: its reason, and an alternative or a criterion for lifting it (C3)"),
  "on-block": Id.describe("procedure that follows when a block stands"),
});

const Vote = z.strictObject({
  ...common,
  kind: z.literal("vote").describe("decided by counting yes and no"),
  window: Duration.describe("how long it stays open"),
  "early-close": z.boolean().default(false).describe("closes as soon as the result cannot change"),
  quorum: z.number().min(0).max(1).default(0).describe("share of active members who must take part, recused ones left out"),
  threshold: z
    .enum(["majority", "two-thirds", "half-of-eligible", "two-thirds-of-eligible"])
    .describe(
      "what yes needs: majority and two-thirds of yes and no; half-of-eligible: yes from more than half of all eligible, absent ones included",
    ),
  abstain: z.enum(["counts-for-quorum", "does-not-count"]).default("counts-for-quorum").describe("what abstaining means"),
  "called-by-members": z
    .int()
    .min(1)
    .default(3)
    .describe("how many voting members of a group who ask for it open it; a lead alone does, and one of them while a block stands (R5.7)"),
  "not-passed": z
    .enum(["escalate", "return"])
    .optional()
    .describe("what follows when neither yes nor no carries: to the next authority, or back to the authors (L14)"),
  "inside-review-window": z
    .boolean()
    .optional()
    .describe("a vote that cannot end before the review window closes is deferred, without a partial result (L14)"),
});

const Approval = z.strictObject({
  ...common,
  kind: z.literal("approval").describe("decided as soon as enough have said yes"),
  needed: z.int().min(1).default(1).describe("how many must say yes"),
  window: Duration.optional().describe("after this time it lapses"),
});

export const Procedure = z.discriminatedUnion("kind", [LazyConsensus, Vote, Approval]);
export type Procedure = z.infer<typeof Procedure>;

export const ProceduresFile = z
  .strictObject({
    "act-on-own": z.enum(["recused", "allowed"]).default("recused").describe("whether authors decide their own proposals"),
    "sponsor-own": z.enum(["allowed", "refused"]).default("allowed").describe("whether an author may sponsor their own proposal (R4.5)"),
    away: z
      .enum(["leaves-quorum", "stays-in-quorum"])
      .default("leaves-quorum")
      .describe("whether people who are away over a whole vote, and cast no ballot, count in what the quorum is a share of (V3)"),
    confirm: z
      .strictObject({
        "authority-members": z
          .int()
          .min(1)
          .default(1)
          .describe("members of the authority who must say yes; of a group as many as its procedure needs consents, and one at least"),
      })
      .prefault({})
      .describe("who says yes to a text that changed after it was accepted (X5)"),
    procedures: listOf(Procedure).min(1).describe("every procedure, each once"),
  })
  .describe("How an authority decides: lazy consensus, vote, approval.");
export type ProceduresFile = z.infer<typeof ProceduresFile>;
