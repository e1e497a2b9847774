import { benign } from "./benign.ts";
import type { Place, Sentence } from "./sentences.ts";

export type SignedClass = "breaking" | "additive" | "clarification" | "extension";

/** Wording that speaks for a class, where it counts and how much. */
interface Wording {
  readonly class: SignedClass;
  readonly form: RegExp;
  readonly weights: Partial<Record<Place, number>>;
}

export interface Sign {
  readonly class: SignedClass;
  readonly weight: number;
  readonly sentence: Sentence;
}

/** A sentence that denies: `not a breaking change` speaks for nothing, and a claim of compatibility is no proof. */
const denied =
  /\b(?:no|not|non|never|without|nothing|avoids?|avoiding|isn't|aren't|doesn't|don't|neither|nor|rather than|instead of|prevents?)\b[^.;:]{0,50}\b(?:break\w*|incompatib\w*|remov\w*|deprecat\w*|replac\w*|renam\w*|must|need|requir\w*|prohibit\w*)|\bnon-breaking\b/i;

const wordings: readonly Wording[] = [
  {
    class: "breaking",
    form: /\b(?:breaking changes?|backwards?[- ]incompatib\w+|breaks? (?:backwards? )?compatibility|breaks? existing)\b/i,
    weights: { title: 4, abstract: 4, specification: 2, compatibility: 4 },
  },
  {
    class: "breaking",
    form: /\b(?:remove|removing|removal of|deprecate|deprecating|deprecation of|drop|dropping|retire|sunset|disallow|prohibit|forbid|restrict)\b/i,
    weights: { title: 4 },
  },
  { class: "breaking", form: /\b(?:require|mandate|mandatory|enforce)\b/i, weights: { title: 2 } },
  {
    class: "breaking",
    form: /\b(?:this (?:sep|proposal|change|document)|we|and|also|soft-)\b[^.]{0,60}?\b(?:removes?|deprecates?|prohibits?|disallows?|forbids|retires?|supersedes?|replaces?)\b/i,
    weights: { abstract: 3, compatibility: 2 },
  },
  {
    class: "breaking",
    form: /\b(?:is|are|be) (?:hereby |now )?(?:removed|deprecated|prohibited|disallowed|retired|renamed)\b/i,
    weights: { abstract: 2, specification: 2, compatibility: 1.5 },
  },
  { class: "breaking", form: /\b(?:remove|rename|deprecate|replace)s?\b[^.]{0,40}`[^`]+`/i, weights: { abstract: 2, specification: 1.5 } },
  {
    class: "breaking",
    form: /\b(?:no longer|(?:must|shall|will|are|is) (?:all )?now|from now on)\b/i,
    weights: { abstract: 1.5, specification: 1, compatibility: 2 },
  },
  {
    class: "breaking",
    form: /\b(?:existing|older|current|old) (?:\w+ ){0,3}(?:must|need to|have to|will (?:need|have|be (?:required|rejected)|fail)|are required|should (?:update|migrate)|may (?:break|fail|reject))\b/i,
    weights: { specification: 2, compatibility: 3 },
  },
  {
    class: "breaking",
    form: /\b(?:clients|servers|sdks?|implementations|hosts)\b[^.]{0,40}\b(?:must|need to|have to|will (?:need|have) to|will be required to) (?:update|migrate|change|adapt|adjust)/i,
    weights: { compatibility: 4 },
  },
  {
    class: "breaking",
    form: /\bnot (?:\w+[- ]){0,2}compatible\b|\b(?:may|could|will|can) break\b/i,
    weights: { abstract: 3, specification: 1.5, compatibility: 3 },
  },
  {
    class: "breaking",
    form: /\b(?:behaviou?r(?:al)? change|changes what is specified|narrows (?:the|what|which))\b/i,
    weights: { abstract: 1.5, specification: 1, compatibility: 2 },
  },
  // An obligation without a condition binds those who conform today; one on who takes part in something new does not.
  {
    class: "breaking",
    form: /^(?!.*\b(?:if|when|where|once|supporting|that (?:support|declare|implement|advertise))\b).*\bmust\b/i,
    weights: { title: 2, abstract: 1.5 },
  },
  { class: "breaking", form: /\b(?:we|this (?:sep|proposal)) requires?\b/i, weights: { abstract: 2 } },
  {
    class: "additive",
    form: /\b(?:add|adds|adding|introduc(?:e|es|ing)|gains?|extends?|additive|optional(?:ly)?)\b|\b(?:a|an|one|two|three) (?:new|optional) /i,
    weights: { title: 1, abstract: 1, specification: 0.2, compatibility: 0.5 },
  },
  { class: "additive", form: /\b(?:MAY|OPTIONAL)\b/, weights: { specification: 0.2 } },
  { class: "additive", form: /\b(?:defines?|specifies|lets|allows?|enables?|offers?|may)\b/i, weights: { abstract: 0.6 } },
  {
    class: "clarification",
    form: /\b(?:clarif(?:y|ies|ied|ication)|editorial|documents? (?:existing|current|conventions?)|existing (?:behaviou?r|practice|conventions?)|ambigu(?:ous|ity)|restates?|refactor\w*|guidance|non-normative)\b/i,
    weights: { title: 2, abstract: 1, specification: 0.3, compatibility: 1 },
  },
  {
    class: "extension",
    form: /\b(?:this extension|(?:defines?|proposes?|specif(?:y|ies)|introduces?|is|as) an? (?:\w+[- ]){0,2}extension\b(?! (?:keyword|field|point|mechanism|of))|(?:official|experimental) (?:mcp )?extension\b|extensions track)/i,
    weights: { title: 2, abstract: 2, specification: 0.5, compatibility: 1 },
  },
  { class: "extension", form: /\bextension\s*$/i, weights: { title: 3 } },
  { class: "extension", form: /^(?:\d[\d.]*\s+)?extension identifiers?\b/i, weights: { specification: 3 } },
];

/** Signs in a proposal's own words, each sentence counted once a class by its strongest wording. */
export function readSigns(sentences: readonly Sentence[]): Sign[] {
  return sentences.flatMap((sentence) => {
    const isDenied = denied.test(sentence.text) || benign.test(sentence.text);
    const best = new Map<SignedClass, number>();
    for (const { class: signed, form, weights } of wordings) {
      const weight = weights[sentence.place] ?? 0;
      if (weight <= (best.get(signed) ?? 0) || (isDenied && signed === "breaking") || !form.test(sentence.text)) continue;
      best.set(signed, weight);
    }
    return [...best].map(([signed, weight]) => ({ class: signed, weight, sentence }));
  });
}
