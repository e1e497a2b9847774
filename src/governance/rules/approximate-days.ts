const lengths: readonly (readonly [RegExp, number])[] = [
  [/ hours?$/, 1 / 24],
  [/ business days?$/, 7 / 5],
  [/ days?$/, 1],
  [/ weeks?$/, 7],
  [/ months?$/, 30],
];

/** Length of `5 business days` in calendar days, near enough to tell longer from shorter. */
export function approximateDays(duration: string): number {
  const unit = lengths.find(([pattern]) => pattern.test(duration))?.[1] ?? 1;
  return Number.parseInt(duration, 10) * unit;
}
