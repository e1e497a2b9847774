import { and, asc, desc, eq } from "drizzle-orm";
import type { LedgerEvent, NewLedgerEvent } from "../../domain/ledger-event.ts";
import { type Ledger, LedgerConflict, type Subject, subjectKey } from "../../ports/ledger.ts";
import type { Database } from "./database.ts";
import { requireLease } from "./leases.ts";
import { chainEvent, genesisHash } from "./ledger-chain.ts";
import { ledger, receipts } from "./schema.ts";
import { storableText } from "./storable-text.ts";

const of = (subject: Subject) => and(eq(ledger.repositoryId, subject.repositoryId), eq(ledger.pullRequest, subject.pullRequest));

export function createLedger(db: Database): Ledger {
  return {
    async read(subject) {
      const rows = await db.select().from(ledger).where(of(subject)).orderBy(asc(ledger.sequence));
      return rows.map(({ sequence, version, at, constitution, fact, hash }) => ({ sequence, version, at, constitution, fact, hash }));
    },

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
        if (chained.length > 0) await tx.insert(ledger).values(chained.map((link) => ({ ...subject, ...link })));
        return chained.map(({ previousHash: _, ...event }) => event);
      }),

    async keepReceipts(subject, kept) {
      if (kept.length === 0) return;
      await db.insert(receipts).values(kept.map((receipt) => ({ ...subject, ...receipt, detail: storableText(receipt.detail) })));
    },
  };
}

function chain(
  subject: Subject,
  last: { readonly sequence: number; readonly hash: string } | null,
  events: readonly NewLedgerEvent[],
): readonly (LedgerEvent & { readonly previousHash: string })[] {
  const links: (LedgerEvent & { previousHash: string })[] = [];
  for (const event of events) {
    const previous = links.at(-1) ?? last;
    links.push({ ...chainEvent(subject, previous, event), previousHash: previous?.hash ?? genesisHash });
  }
  return links;
}
