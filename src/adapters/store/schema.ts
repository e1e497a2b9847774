import { sql } from "drizzle-orm";
import { bigint, boolean, customType, index, integer, json, pgSchema, primaryKey, smallint, text, uuid } from "drizzle-orm/pg-core";
import type { EventActor, LedgerFact } from "../../domain/ledger-event.ts";
import type { ShownView } from "../../domain/plan.ts";
import type { Receipt } from "../../domain/receipt.ts";
import type { CheckConclusion } from "../../domain/snapshot.ts";
import { type Instant, instant } from "../../kernel/instant.ts";
import type { Delivery } from "./delivery.ts";

/** Everything of Steward's lies in a schema of its own, so that a database may be shared; the queue has another beside it. */
export const steward = pgSchema("steward");

// JSON is kept as `json`, never `jsonb`: jsonb refuses U+0000 and lone surrogates, which titles and file names from outside may hold.

const instantColumn = customType<{ data: Instant; driverData: string | Date }>({
  dataType: () => "timestamp with time zone",
  toDriver: (at) => at,
  fromDriver: (value) => instant(new Date(value).getTime()),
});

const repositoryId = () => bigint("repository_id", { mode: "number" }).notNull();
const pullRequest = () => integer("pull_request").notNull();

/** Deliveries and other wishes for a pass. A row that is not done is work; the queue's jobs only say when. */
export const inbox = steward.table(
  "inbox",
  {
    /** The id of the job as well. */
    id: uuid().primaryKey(),
    /** GitHub's delivery id, the same when it delivers again; `look:…` for wishes of Steward's own. */
    guid: text().notNull().unique(),
    subject: text().notNull(),
    event: text().notNull(),
    action: text(),
    delivery: json().$type<Delivery>().notNull(),
    receivedAt: instantColumn("received_at").notNull().default(sql`clock_timestamp()`),
    /** Passes that were begun for this row, so that one which kills its process is not tried for ever. */
    attempts: integer().notNull().default(0),
    error: text(),
    doneAt: instantColumn("done_at"),
    /** Given up after the last attempt; a later pass over the subject that succeeds makes it done. */
    deadAt: instantColumn("dead_at"),
  },
  (row) => [
    index("inbox_waiting").on(row.subject, row.receivedAt).where(sql`done_at is null`),
    index("inbox_done").on(row.doneAt).where(sql`done_at is not null`),
  ],
);

/** Append-only: see the trigger and the revoked privileges in the migrations. */
export const ledger = steward.table(
  "ledger",
  {
    repositoryId: repositoryId(),
    pullRequest: pullRequest(),
    sequence: integer().notNull(),
    at: instantColumn("at").notNull(),
    constitution: text(),
    version: smallint().$type<1>().notNull(),
    actor: json().$type<EventActor>(),
    source: text().notNull().default("pass"),
    clause: text(),
    /** Salted hash of the reason, whose text stands in `reasons` until it is redacted. */
    commitment: text(),
    fact: json().$type<LedgerFact>().notNull(),
    previousHash: text("previous_hash").notNull(),
    hash: text().notNull(),
  },
  (row) => [primaryKey({ columns: [row.repositoryId, row.pullRequest, row.sequence] })],
);

/** Free text by people, apart from the chain: a row can be removed, and the chain still holds. */
export const reasons = steward.table(
  "reasons",
  {
    repositoryId: repositoryId(),
    pullRequest: pullRequest(),
    sequence: integer().notNull(),
    salt: text().notNull(),
    /** JSON text: a reason may hold what a text column refuses. */
    reason: json().$type<string>().notNull(),
  },
  (row) => [primaryKey({ columns: [row.repositoryId, row.pullRequest, row.sequence] })],
);

/** Whom the ledger's `reminded` facts name, in a form that can be counted; written with them, and derived from them alone. */
export const reminders = steward.table(
  "reminders",
  {
    repositoryId: repositoryId(),
    pullRequest: pullRequest(),
    sequence: integer().notNull(),
    /** Lower case. */
    login: text().notNull(),
    at: instantColumn("at").notNull(),
  },
  (row) => [
    primaryKey({ columns: [row.repositoryId, row.pullRequest, row.sequence, row.login] }),
    index("reminders_login").on(row.login, row.at),
  ],
);

export const receipts = steward.table(
  "receipts",
  {
    id: bigint({ mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
    repositoryId: repositoryId(),
    pullRequest: pullRequest(),
    at: instantColumn("at").notNull(),
    effect: text().$type<Receipt["effect"]>().notNull(),
    outcome: text().$type<Receipt["outcome"]>().notNull(),
    detail: text().notNull(),
  },
  (row) => [
    index("receipts_subject").on(row.repositoryId, row.pullRequest, row.id),
    index("receipts_applied").on(row.repositoryId, row.at).where(sql`outcome = 'applied'`),
  ],
);

/** Rows stay when nobody holds the key: the token must never fall back. */
export const locks = steward.table("locks", {
  key: text().primaryKey(),
  owner: uuid(),
  token: bigint({ mode: "number" }).notNull(),
  expiresAt: instantColumn("expires_at").notNull(),
});

export const subjects = steward.table(
  "subjects",
  {
    repositoryId: repositoryId(),
    pullRequest: pullRequest(),
    fingerprint: text(),
    view: json().$type<ShownView>().notNull(),
    /** Lower-case login of the view's handler, where it can be counted. */
    handler: text(),
    headSha: text("head_sha").notNull(),
    checkConclusion: text("check_conclusion").$type<CheckConclusion>(),
    open: boolean().notNull(),
    lastPassAt: instantColumn("last_pass_at").notNull(),
    nextLook: instantColumn("next_look"),
  },
  (row) => [
    primaryKey({ columns: [row.repositoryId, row.pullRequest] }),
    index("subjects_due").on(row.nextLook).where(sql`next_look is not null`),
    index("subjects_head").on(row.repositoryId, row.headSha).where(sql`open`),
    index("subjects_handler").on(row.repositoryId, row.handler).where(sql`open and handler is not null`),
  ],
);

export const cache = steward.table("cache", {
  key: text().primaryKey(),
  /** JSON text: a top-level `null` is a value here, and would be none in a json column. */
  value: text().notNull(),
  at: instantColumn("at").notNull().default(sql`clock_timestamp()`),
});

/** Where the App is installed, as deliveries and GitHub's own list tell: a cache, so that timers work without a delivery. */
export const repositories = steward.table("repositories", {
  id: bigint({ mode: "number" }).primaryKey(),
  owner: text().notNull(),
  name: text().notNull(),
  installationId: bigint("installation_id", { mode: "number" }).notNull(),
  /** When the last sweep over it ended; null asks for one. */
  sweptAt: instantColumn("swept_at"),
});
