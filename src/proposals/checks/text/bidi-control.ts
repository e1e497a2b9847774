import type { TextCheck } from "../check.ts";
import { findCharacters } from "../find-characters.ts";

export const bidiControl: TextCheck = {
  code: "bidi-control",
  severity: "error",
  rule: "No character changes the direction of text, since what is read would differ from what is written (Trojan source).",
  reads: "head",
  find: (parsed) =>
    findCharacters(parsed, /[\u202a-\u202e\u2066-\u2069]/).map(({ name, ...place }) => ({
      ...place,
      message: `the invisible character ${name} changes the direction of text: readers see another order than the file holds`,
      fix: `delete it, or write \`${name}\` where the character itself is meant`,
    })),
};
