/** What a command came to; each person's act has exactly one (T7). Sentences are Markdown prose with inline code only. */
export type CommandOutcome =
  | { readonly kind: "done"; readonly text: string }
  | Refusal
  /** First seen edited, made through another App, or on a text that is no longer the head's. */
  | { readonly kind: "repeat"; readonly code: string; readonly text: string }
  | { readonly kind: "suggested"; readonly text: string }
  /** Seen, and none of Steward's business: a review by somebody who has no vote, a label put on twice. Nobody is told. */
  | { readonly kind: "ignored" }
  /** Asked a question (`/status`, `/why`, `/can`, `/help`): answered from what stands when the reply is written. */
  | { readonly kind: "told"; readonly question: string };

/** A refusal is a door: the rule, what is missing, who could, and what the reader may do instead. */
export interface Refusal {
  readonly kind: "refused";
  /** Stable, kebab-case. */
  readonly code: string;
  /** The rule and what is missing, as one or two sentences. */
  readonly text: string;
  /** Clause of the constitution, as `procedures.yml:14`. */
  readonly clause: string | null;
  /** Logins of those who could; at most ten. */
  readonly who: readonly string[];
  /** What the reader may do instead, as a sentence; null where there is nothing. */
  readonly instead: string | null;
}
