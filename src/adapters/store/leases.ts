import { randomUUID } from "node:crypto";
import { and, eq, lte, sql } from "drizzle-orm";
import { type Lease, LeaseLost, type Leases } from "../../ports/store-lease.ts";
import type { Database } from "./database.ts";
import { locks } from "./schema.ts";

export interface LeaseTimes {
  /** How long a lease holds without being renewed; the longest that a died process keeps a key from others. */
  readonly milliseconds: number;
  readonly renewEvery: number;
}

const usual: LeaseTimes = { milliseconds: 10_000, renewEvery: 3_000 };

/** Leases as rows. The database's clock decides, so that processes need not agree on the time. */
export function createLeases(db: Database, times: LeaseTimes = usual): Leases {
  const expiry = sql`clock_timestamp() + make_interval(secs => ${times.milliseconds / 1000})`;
  const owner = randomUUID();
  const mine = (key: string, token: number) => and(eq(locks.key, key), eq(locks.token, token), eq(locks.owner, owner));

  async function take(key: string): Promise<number | null> {
    const [row] = await db
      .insert(locks)
      .values({ key, owner, token: 1, expiresAt: expiry })
      .onConflictDoUpdate({
        target: locks.key,
        set: { owner, token: sql`${locks.token} + 1`, expiresAt: expiry },
        setWhere: lte(locks.expiresAt, sql`clock_timestamp()`),
      })
      .returning({ token: locks.token });
    return row?.token ?? null;
  }

  async function renew(key: string, token: number): Promise<boolean> {
    const rows = await db.update(locks).set({ expiresAt: expiry }).where(mine(key, token)).returning({ key: locks.key });
    return rows.length === 1;
  }

  async function giveBack(key: string, token: number): Promise<void> {
    await db.update(locks).set({ owner: null, expiresAt: sql`clock_timestamp()` }).where(mine(key, token));
  }

  return {
    async withLease(key, work) {
      const token = await take(key);
      if (token === null) return null;
      const loss = new AbortController();
      const renewal = keepRenewing(
        () => renew(key, token),
        times,
        (reason) => loss.abort(new LeaseLost(`The lease on ${key} is lost: ${reason}.`)),
      );
      try {
        return { value: await work({ key, token, signal: loss.signal }) };
      } finally {
        await renewal.stop();
        // When this fails the lease lapses by itself; the work's own outcome must not be hidden by it.
        await giveBack(key, token).catch(() => undefined);
      }
    },
  };
}

/** Ends every lease at once. Only where no other process works. */
export async function lapseAllLeases(db: Database): Promise<void> {
  await db.update(locks).set({ expiresAt: sql`clock_timestamp()` });
}

/** Renews until stopped. A fault is tried again while the lease still holds; after that, or when refused, `onLost` is told once. */
function keepRenewing(renew: () => Promise<boolean>, times: LeaseTimes, onLost: (reason: string) => void): { stop(): Promise<void> } {
  let heldUntil = performance.now() + times.milliseconds;
  let running: Promise<void> = Promise.resolve();
  const lose = (reason: string): void => {
    clearInterval(timer);
    onLost(reason);
  };
  const attempt = async (): Promise<void> => {
    const begun = performance.now();
    try {
      if (!(await renew())) return lose("it was taken over");
      heldUntil = begun + times.milliseconds;
    } catch {
      // Tried again at the next tick; the check there ends it when the time is up.
    }
  };
  const timer = setInterval(() => {
    if (performance.now() >= heldUntil) return lose("it could not be renewed in time");
    running = running.then(attempt);
  }, times.renewEvery);
  return {
    async stop() {
      clearInterval(timer);
      await running;
    },
  };
}

/**
 * Refuses the transaction of a writer whose lease has been taken over. The row stays locked until the transaction ends, so that
 * nobody can take the lease between this check and the commit.
 */
export async function requireLease(tx: Database, key: string, lease: Lease): Promise<void> {
  if (lease.key !== key) throw new LeaseLost(`The lease is for ${lease.key}, not for ${key}.`);
  const [row] = await tx.select({ token: locks.token, owner: locks.owner }).from(locks).where(eq(locks.key, key)).for("update");
  if (row?.token !== lease.token || row.owner === null) throw new LeaseLost(`The lease on ${key} was taken over.`);
}
