import type { ErrorObject } from "ajv";

/** Where GitHub's description is known to be wrong about GitHub. Each entry says how GitHub really answers. */
interface DescriptionError {
  /** Of the place in the answer or payload. */
  readonly at: RegExp;
  readonly keyword: string;
  readonly truth: string;
}

export const descriptionErrors: readonly DescriptionError[] = [
  { at: /\/head\/repo$/, keyword: "type", truth: "`head.repo` is null once the fork is deleted; lists say so, the single form does not." },
  {
    at: /\/app\/events\/\d+$/,
    keyword: "enum",
    truth: "Apps can subscribe to more events than the payloads of some webhooks list, such as `merge_group`.",
  },
];

/** Those that answers and payloads have met so far: one that is met no more can go. */
export const metErrors = new Set<DescriptionError>();

/** True for a violation that is the description's own. Its `oneOf` lists forms that overlap: to have several is no fault. */
export function isDescriptionError({ instancePath, keyword, params }: ErrorObject): boolean {
  if (keyword === "oneOf" && params.passingSchemas !== null) return true;
  const known = descriptionErrors.find((entry) => entry.keyword === keyword && entry.at.test(instancePath));
  if (known) metErrors.add(known);
  return known !== undefined;
}
