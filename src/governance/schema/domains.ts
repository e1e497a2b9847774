import { z } from "zod";
import { Id, listOf, Text, Word } from "./scalars.ts";

/** What shows that a text is about a domain. The classifier knows no domain by name: everything it weighs stands here. */
const Signals = z.strictObject({
  paths: listOf(Word, 1000)
    .default([])
    .describe("pages and folders of the specification repository that belong to the domain; a trailing / means all below"),
  names: listOf(Word, 1000).default([]).describe("protocol and schema names, `*` as wildcard: `tasks/*`, `CreateTaskResult`"),
  terms: listOf(Word, 1000).default([]).describe("words and phrases of the domain"),
  declared: listOf(Word, 1000).default([]).describe("how authors name the domain or its group"),
});

const Domain = z.strictObject({
  id: Id.describe("stable name of the domain"),
  label: z.string().min(1).max(50).describe("name of its GitHub label, with the prefix"),
  description: z.string().min(1).max(300).describe("one sentence that says what the domain is"),
  in: listOf(Text).default([]).describe("what belongs to it, for people"),
  out: listOf(
    z.strictObject({
      text: Text.describe("what does not belong to it"),
      domain: Id.optional().describe("domain it belongs to instead"),
      terms: listOf(Word).default([]).describe("words that show it"),
    }),
  )
    .default([])
    .describe("what seems to belong to it, and does not"),
  signals: Signals.describe("what shows that a text is about it"),
  fallback: z
    .enum(["schema-changes", "process-only"])
    .optional()
    .describe("takes what fits nowhere: proposals that change the schema, or those that only change people and process"),
  about: z.enum(["protocol", "project"]).default("protocol").describe("project: how the work is organised, whatever the Type field says"),
});

export const DomainsFile = z
  .strictObject({ domains: listOf(Domain).min(1).describe("every subject area, each once; who owns one stands in the group's file") })
  .describe("The taxonomy: subject areas, and what shows that a proposal is about one.");
export type DomainsFile = z.infer<typeof DomainsFile>;
