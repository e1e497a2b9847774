/** A moment in UTC, as `2026-12-03T17:00:00.000Z`; two instants compare as strings. */
export type Instant = string & { readonly __instant: unique symbol };

const normalised = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

/** True when the text is already a normalised instant. */
export function isInstant(text: string): text is Instant {
  return normalised.test(text);
}

/** Reads any ISO 8601 date-time, or milliseconds since 1970. Throws on what is neither: callers parse first. */
export function instant(value: string | number): Instant {
  const text = new Date(value).toISOString();
  if (!isInstant(text)) throw new Error(`Not an instant: ${value}`);
  return text;
}

/** Milliseconds since 1970. */
export function epochMilliseconds(at: Instant): number {
  return Date.parse(at);
}

/** The earlier of two moments; null stands for never. */
export function earliest(one: Instant | null, other: Instant | null): Instant | null {
  if (one === null || other === null) return one ?? other;
  return one < other ? one : other;
}
