import { and, asc, eq, isNull, lte, notInArray, or, sql } from "drizzle-orm";
import type { Instant } from "../../kernel/instant.ts";
import type { Database } from "./database.ts";
import { repositories } from "./schema.ts";

/** A repository that the App is installed on. The id is the identity; owner and name may change. */
export interface InstalledRepository {
  readonly id: number;
  readonly owner: string;
  readonly name: string;
  readonly installationId: number;
}

/** Remembers where the App is installed, so that timers and sweeps work without a delivery. */
export interface RepositoryStore {
  read(id: number): Promise<InstalledRepository | null>;
  list(): Promise<readonly InstalledRepository[]>;
  remember(repository: InstalledRepository): Promise<void>;
  /** Makes the list of one installation exactly these. */
  replaceInstallation(installationId: number, repositories: readonly InstalledRepository[]): Promise<void>;
  /** Forgets every installation that is not named. */
  keepInstallations(installationIds: readonly number[]): Promise<void>;
  /** Those never swept, or last swept at or before then. */
  listUnsweptSince(before: Instant): Promise<readonly InstalledRepository[]>;
  /** Null: a sweep is wanted at the next tick. */
  markSwept(id: number, at: Instant | null): Promise<void>;
  /** When the repository that waits longest was swept; null while one never was, or there is none. */
  oldestSweep(): Promise<Instant | null>;
}

const columns = { id: repositories.id, owner: repositories.owner, name: repositories.name, installationId: repositories.installationId };

export function createRepositoryStore(db: Database): RepositoryStore {
  async function remember(tx: Database, { id, ...rest }: InstalledRepository): Promise<void> {
    await tx
      .insert(repositories)
      .values({ id, ...rest })
      .onConflictDoUpdate({ target: repositories.id, set: rest });
  }

  return {
    async read(id) {
      const [row] = await db.select(columns).from(repositories).where(eq(repositories.id, id));
      return row ?? null;
    },
    async list() {
      return db.select(columns).from(repositories).orderBy(asc(repositories.id));
    },
    remember: (repository) => remember(db, repository),
    replaceInstallation: (installationId, current) =>
      db.transaction(async (tx) => {
        const ids = current.map(({ id }) => id);
        const gone = ids.length === 0 ? undefined : notInArray(repositories.id, ids);
        await tx.delete(repositories).where(and(eq(repositories.installationId, installationId), gone));
        for (const repository of current) await remember(tx, repository);
      }),
    async keepInstallations(installationIds) {
      const kept = installationIds.length === 0 ? undefined : notInArray(repositories.installationId, [...installationIds]);
      await db.delete(repositories).where(kept);
    },
    async listUnsweptSince(before) {
      return db
        .select(columns)
        .from(repositories)
        .where(or(isNull(repositories.sweptAt), lte(repositories.sweptAt, before)))
        .orderBy(asc(repositories.id));
    },
    async markSwept(id, at) {
      await db.update(repositories).set({ sweptAt: at }).where(eq(repositories.id, id));
    },
    async oldestSweep() {
      const [row] = await db
        .select({ sweptAt: repositories.sweptAt })
        .from(repositories)
        .orderBy(sql`${repositories.sweptAt} nulls first`)
        .limit(1);
      return row?.sweptAt ?? null;
    },
  };
}
