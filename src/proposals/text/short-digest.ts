const shownDigits = 12;
const fewestDigits = 8;

/** A digest as people read and repeat it: `sha256:9ab3c0ffee12`. */
export function shortDigest(hex: string): string {
  return `sha256:${hex.slice(0, shownDigits)}`;
}

/** True when what a person wrote names this digest: eight digits of it or more, with or without `sha256:`, in any case. */
export function matchesDigest(given: string, hex: string): boolean {
  const digits = /^(?:sha256:)?([0-9a-f]{1,64})(?:…|\.\.\.)?$/.exec(given.trim().toLowerCase())?.[1] ?? "";
  return digits.length >= fewestDigits && hex.toLowerCase().startsWith(digits);
}
