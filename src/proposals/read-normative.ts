import type { NormativeStatement } from "../domain/proposal-document.ts";
import type { SectionKind } from "../domain/proposal-vocabulary.ts";
import type { Stretch } from "./flow-text.ts";
import { splitSentences } from "./sentences.ts";

/** RFC 2119 and 8174: only capitals count. A keyword in quotation marks is spoken of, not used. */
const keyword =
  /(?<![\p{L}\p{N}_"'“‘-])(?:MUST(?: NOT)?|SHALL(?: NOT)?|SHOULD(?: NOT)?|(?:NOT )?REQUIRED|(?:NOT )?RECOMMENDED|MAY|OPTIONAL)(?!-?[\p{L}\p{N}_"'”’])/gu;
const quick = /MUST|SHALL|SHOULD|REQUIRED|RECOMMENDED|MAY|OPTIONAL/;

/** The paragraph by which a text adopts RFC 2119 states nothing itself. */
const adoption = /\bkey ?words?\b.*\binterpreted\b/i;

/** Sentences of a paragraph, list item or cell that hold a keyword of RFC 2119. */
export function readNormative(stretches: readonly Stretch[], section: SectionKind | null): readonly NormativeStatement[] {
  if (!stretches.some((stretch) => stretch.kind === "words" && quick.test(stretch.text))) return [];
  return splitSentences(stretches).flatMap((sentence) => {
    if (!quick.test(sentence.text) || adoption.test(sentence.text)) return [];
    const used = [...sentence.text.matchAll(keyword)].filter((found) => !sentence.isLiteral(found.index));
    const [first] = used;
    if (first === undefined) return [];
    return [{ keyword: first[0], keywords: used.map((found) => found[0]), text: sentence.text, line: sentence.line, section }];
  });
}
