import type { ProposalDocument } from "../../domain/proposal-document.ts";
import { benign } from "./benign.ts";
import { readSentences } from "./sentences.ts";

const inTitle =
  /\b(?:deprecat(?:e|es|ing)|deprecation of|remov(?:e|es|ing)|removal of|retir(?:e|es|ing)|sunset(?:s|ting)?|reinstat(?:e|es|ing)|restor(?:e|es|ing)|undeprecate)\b/i;
const inAbstract =
  /\b(?:this (?:sep|proposal|change|document)|we|and|also|which|soft-)\b[^.]{0,60}?\b(?:deprecat(?:es?|ing)|retires?|reinstates?|(?:removes?|removing|restores?)\b[^.]{0,60}?(?:`|\b(?:methods?|fields?|features?|capabilit\w+|headers?|parameters?|types?|handshake|support for|primitives?|notifications?|sessions?)\b))/i;
const inSpecification =
  /\b(?:is|are) (?:hereby |now )?(?:deprecated|removed (?:from the (?:specification|protocol|schema)))\b|@deprecated\b/i;
const denied =
  /\b(?:no|not|non|never|without|nothing|isn't|aren't|doesn't|don't|neither|nor|rather than|instead of)\b[^.;:]{0,50}\b(?:deprecat|remov|retir|restor|reinstat)/i;

/** True when the proposal itself deprecates, removes or restores something: a matter that is reserved where the constitution says so. */
export function isDeprecation(document: ProposalDocument): boolean {
  return readSentences(document).some(({ place, text }) => {
    if (denied.test(text) || benign.test(text)) return false;
    if (place === "title") return inTitle.test(text);
    if (place === "abstract") return inAbstract.test(text);
    return place === "specification" && inSpecification.test(text);
  });
}
