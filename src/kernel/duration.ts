export const durationUnits = ["hour", "business day", "day", "week", "month"] as const;
export type DurationUnit = (typeof durationUnits)[number];

/** A length of time as people write it: `5 business days`. What it comes to depends on where it begins, and on a calendar. */
export interface Duration {
  readonly count: number;
  readonly unit: DurationUnit;
}

/** `1 hour` to `9999 months`; the unit may carry its s. */
export const durationPattern = /^([1-9]\d{0,3}) (hour|business day|day|week|month)s?$/;

/** Reads what `durationPattern` matches. Throws on anything else: the schema of the constitution has refused it before. */
export function parseDuration(text: string): Duration {
  const [, count, word] = durationPattern.exec(text) ?? [];
  const unit = durationUnits.find((name) => name === word);
  if (unit === undefined) throw new Error(`Not a duration: ${JSON.stringify(text)}`);
  return { count: Number(count), unit };
}
