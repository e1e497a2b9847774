import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { jest } from "@jest/globals";
import type { LedgerFact } from "../../src/domain/ledger-event.ts";
import { instant } from "../../src/kernel/instant.ts";
import { golden } from "../render/golden.ts";
import { anEvent, exported } from "../support/ledger-export.ts";

// Every sample of docs/ledger.md is run: what the page shows is what the commands print.
jest.setTimeout(60_000);

const page = readFileSync("docs/ledger.md", "utf8");
const sample = "ledger/sample.jsonl";

let folder: string;
let text: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "ledger-page-"));
  text = await exported([{ subject: { repositoryId: 4242, pullRequest: 12 }, events, redacted: [6] }]);
  writeFileSync(join(folder, "ledger.jsonl"), text);
  writeFileSync(join(folder, "changed.jsonl"), text.replace('"person":"juno"', '"person":"noor"'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const juno = { id: 1004, login: "juno" };
const noor = { id: 1006, login: "noor" };
const decided = { yes: ["juno", "noor"], no: [], abstain: [], blocks: [] };
const electorate = [
  { person: "juno", login: "juno", accounts: [1004], organisation: "hexa-labs" },
  { person: "noor", login: "noor", accounts: [1006], organisation: "weather-co" },
];
const rule = {
  kind: "lazy-consensus",
  procedure: "lazy-consensus",
  consents: 2,
  organisations: 2,
  excluding: ["author", "sponsor"],
  attestation: true,
} as const;

const event = (day: number, fact: LedgerFact, by: typeof juno | null, changes: Partial<ReturnType<typeof anEvent>> = {}) =>
  anEvent(fact, {
    at: instant(`2026-11-${day}T10:00:00Z`),
    actor: by,
    source: by === null ? "pass" : `comment/${100 + day}#0`,
    clause: by === null ? null : "procedures.yml:14",
    constitution: "3f9c2a1",
    ...changes,
  });

/** A short life: opened, a decision with a block that is lifted, and its end. */
const events = [
  event(10, { type: "proposal-opened", file: "seps/0012-confidence.md", author: "mira", authorId: 101 }, null),
  event(
    12,
    {
      type: "decision-opened",
      matter: "proposal",
      proposes: "accept",
      weight: null,
      parts: [{ authority: "forecasts-wg", electorate, fewest: 2, rule }],
      digest: "ab".repeat(32),
      endsAt: instant("2026-11-26T10:00:00Z"),
      deferredAt: null,
      openedBy: "juno",
      oversight: null,
      authors: ["mira"],
      sponsor: "asta",
    },
    juno,
  ),
  event(13, { type: "block-raised", decision: 2, person: "noor" }, noor, {
    reason: "Old clients break on the new field. Make it optional.",
  }),
  event(16, { type: "block-lifted", decision: 2, person: "noor" }, noor),
  event(16, { type: "ballot-cast", decision: 2, person: "noor", choice: "yes" }, noor, { source: "comment/116#1" }),
  event(17, { type: "ballot-cast", decision: 2, person: "juno", choice: "yes" }, juno, {
    reason: "As discussed on the call with Ann Smith.",
  }),
  event(26, { type: "decision-closed", decision: 2, outcome: "carried", ...decided }, null, {
    source: "deadline",
    clause: "procedures.yml:14",
  }),
];

test("the sample is what an export of such a ledger holds today", () => {
  expect(text).toBe(golden(sample, text));
});

test("every line of the format that the page shows is a line of the sample", () => {
  const lines = text.split("\n");
  const shown = [...page.matchAll(/```jsonl\n([\s\S]*?)```/g)].flatMap(([, block = ""]) => block.trim().split("\n"));

  expect(shown.length).toBeGreaterThan(2);
  for (const line of shown) expect(lines).toContain(line);
});

const runs = [...page.matchAll(/```console\n([\s\S]*?)```/g)]
  .flatMap(([, block = ""]) => block.split(/^(?=\$ )/m))
  .map((run) => {
    const [command = "", ...printed] = run.split("\n");
    return [command.replace("$ steward ", ""), printed.join("\n").trimEnd()] as const;
  });

test("the page shows the commands that read an export", () => {
  expect(runs.map(([command]) => command.split(" ")[1])).toEqual(expect.arrayContaining(["verify", "replay", "show"]));
});

test.each(runs)("steward %s", (command, printed) => {
  const run = spawnSync(process.execPath, [resolve("src/cli/main.ts"), ...command.split(" ")], { cwd: folder, encoding: "utf8" });

  expect(run.stderr).toBe("");
  expect(run.stdout.trimEnd()).toBe(printed);
});
