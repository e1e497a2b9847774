import { and, count, desc, eq, gte } from "drizzle-orm";
import type { ReceiptStore } from "../../ports/store.ts";
import type { Database } from "./database.ts";
import { receipts } from "./schema.ts";

export function createReceiptStore(db: Database): ReceiptStore {
  return {
    async read(subject, limit) {
      return db
        .select({ effect: receipts.effect, outcome: receipts.outcome, at: receipts.at, detail: receipts.detail })
        .from(receipts)
        .where(and(eq(receipts.repositoryId, subject.repositoryId), eq(receipts.pullRequest, subject.pullRequest)))
        .orderBy(desc(receipts.id))
        .limit(limit);
    },

    async countApplied(repositoryId, since) {
      const [row] = await db
        .select({ applied: count() })
        .from(receipts)
        .where(and(eq(receipts.repositoryId, repositoryId), eq(receipts.outcome, "applied"), gte(receipts.at, since)));
      return row?.applied ?? 0;
    },
  };
}
