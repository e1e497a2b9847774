/** What was made lately, by key, bounded by count and size; the one that was not used for longest goes first. */
export interface Recent<T> {
  get(key: string, make: () => Promise<T>): Promise<T>;
}

export interface RecentOptions<T> {
  readonly entries: number;
  /** Of all entries together, as `sizeOf` measures. */
  readonly size: number;
  readonly sizeOf: (value: T) => number;
}

/** Failures are not kept. */
export function createRecent<T>({ entries, size, sizeOf }: RecentOptions<T>): Recent<T> {
  const kept = new Map<string, { readonly value: T; readonly size: number }>();
  let total = 0;
  const drop = (key: string): void => {
    total -= kept.get(key)?.size ?? 0;
    kept.delete(key);
  };
  return {
    async get(key, make) {
      const known = kept.get(key);
      const value = known ? known.value : await make();
      drop(key);
      const entry = { value, size: sizeOf(value) };
      // The order of a map is that of its insertions: what is put back stands last.
      kept.set(key, entry);
      total += entry.size;
      for (const oldest of kept.keys()) {
        if (kept.size <= entries && total <= size) break;
        drop(oldest);
      }
      return value;
    },
  };
}
