import { eq, sql } from "drizzle-orm";
import type { Cache } from "../../ports/store.ts";
import type { Database } from "./database.ts";
import { cache } from "./schema.ts";

export function createCache(db: Database): Cache {
  return {
    async get(key) {
      const [row] = await db.select({ value: cache.value }).from(cache).where(eq(cache.key, key));
      return row === undefined ? undefined : JSON.parse(row.value);
    },
    async put(key, value) {
      const entry = { value: JSON.stringify(value), at: sql`clock_timestamp()` };
      await db
        .insert(cache)
        .values({ key, ...entry })
        .onConflictDoUpdate({ target: cache.key, set: entry });
    },
  };
}
