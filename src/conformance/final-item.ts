/** What R7 asks before a proposal is final, in the order in which it is shown. */
export const finalItems = ["implementation", "schema", "text", "changelog", "conformance"] as const;
export type FinalItem = (typeof finalItems)[number];
