import { randomBytes } from "node:crypto";
import { and, asc, desc, eq, gte } from "drizzle-orm";
import { chainEvent, commitmentOf, genesisHash } from "../../domain/ledger-chain.ts";
import type { LedgerEvent, NewLedgerEvent } from "../../domain/ledger-event.ts";
import { instant } from "../../kernel/instant.ts";
import { type Ledger, LedgerConflict, type SealedEvent, type Subject, subjectKey } from "../../ports/ledger.ts";
import type { Database } from "./database.ts";
import { requireLease } from "./leases.ts";
import { ledger, reasons, receipts, reminders, subjects } from "./schema.ts";
import { storableText } from "./storable-text.ts";

const of = (subject: Subject) => and(eq(ledger.repositoryId, subject.repositoryId), eq(ledger.pullRequest, subject.pullRequest));

/** So that the next tick finds it due, whatever clock the process goes by. */
const longAgo = instant(0);

export function createLedger(db: Database): Ledger {
  const readSealed = async (subject: Subject): Promise<readonly SealedEvent[]> => {
    const rows = await db
      .select({ event: ledger, reason: reasons.reason, salt: reasons.salt })
      .from(ledger)
      .leftJoin(
        reasons,
        and(
          eq(reasons.repositoryId, ledger.repositoryId),
          eq(reasons.pullRequest, ledger.pullRequest),
          eq(reasons.sequence, ledger.sequence),
        ),
      )
      .where(of(subject))
      .orderBy(asc(ledger.sequence));
    return rows.map(({ event: { repositoryId: _r, pullRequest: _p, previousHash: _h, ...event }, ...kept }) => ({ ...event, ...kept }));
  };

  return {
    async read(subject) {
      return (await readSealed(subject)).map(({ salt: _, ...event }) => event);
    },
    readSealed,

    append: (subject, expectedSequence, events, lease) =>
      db.transaction(async (tx) => {
        await requireLease(tx, subjectKey(subject), lease);
        const [last] = await tx
          .select({ sequence: ledger.sequence, hash: ledger.hash })
          .from(ledger)
          .where(of(subject))
          .orderBy(desc(ledger.sequence))
          .limit(1);
        if ((last?.sequence ?? 0) !== expectedSequence) {
          throw new LedgerConflict(`${subjectKey(subject)}: expected ${expectedSequence} events, found ${last?.sequence ?? 0}.`);
        }
        const chained = chain(subject, last ?? null, events);
        if (chained.length > 0) {
          await tx.insert(ledger).values(chained.map(({ salt: _s, reason: _r, ...link }) => ({ ...subject, ...link })));
        }
        const kept = chained.flatMap(({ sequence, salt, reason }) => (reason === null ? [] : [{ ...subject, sequence, salt, reason }]));
        if (kept.length > 0) await tx.insert(reasons).values(kept);
        const reminded = chained.flatMap(({ sequence, at, fact }) =>
          fact.type === "reminded" ? namesIn(fact.logins).map((login) => ({ ...subject, sequence, login, at })) : [],
        );
        if (reminded.length > 0) await tx.insert(reminders).values(reminded);
        return chained.map(({ previousHash: _p, salt: _s, ...event }) => event);
      }),

    redact: (subject, sequence) =>
      db.transaction(async (tx) => {
        const { repositoryId, pullRequest } = reasons;
        const gone = await tx
          .delete(reasons)
          .where(and(eq(repositoryId, subject.repositoryId), eq(pullRequest, subject.pullRequest), eq(reasons.sequence, sequence)))
          .returning({ sequence: reasons.sequence });
        if (gone.length === 0) return false;
        await tx
          .update(subjects)
          .set({ fingerprint: null, nextLook: longAgo })
          .where(and(eq(subjects.repositoryId, subject.repositoryId), eq(subjects.pullRequest, subject.pullRequest)));
        return true;
      }),

    async list() {
      const { repositoryId, pullRequest } = ledger;
      return db
        .select({ repositoryId, pullRequest })
        .from(ledger)
        .where(eq(ledger.sequence, 1))
        .orderBy(asc(repositoryId), asc(pullRequest));
    },

    async listReminders(repositoryId, since) {
      const rows = await db
        .select({ login: reminders.login, at: reminders.at })
        .from(reminders)
        .where(and(eq(reminders.repositoryId, repositoryId), gte(reminders.at, since)))
        .orderBy(asc(reminders.at));
      const times = Map.groupBy(rows, ({ login }) => login);
      return new Map([...times].map(([login, named]) => [login, named.map(({ at }) => at)]));
    },

    async keepReceipts(subject, kept) {
      if (kept.length === 0) return;
      await db.insert(receipts).values(kept.map((receipt) => ({ ...subject, ...receipt, detail: storableText(receipt.detail) })));
    },
  };
}

const namesIn = (logins: readonly string[]): readonly string[] => [...new Set(logins.map((login) => storableText(login.toLowerCase())))];

/** An event with what the tables keep beside it. */
type Link = LedgerEvent & { readonly previousHash: string; readonly salt: string };

function chain(
  subject: Subject,
  last: { readonly sequence: number; readonly hash: string } | null,
  events: readonly NewLedgerEvent[],
): readonly Link[] {
  const links: Link[] = [];
  for (const event of events) {
    const previous = links.at(-1) ?? last;
    const salt = randomBytes(16).toString("hex");
    const commitment = event.reason === null ? null : commitmentOf(salt, event.reason);
    links.push({ ...chainEvent(subject, previous, event, commitment), previousHash: previous?.hash ?? genesisHash, salt });
  }
  return links;
}
