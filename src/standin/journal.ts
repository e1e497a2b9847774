import { appendFileSync, closeSync, existsSync, openSync, readFileSync, truncateSync } from "node:fs";
import type { Caller } from "./access/caller.ts";
import { Fail } from "./fail.ts";
import { answerGraphql } from "./graphql/index.ts";
import { handleOperation, type Incoming } from "./http/handle.ts";
import type { Router } from "./http/router.ts";
import type { Hub } from "./hub.ts";

/** A request that may have changed something, as it is needed to do the same again. */
export interface RecordedWrite {
  /** The stand-in's time, milliseconds since 1970. */
  readonly at: number;
  readonly by: { readonly user: string; readonly app?: number } | { readonly installation: number };
  readonly method: string;
  /** Path and query. */
  readonly path: string;
  readonly accept: string;
  readonly body: string;
}

/** What an entry of the journal can be: a request, or an act of whoever holds the stand-in. */
export type JournalEntry = RecordedWrite | { readonly advance: number } | { readonly nextNumber: number; readonly repository: string };

/**
 * Makes a stand-in outlive its process. Its state is a function of its seed and of the requests that changed it, so those
 * are kept, one JSON line each, written before they are carried out, and carried out again at the next start.
 * Tokens of installations are not: an App asks for new ones.
 */
export class Journal {
  readonly #file: number;

  /** Opens or creates the file. A last line that a crash cut short was never carried out or answered; it is cut off. */
  constructor(path: string) {
    if (existsSync(path)) truncateSync(path, readFileSync(path).lastIndexOf("\n") + 1);
    this.#file = openSync(path, "a", 0o600);
  }

  append(entry: JournalEntry): void {
    appendFileSync(this.#file, `${JSON.stringify(entry)}\n`);
  }

  close(): void {
    closeSync(this.#file);
  }
}

export function readJournal(path: string): readonly JournalEntry[] {
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return [];
    throw error;
  }
  return text
    .split("\n")
    .slice(0, -1)
    .map((line): JournalEntry => JSON.parse(line));
}

export function recordWrite(hub: Hub, caller: Caller, incoming: Incoming): RecordedWrite | null {
  if (caller.kind !== "user" && caller.kind !== "installation") return null;
  return {
    at: hub.clock.milliseconds(),
    by:
      caller.kind === "user"
        ? { user: caller.account.login, ...(caller.via ? { app: caller.via.id } : {}) }
        : { installation: caller.installation.id },
    method: incoming.method,
    path: incoming.url.pathname + incoming.url.search,
    accept: incoming.headers.accept ?? "",
    body: incoming.body.toString("utf8"),
  };
}

/** Carries a recorded request out again, at its own time. What failed then fails again, and that is as it should be. */
export function replayWrite(hub: Hub, router: Router, write: RecordedWrite): void {
  const url = new URL(write.path, hub.urls.api);
  const match = router.match(write.method, url.pathname);
  const caller = callerOf(hub, write);
  if (!caller) return;
  const { method, accept } = write;
  const body = Buffer.from(write.body);
  hub.clock.pinned(write.at, () => {
    try {
      if (match) handleOperation(hub, caller, { method, url, headers: { accept }, body }, match);
      else if (url.pathname === "/graphql") answerGraphql(hub, caller, body, () => {});
    } catch (error) {
      if (!(error instanceof Fail)) throw error;
    }
  });
}

function callerOf(hub: Hub, { by }: RecordedWrite): Caller | null {
  if ("user" in by) {
    const account = hub.store.account(by.user);
    const via = by.app === undefined ? null : hub.store.apps.get(by.app);
    return account && via !== undefined ? { kind: "user", account, via } : null;
  }
  const installation = hub.store.installations.get(by.installation);
  return installation ? { kind: "installation", installation, permissions: installation.permissions, repositories: null } : null;
}
