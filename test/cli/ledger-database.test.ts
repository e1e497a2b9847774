import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { jest } from "@jest/globals";
import { claimDataFolder, openLedger } from "../../src/adapters/store/index.ts";
import { runReplay, runVerify } from "../../src/cli/ledger/check-file.ts";
import { runExport } from "../../src/cli/ledger/run-export.ts";
import { runRedact } from "../../src/cli/ledger/run-redact.ts";
import { runShow } from "../../src/cli/ledger/run-show.ts";
import type { NewLedgerEvent } from "../../src/domain/ledger-event.ts";
import { type Subject, subjectKey } from "../../src/ports/ledger.ts";
import { anEvent } from "../support/ledger-export.ts";
import { noon } from "../support/ledger-facts.ts";
import { listening } from "../support/listening.ts";

jest.setTimeout(120_000);

let folder: string;
let dataDir: string;
const environment = {};
const database = () => ({ dataDir, environment });

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "ledger-"));
  dataDir = join(folder, "data");
  await record({ repositoryId: 1, pullRequest: 12 }, [
    anEvent(
      { type: "proposal-opened", file: "seps/0012-x.md", author: "mira", authorId: 7 },
      { source: "pass", clause: null, actor: null },
    ),
    anEvent(
      { type: "block-raised", decision: 1, person: "juno" },
      { reason: "Mira's phone is +1 555 0100. @all", actor: { id: 8, login: "juno" } },
    ),
    anEvent(
      { type: "hold-set", person: "noor", login: "noor", endsAt: noon },
      { reason: "Wait for the release.", actor: { id: 9, login: "noor" } },
    ),
    anEvent({ type: "act-answered", command: "hold", outcome: { kind: "done", text: "Held." } }, { actor: { id: 9, login: "noor" } }),
  ]);
  await record({ repositoryId: 1, pullRequest: 13 }, [
    anEvent({ type: "proposal-opened", file: "seps/0013-y.md", author: "mira", authorId: 7 }),
  ]);
  await record({ repositoryId: 2, pullRequest: 13 }, [
    anEvent({ type: "proposal-opened", file: "seps/0013-z.md", author: "mira", authorId: 7 }),
  ]);
});
afterAll(() => rmSync(folder, { recursive: true }));

/** As the App would, which then ends. */
async function record(subject: Subject, events: readonly NewLedgerEvent[]): Promise<void> {
  const claimed = await claimDataFolder(dataDir, { owner: "real", onWait: () => undefined, onLost: () => undefined });
  const store = await openLedger({ kind: "folder", path: claimed.database }, () => undefined);
  await store.leases.withLease(subjectKey(subject), (lease) => store.ledger.append(subject, 0, events, lease));
  await store.close();
  await claimed.release();
}

async function exportTo(name: string, withReasons: boolean) {
  const { io, error } = listening();
  const exit = await runExport(
    { database: database(), out: join(folder, name), withReasons },
    { ...io, writeOut: async (text) => io.writeOut(text) },
  );
  return { exit, error: error(), text: existsSync(join(folder, name)) ? readFileSync(join(folder, name), "utf8") : null };
}

async function holds(name: string) {
  const { io, out } = listening();
  const file = join(folder, name);
  const verified = await runVerify({ file, hashes: [], json: false }, io);
  return { verified, replayed: await runReplay({ file, json: false }, io), said: out() };
}

async function show(changes: Partial<Parameters<typeof runShow>[0]> = {}) {
  const { io, out, error } = listening();
  const exit = await runShow(
    { number: 12, database: database(), file: null, repository: null, governance: null, json: false, ...changes },
    { ...io, today: "2026-11-24" },
  );
  return { exit, out: out(), error: error() };
}

async function redact(event: number, why = "It names a phone number.") {
  const { io, out, error } = listening();
  const exit = await runRedact({ number: 12, event, why, repository: null, database: database() }, { ...io, now: () => noon });
  return { exit, out: out(), error: error() };
}

test("an export verifies and replays from the file alone, with reasons and without", async () => {
  const plain = await exportTo("plain.jsonl", false);
  const full = await exportTo("full.jsonl", true);

  expect(plain).toMatchObject({ exit: 0, error: expect.stringContaining("commitments in place of reasons") });
  expect(plain.text).not.toContain("Wait for the release");
  expect(full.text).toContain("Wait for the release");
  expect(await holds("plain.jsonl")).toMatchObject({ verified: 0, replayed: 0, said: expect.stringContaining("3 proposals, 6 events") });
  expect(await holds("full.jsonl")).toMatchObject({ verified: 0, replayed: 0, said: expect.stringContaining("Reasons: 2 stand") });
});

