import { chainEvent, commitmentOf } from "../../src/domain/ledger-chain.ts";
import type { LedgerEvent, NewLedgerEvent } from "../../src/domain/ledger-event.ts";
import type { Receipt } from "../../src/domain/receipt.ts";
import { type Instant, instant } from "../../src/kernel/instant.ts";
import type { CommentOrigins } from "../../src/ports/comment-origins.ts";
import type { Jobs, LookCause } from "../../src/ports/jobs.ts";
import { type Ledger, LedgerConflict, type Subject, subjectKey } from "../../src/ports/ledger.ts";
import type { Cache, Json, ReceiptStore, SubjectState, SubjectStore } from "../../src/ports/store.ts";
import { type Lease, LeaseLost, type Leases } from "../../src/ports/store-lease.ts";

/** Every storage port in memory, with the refusals of the real ones; `test/store` runs one suite on both. */
export interface MemoryStore {
  readonly ledger: Ledger;
  readonly subjects: SubjectStore;
  readonly receipts: ReceiptStore;
  readonly cache: Cache;
  readonly leases: Leases;
  readonly jobs: Jobs;
  readonly origins: CommentOrigins;
  /** What the deliveries of comments told: comment id to App. */
  readonly knownOrigins: Map<number, string | null>;
  /** What `jobs.look` was asked for, in order. */
  readonly looks: readonly { readonly subject: Subject; readonly cause: LookCause }[];
  /** Repositories whose merge queue was to be looked at, in order. */
  readonly queues: readonly number[];
  /** Takes the key away from its holder, as another process does after a lease has lapsed. */
  seize(key: string): void;
}

