import { z } from "zod";
import { Id, listOf, Text } from "./scalars.ts";

const Word = z.string().min(1).max(200);

/** What shows that a text is about a domain. The classifier knows no domain by name: everything it weighs stands here. */
export const Signals = z.strictObject({
  paths: listOf(Word, 1000)
    .default([])
    .describe("pages and folders of the specification repository that belong to the domain; a trailing / means all below"),
  names: listOf(Word, 1000).default([]).describe("protocol and schema names, `*` as wildcard: `tasks/*`, `CreateTaskResult`"),
  terms: listOf(Word, 1000).default([]).describe("words and phrases of the domain"),
  declared: listOf(Word, 1000).default([]).describe("how authors name the domain or its group"),
});

const Domain = z.strictObject({
  id: Id,
  label: z.string().min(1).max(50).describe("name of the GitHub label"),
  description: z.string().min(1).max(300),
  in: listOf(Text).default([]).describe("what belongs to it, for people"),
  out: listOf(
    z.strictObject({ text: Text, domain: Id.optional().describe("where it belongs instead"), terms: listOf(Word).default([]) }),
  ).default([]),
  signals: Signals,
  fallback: z
    .enum(["schema-changes", "process-only"])
    .optional()
    .describe("takes what fits nowhere: proposals that change the schema, or those that only change people and process"),
  about: z.enum(["protocol", "project"]).default("protocol").describe("project: how the work is organised, whatever the Type field says"),
});

export const DomainsFile = z.strictObject({ domains: listOf(Domain).min(1) });
export type DomainsFile = z.infer<typeof DomainsFile>;
