export { compareTexts, type PassageChange, type TextChange } from "./compare-texts.ts";
export { diffLines } from "./diff-lines.ts";
export { digestText, type SchemaText, type TextDigest } from "./digest-text.ts";
export type { NormativeText, Passage } from "./normative-text.ts";
export { type NormativeTextOptions, readNormativeText } from "./read-normative-text.ts";
export { matchesDigest } from "./short-digest.ts";
