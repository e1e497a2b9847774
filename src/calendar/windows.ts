/** A stretch of days `YYYY-MM-DD`, both ends included. */
interface Window {
  readonly opens: string;
  readonly closes: string;
}

const isOpen = (day: string) => (window: Window) => window.opens <= day && day <= window.closes;

/** The review window that is open on the day (L10); null when none is. Where two overlap, the one that closes last. */
export function reviewWindowAt<T extends Window>(day: string, windows: readonly T[]): T | null {
  return windows.filter(isOpen(day)).toSorted((a, b) => (a.closes < b.closes ? 1 : -1))[0] ?? null;
}

/** The freeze that holds on the day (L15); null when none does. Of several a hard one counts. */
export function freezeAt<T extends Window & { readonly kind?: "soft" | "hard" | undefined }>(day: string, freezes: readonly T[]): T | null {
  const holding = freezes.filter(isOpen(day));
  return holding.find(({ kind }) => kind === "hard") ?? holding[0] ?? null;
}
