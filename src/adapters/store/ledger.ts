import { randomBytes } from "node:crypto";
import { and, asc, desc, eq } from "drizzle-orm";
import { chainEvent, commitmentOf, genesisHash } from "../../domain/ledger-chain.ts";
import type { LedgerEvent, NewLedgerEvent } from "../../domain/ledger-event.ts";
import { type Ledger, LedgerConflict, type Subject, subjectKey } from "../../ports/ledger.ts";
import type { Database } from "./database.ts";
import { requireLease } from "./leases.ts";
import { ledger, reasons, receipts } from "./schema.ts";
import { storableText } from "./storable-text.ts";

const of = (subject: Subject) => and(eq(ledger.repositoryId, subject.repositoryId), eq(ledger.pullRequest, subject.pullRequest));

export function createLedger(db: Database): Ledger {
  return {
    async read(subject) {
      const rows = await db
        .select({ event: ledger, reason: reasons.reason })
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
      return rows.map(({ event: { repositoryId: _r, pullRequest: _p, previousHash: _h, ...event }, reason }) => ({ ...event, reason }));
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
        if (chained.length > 0) {
          await tx.insert(ledger).values(chained.map(({ salt: _s, reason: _r, ...link }) => ({ ...subject, ...link })));
        }
        const kept = chained.flatMap(({ sequence, salt, reason }) => (reason === null ? [] : [{ ...subject, sequence, salt, reason }]));
        if (kept.length > 0) await tx.insert(reasons).values(kept);
        return chained.map(({ previousHash: _p, salt: _s, ...event }) => event);
      }),

    async keepReceipts(subject, kept) {
      if (kept.length === 0) return;
      await db.insert(receipts).values(kept.map((receipt) => ({ ...subject, ...receipt, detail: storableText(receipt.detail) })));
    },
  };
}

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
