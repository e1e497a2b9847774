/** The right to write for one key, for a while. Whoever takes it next gets a higher token, so that a late writer is refused. */
export interface Lease {
  readonly key: string;
  /** Fencing token: grows with every holder of the key, over restarts too. */
  readonly token: number;
  /** Aborted once the lease is lost or could not be renewed: stop writing to GitHub at once. */
  readonly signal: AbortSignal;
}

/** Somebody else holds the key now; nothing was written. The pass is repeated by its next holder. */
export class LeaseLost extends Error {
  override readonly name = "LeaseLost";
}

/** One writer per key, on any number of processes and any engine: leases are rows with an end, not database locks. */
export interface Leases {
  /** Runs `work` while the lease is renewed, and gives it back. Null, without running, when another holds the key. */
  withLease<T>(key: string, work: (lease: Lease) => Promise<T>): Promise<{ readonly value: T } | null>;
}
