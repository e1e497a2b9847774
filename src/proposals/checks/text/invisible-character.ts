import type { TextCheck } from "../check.ts";
import { findCharacters } from "../find-characters.ts";

export const invisibleCharacter: TextCheck = {
  code: "invisible-character",
  severity: "warning",
  rule: "No invisible character stands inside words, where it defeats search and comparison.",
  reads: "head",
  find: (parsed) =>
    // A joiner between emoji or letters of scripts that need it is ordinary; between Latin letters it is not.
    findCharacters(
      parsed,
      /[\u200b\u2060-\u2064\ufeff\u180e\0]|(?<=[A-Za-z])[\u00ad\u200c\u200d](?=[A-Za-z])|[\u{e0000}-\u{e007f}](?<!\u{1f3f4}[\u{e0000}-\u{e007f}]{1,8})/u,
    ).map(({ name, ...place }) => ({
      ...place,
      message: `the invisible character ${name} stands here, so that words which look alike are not`,
      fix: "delete it; it often comes from copying out of a web page",
    })),
};