test("show tells every entry in a line, and all of it as JSON", async () => {
  const { exit, out } = await show();

  expect(exit).toBe(0);
  expect(out.split("\n")).toEqual([
    "   1  Monday 23 November 2026, 12:00 UTC: opened with `seps/0012-x.md` by `mira`",
    "   2  Monday 23 November 2026, 12:00 UTC: `juno` blocks (`procedures.yml:14`): Mira's phone is +1 555 0100. @all",
    "   3  Monday 23 November 2026, 12:00 UTC: `noor` holds it until Monday 23 November 2026, 12:00 UTC (`procedures.yml:14`): Wait for the release.",
    "   4  Monday 23 November 2026, 12:00 UTC: `noor`: `/hold` was answered: done (`procedures.yml:14`)",
    "",
  ]);
  expect(JSON.parse((await show({ json: true })).out)[2]).toMatchObject({ sequence: 3, reason: "Wait for the release." });
  expect((await show({ file: join(folder, "plain.jsonl") })).out).toContain(
    "(`procedures.yml:14`) [the reason is not here; its commitment is]",
  );
});

test("show asks which repository is meant, and says where nothing is recorded", async () => {
  expect(await show({ number: 13 })).toMatchObject({ exit: 2, error: expect.stringContaining("--repository 1 or 2") });
  expect((await show({ number: 13, repository: "2" })).out).toContain("seps/0013-z.md");
  expect(await show({ number: 99 })).toMatchObject({ exit: 2, error: "Nothing is recorded of a proposal #99.\n" });
});

test("redact removes the words for good, says so in the ledger, and everything still verifies and replays", async () => {
  const { exit, out } = await redact(2);

  expect(exit).toBe(0);
  expect(out).toMatch(/reason of event 2 \(block-raised\) of proposal #12 is removed/);
  expect(out).toMatch(/event 5 says that it was removed, and why/);
  expect((await exportTo("after.jsonl", true)).text).not.toContain("555 0100");
  expect(await holds("after.jsonl")).toMatchObject({
    verified: 0,
    replayed: 0,
    said: expect.stringContaining("1 by their commitment alone"),
  });
  expect((await show()).out).toMatch(/ 2 .*`juno` blocks .*\[the reason is not here; its commitment is\]\n/);
  expect((await show()).out).toMatch(/ 5 .*the reason of entry 2 was removed: It names a phone number\.\n/);
});

test.each([
  ["twice", 2, /Event 2 of proposal #12 has no reason any more: there is nothing to remove/],
  ["what never had a reason", 1, /was recorded without a reason/],
  ["an event that is not there", 70, /Proposal #12 has events 1 to 5, and no 70/],
])("redact refuses %s, and records nothing", async (_what, event, words) => {
  expect(await redact(event)).toMatchObject({ exit: 2, out: "", error: expect.stringMatching(words) });
  expect(JSON.parse((await show({ json: true })).out)).toHaveLength(5);
});

test("redact asks why", async () => {
  expect(await redact(3, "  ")).toMatchObject({ exit: 2, error: expect.stringContaining("--why") });
});

test("a folder that a running Steward holds is left alone, and the words say where the ledger is", async () => {
  const claimed = await claimDataFolder(dataDir, { owner: "real", onWait: () => undefined, onLost: () => undefined });
  const refused = await exportTo("refused.jsonl", false);
  await claimed.release();

  expect(refused).toMatchObject({ exit: 2, text: null });
  expect(refused.error).toContain("curl -fsS http://127.0.0.1:3000/api/ledger.jsonl > ledger.jsonl");
});

test.each([
  ["no database", () => ({ dataDir: join(folder, "none"), environment }), /There is no database of Steward in .*none/],
  ["an address that is none", () => ({ dataDir: null, environment: { DATABASE_URL: "mysql://x" } }), /DATABASE_URL must look like/],
  ["a server that is not there", () => ({ dataDir: null, environment: { DATABASE_URL: "postgres://127.0.0.1:1/x" } }), /cannot be opened/],
])("with %s, says so and writes nothing", async (_what, choice, words) => {
  const refused = await show({ database: choice() });

  expect(refused).toMatchObject({ exit: 2, out: "", error: expect.stringMatching(words) });
  expect(existsSync(join(folder, "none"))).toBe(false);
});

test("a file that cannot be written is refused in words, and leaves nothing behind", async () => {
  writeFileSync(join(folder, "taken"), "");

  expect(await exportTo("taken/ledger.jsonl", false)).toMatchObject({ exit: 2, error: expect.stringContaining("cannot be written") });
});
