/** Git's own test: a zero byte among the first 8,000. */
export function isBinary(data: Buffer): boolean {
  return data.subarray(0, 8_000).includes(0);
}
