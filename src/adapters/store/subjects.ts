import { and, asc, count, eq, isNotNull, lte } from "drizzle-orm";
import { type Subject, subjectKey } from "../../ports/ledger.ts";
import type { SubjectState, SubjectStore } from "../../ports/store.ts";
import type { Database } from "./database.ts";
import { requireLease } from "./leases.ts";
import { subjects } from "./schema.ts";
import { storableText } from "./storable-text.ts";

export function createSubjectStore(db: Database): SubjectStore {
  return {
    async read(subject) {
      const [row] = await db
        .select()
        .from(subjects)
        .where(and(eq(subjects.repositoryId, subject.repositoryId), eq(subjects.pullRequest, subject.pullRequest)));
      return row === undefined ? null : toState(row);
    },

    async save(state, lease) {
      const { subject, ...kept } = state;
      const handler = kept.view.handler == null ? null : storableText(kept.view.handler.toLowerCase());
      const rest = { ...kept, handler };
      await db.transaction(async (tx) => {
        await requireLease(tx, subjectKey(subject), lease);
        await tx
          .insert(subjects)
          .values({ ...subject, ...rest })
          .onConflictDoUpdate({ target: [subjects.repositoryId, subjects.pullRequest], set: rest });
      });
    },

    async list(repositoryId) {
      const rows = await db.select().from(subjects).where(eq(subjects.repositoryId, repositoryId)).orderBy(asc(subjects.pullRequest));
      return rows.map(toState);
    },

    async listOpen(repositoryId) {
      const { pullRequest, fingerprint, nextLook } = subjects;
      const rows = await db
        .select({ pullRequest, fingerprint, nextLook })
        .from(subjects)
        .where(and(eq(subjects.repositoryId, repositoryId), subjects.open))
        .orderBy(asc(pullRequest));
      return rows.map(({ pullRequest: number, ...rest }) => ({ subject: { repositoryId, pullRequest: number }, ...rest }));
    },

    async listByHead(repositoryId, headSha) {
      const rows = await db
        .select()
        .from(subjects)
        .where(and(eq(subjects.repositoryId, repositoryId), eq(subjects.headSha, headSha), subjects.open))
        .orderBy(asc(subjects.pullRequest));
      return rows.map(toState);
    },

    async countHandled(repositoryId) {
      const { handler } = subjects;
      const rows = await db
        .select({ handler, escalations: count() })
        .from(subjects)
        .where(and(eq(subjects.repositoryId, repositoryId), subjects.open, isNotNull(handler)))
        .groupBy(handler);
      return new Map(rows.flatMap((row) => (row.handler === null ? [] : [[row.handler, row.escalations] as const])));
    },

    async listDue(now, limit): Promise<readonly Subject[]> {
      return db
        .select({ repositoryId: subjects.repositoryId, pullRequest: subjects.pullRequest })
        .from(subjects)
        .where(lte(subjects.nextLook, now))
        .orderBy(asc(subjects.nextLook))
        .limit(limit);
    },
  };
}

function toState({ repositoryId, pullRequest, handler: _, ...rest }: typeof subjects.$inferSelect): SubjectState {
  return { subject: { repositoryId, pullRequest }, ...rest };
}
