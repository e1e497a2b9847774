import { z } from "zod";

const nameKinds = ["method", "notification", "type", "field", "header", "error-code", "meta-key"] as const;
export type NameKind = (typeof nameKinds)[number];

const count = z.number().positive();

const Page = z.strictObject({
  title: z.string(),
  /** Stem to the number of times it occurs; a heading's words count for more. */
  words: z.record(z.string(), count),
});

const Name = z.strictObject({
  kind: z.enum(nameKinds),
  /** Number of pages it occurs on: a name that is everywhere says little. */
  on: z.int().positive(),
  /** Page to its share of the name: how much the name is that page's own. The shares of a name add up to 1. */
  pages: z.record(z.string(), count),
});

/**
 * The vocabulary of a specification as data: which names exist, which page each belongs to, and how often each word
 * occurs on a page. It holds no text and knows no domain; a constitution's `signals.paths` say whose pages are whose.
 */
export const SpecificationIndex = z.strictObject({
  version: z.literal(1),
  pages: z.record(z.string(), Page),
  names: z.record(z.string(), Name),
  /** Section heading that only one page of the specification has, and that page. */
  headings: z.record(z.string(), z.string()),
  /** Schema type to its fields, so that a proposal's new fields can be told from those it repeats. */
  types: z.record(z.string(), z.array(z.string())),
});
export type SpecificationIndex = z.infer<typeof SpecificationIndex>;

/** An index of nothing: classification then rests on the constitution's own signals alone. */
export const emptySpecificationIndex: SpecificationIndex = { version: 1, pages: {}, names: {}, headings: {}, types: {} };