export function createMemoryStore(): MemoryStore {
  const events = new Map<string, { readonly subject: Subject; readonly events: readonly LedgerEvent[] }>();
  const receipts: { subject: Subject; receipt: Receipt }[] = [];
  const states = new Map<string, SubjectState>();
  const cached = new Map<string, string>();
  const tokens = new Map<string, number>();
  const knownOrigins = new Map<number, string | null>();
  const holders = new Map<string, { token: number; abort: AbortController }>();
  const queues: number[] = [];
  const looks: { subject: Subject; cause: LookCause }[] = [];

  const requireLease = (subject: Subject, lease: Lease): void => {
    const key = subjectKey(subject);
    if (lease.key !== key) throw new LeaseLost(`The lease is for ${lease.key}, not ${key}`);
    if (holders.get(key)?.token !== lease.token) throw new LeaseLost(`The lease on ${key} was taken over`);
  };
  const all = (repositoryId: number): SubjectState[] =>
    [...states.values()]
      .filter((state) => state.subject.repositoryId === repositoryId)
      .sort((a, b) => a.subject.pullRequest - b.subject.pullRequest);

  const kept = (subject: Subject): readonly LedgerEvent[] => events.get(subjectKey(subject))?.events ?? [];

  const ledger: Ledger = {
    async read(subject) {
      return kept(subject);
    },
    async readSealed(subject) {
      return kept(subject).map((event) => ({ ...event, salt: event.reason === null ? null : "salt" }));
    },
    async redact(subject, sequence) {
      const known = kept(subject);
      if (!known.some((event) => event.sequence === sequence && event.reason !== null)) return false;
      events.set(subjectKey(subject), {
        subject,
        events: known.map((event) => (event.sequence === sequence ? { ...event, reason: null } : event)),
      });
      const state = states.get(subjectKey(subject));
      if (state) states.set(subjectKey(subject), { ...state, fingerprint: null, nextLook: instant(0) });
      return true;
    },
    async list() {
      return [...events.values()]
        .filter((each) => each.events.length > 0)
        .map(({ subject }) => subject)
        .sort((a, b) => a.repositoryId - b.repositoryId || a.pullRequest - b.pullRequest);
    },
    async listReminders(repositoryId, since) {
      const here = [...events.values()].filter(({ subject }) => subject.repositoryId === repositoryId).flatMap((each) => each.events);
      const named = here.flatMap(({ at, fact }) =>
        fact.type === "reminded" && at >= since
          ? [...new Set(fact.logins.map((login) => login.toLowerCase()))].map((login) => ({ login, at }))
          : [],
      );
      return new Map([...Map.groupBy(named, ({ login }) => login)].map(([login, times]) => [login, times.map(({ at }) => at).toSorted()]));
    },
    async append(subject, expectedSequence, added: readonly NewLedgerEvent[], lease) {
      requireLease(subject, lease);
      const known = kept(subject);
      if (known.length !== expectedSequence) throw new LedgerConflict(`Expected ${expectedSequence} events, found ${known.length}`);
      const appended: LedgerEvent[] = [];
      for (const event of added) {
        const commitment = event.reason === null ? null : commitmentOf("salt", event.reason);
        appended.push(structuredClone(chainEvent(subject, appended.at(-1) ?? known.at(-1) ?? null, event, commitment)));
      }
      events.set(subjectKey(subject), { subject, events: [...known, ...appended] });
      return appended;
    },
    async keepReceipts(subject, added) {
      for (const receipt of added) receipts.push({ subject, receipt });
    },
  };

  const subjects: SubjectStore = {
    async read(subject) {
      return states.get(subjectKey(subject)) ?? null;
    },
    async save(state, lease) {
      requireLease(state.subject, lease);
      states.set(subjectKey(state.subject), structuredClone(state));
    },
    async list(repositoryId) {
      return all(repositoryId);
    },
    async listOpen(repositoryId) {
      return all(repositoryId).flatMap(({ subject, fingerprint, nextLook, open }) => (open ? [{ subject, fingerprint, nextLook }] : []));
    },
    async listByHead(repositoryId, headSha) {
      return all(repositoryId).filter((state) => state.open && state.headSha === headSha);
    },
    async countHandled(repositoryId) {
      const counted = new Map<string, number>();
      for (const { open, view } of all(repositoryId)) {
        const handler = open ? view.handler?.toLowerCase() : undefined;
        if (handler !== undefined) counted.set(handler, (counted.get(handler) ?? 0) + 1);
      }
      return counted;
    },
    async listDue(now: Instant, limit) {
      return [...states.values()]
        .flatMap((state) => (state.nextLook !== null && state.nextLook <= now ? [{ at: state.nextLook, subject: state.subject }] : []))
        .sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
        .slice(0, limit)
        .map((due) => due.subject);
    },
  };

  return {
    ledger,
    subjects,
    receipts: {
      async read(subject, limit) {
        const key = subjectKey(subject);
        const own = receipts.filter((kept) => subjectKey(kept.subject) === key).map((kept) => kept.receipt);
        return own.reverse().slice(0, limit);
      },
      async countApplied(repositoryId, since) {
        return receipts.filter(
          ({ subject, receipt }) => subject.repositoryId === repositoryId && receipt.outcome === "applied" && receipt.at >= since,
        ).length;
      },
    },
    cache: {
      async get(key) {
        const text = cached.get(key);
        return text === undefined ? undefined : JSON.parse(text);
      },
      async put(key, value: Json) {
        cached.set(key, JSON.stringify(value));
      },
    },
    leases: {
      async withLease(key, work) {
        if (holders.has(key)) return null;
        const token = (tokens.get(key) ?? 0) + 1;
        const abort = new AbortController();
        tokens.set(key, token);
        holders.set(key, { token, abort });
        try {
          return { value: await work({ key, token, signal: abort.signal }) };
        } finally {
          if (holders.get(key)?.token === token) holders.delete(key);
        }
      },
    },
    jobs: {
      async look(subject, cause) {
        looks.push({ subject, cause });
      },
      async lookAtQueue(repositoryId) {
        queues.push(repositoryId);
      },
    },
    origins: { read: async () => knownOrigins },
    knownOrigins,
    looks,
    queues,
    seize(key) {
      holders.get(key)?.abort.abort(new LeaseLost(`The lease on ${key} was taken over`));
      holders.delete(key);
    },
  };
}
