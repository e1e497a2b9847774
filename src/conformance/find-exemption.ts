import type { ProposalDocument, Section } from "../domain/proposal-document.ts";

/** Where a proposal says itself that it is exempt from the conformance requirement. */
export interface DocumentedExemption {
  readonly heading: string;
  /** Of the heading. */
  readonly line: number;
  /** The sentence, cut at 300 characters. */
  readonly sentence: string;
}

const unobservable =
  /\b(?:no|without|not)\b[^.]{0,60}\bobservable\b[^.]{0,40}\b(?:behaviou?rs?|changes?|requirements?|effects?|protocol|wire)\b|\bnot (?:protocol-)?observable\b|\bno (?:protocol-|wire-)observable\b/i;
const exempt = /\bexempt(?:ion|ed|s)?\b/i;
const negated = /\b(?:not|no longer|never)\s+(?:be\s+|been\s+)?exempt|\bno exemption\b/i;
const conformance = /\bconformance\b|\bSEP-2484\b/i;

/**
 * SEP-2484 (Sponsor responsibilities; R7.4) asks that an exemption is documented in the SEP, and gives no wording. Taken for it: a
 * sentence that says that there is no observable protocol behaviour, or one that says "exempt" where conformance is spoken of.
 */
export function findExemption({ sections }: Pick<ProposalDocument, "sections">): DocumentedExemption | null {
  for (const section of sections) {
    if (!/observable|exempt/i.test(section.prose)) continue;
    const sentence = sentencesOf(section).find((each) => says(each, section));
    if (sentence !== undefined) return { heading: section.heading, line: section.line, sentence: sentence.slice(0, 300) };
  }
  return null;
}

function sentencesOf({ prose }: Section): readonly string[] {
  return prose.split(/(?<=[.!?])\s+|\n{2,}/).map((sentence) => sentence.replace(/\s+/g, " ").trim());
}

function says(sentence: string, { heading, prose }: Section): boolean {
  if (negated.test(sentence)) return false;
  if (/protocol|wire|conformance/i.test(sentence) && unobservable.test(sentence)) return true;
  return exempt.test(sentence) && (conformance.test(sentence) || conformance.test(heading) || conformance.test(prose));
}
