import { foldLookalikes, hasForeignCapitals } from "./lookalikes.ts";

const keyword = /(?<![\p{L}\p{N}_])(?:MUST|SHALL|SHOULD|REQUIRED|RECOMMENDED|MAY|OPTIONAL)(?![\p{L}\p{N}_])/u;
const hint = /[MS0OR][A-Z0l1|]{2}|[^ -~\n\t]/;

/**
 * True where a text holds a keyword of RFC 2119, or what looks like one. Wider than a document's normative statements:
 * quotes, code and words in quotation marks count too, since a missed change would hide from those who decide.
 */
export function mentionsObligation(text: string): boolean {
  if (!hint.test(text)) return false;
  if (keyword.test(text) || hasForeignCapitals(text)) return true;
  const folded = foldLookalikes(text);
  return keyword.test(folded) || keyword.test(folded.replace(/[l1|]/g, "I").replace(/0/g, "O"));
}
