import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { runReplay, runVerify } from "../../src/cli/ledger/check-file.ts";
import { canonicalJson } from "../../src/kernel/canonical-json.ts";
import { sha256 } from "../../src/kernel/digest.ts";
import { anEvent, exported, sealed, type WrittenProposal } from "../support/ledger-export.ts";
import { listening } from "../support/listening.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "ledger-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

const opening = anEvent({ type: "proposal-opened", file: "seps/0012-x.md", author: "mira", authorId: 7 });
const block = anEvent({ type: "block-raised", decision: 1, person: "juno" }, { reason: "It breaks old clients — all of them." });
const held = anEvent({ type: "hold-set", person: "juno", login: "juno", endsAt: opening.at }, { reason: "Wait for the release." });
const written: readonly WrittenProposal[] = [
  { subject: { repositoryId: 1, pullRequest: 12 }, events: [opening, block, held], redacted: [3] },
  { subject: { repositoryId: 1, pullRequest: 40 }, events: [opening] },
  { subject: { repositoryId: 2, pullRequest: 7 }, events: [opening, held] },
];

async function run(command: "verify" | "replay", content: string | Uint8Array, hashes: readonly string[] = [], json = false) {
  const file = join(folder, "ledger.jsonl");
  writeFileSync(file, content);
  const said = listening();
  const exit = await (command === "verify" ? runVerify({ file, hashes, json }, said.io) : runReplay({ file, json }, said.io));
  return { exit, error: said.error(), out: said.out().replaceAll(`${folder}/`, "") };
}

/** The lines of an export, changed, with a total that fits them again: what somebody does who knows the format. */
function retotalled(lines: readonly string[]): string {
  const body = lines
    .slice(0, -1)
    .map((line) => `${line}\n`)
    .join("");
  const events = lines.filter((line) => line.startsWith('{"event"')).length;
  const proposals = lines.filter((line) => line.includes('"stateDigest"')).length;
  return `${body}${canonicalJson({ total: { proposals, events, digest: sha256(body) } })}\n`;
}
const linesOf = (text: string): string[] => text.trimEnd().split("\n");

describe("steward ledger verify", () => {
  it("holds what was exported, and counts it", async () => {
    expect(await run("verify", await exported(written))).toEqual({
      exit: 0,
      error: "",
      out: [
        "ledger.jsonl holds: 3 proposals, 6 events, each bound to those before it.",
        "Reasons: 2 stand in the file as they were given, 1 by their commitment alone.",
        "",
      ].join("\n"),
    });
  });

  it("holds an export without reasons, and so an empty one", async () => {
    const { exit, out } = await run("verify", await exported(written, false));

    expect(exit).toBe(0);
    expect(out).toContain("Reasons: 0 stand in the file as they were given, 3 by their commitment alone.");
    expect((await run("verify", await exported([]))).exit).toBe(0);
  });

  it.each([
    ["an event", (line: string) => line.replace("seps/0012-x.md", "seps/0013-x.md"), /:2: proposal #12, event 1: its hash/],
    ["a reason", (line: string) => line.replace("old clients", "new clients"), /:3: proposal #12, event 2: its reason is not/],
    [
      "a commitment",
      (line: string) => line.replace(/"commitment":"[0-9a-f]/, '"commitment":"g'),
      /:3: proposal #12, event 2: event\.commitment/,
    ],
    ["the state", (line: string) => line.replace('"setAt":"2026-11-23', '"setAt":"2026-11-24'), /:5: proposal #12: its state is not/],
    ["a count of the total", (line: string) => line.replace('"events":6', '"events":7'), /:11: the total counts .* 7 events/],
    ["white space", (line: string) => line.replace('{"event"', '{ "event"'), /:2: .*canonical/],
  ])("places a change in %s", async (_what, change, place) => {
    const lines = linesOf(await exported(written));
    const changed = lines.findIndex((line) => change(line) !== line);
    lines[changed] = change(lines[changed] ?? "");

    const { exit, out } = await run("verify", `${lines.join("\n")}\n`);

    expect(exit).toBe(1);
    expect(out).toMatch(place);
  });

  it("finds what was changed by somebody who made the total fit again", async () => {
    const lines = linesOf(await exported(written));
    const without = (...gone: readonly number[]) => retotalled(lines.filter((_line, index) => !gone.includes(index)));

    expect((await run("verify", without(2))).out).toMatch(/:3: proposal #12, event 2: event 3 stands here: events are missing or moved/);
    expect((await run("verify", without(4))).out).toMatch(/:5: .*before its state/);
    expect((await run("verify", without(0))).out).toMatch(/:1: this is no header of an export/);
  });

  it("holds a ledger that somebody wrote anew from its first event, unless a hash from elsewhere is asked for", async () => {
    const [first] = written;
    if (!first) throw new Error("A proposal was expected");
    const genuine = sealed(first)[1]?.hash ?? "";
    const forged = await exported([{ ...first, events: [opening, { ...block, actor: { id: 9, login: "mallory" } }, held] }]);

    expect((await run("verify", forged)).exit).toBe(0);
    expect(await run("verify", forged, [genuine])).toMatchObject({
      exit: 1,
      out: expect.stringContaining(`no event has the hash ${genuine}`),
    });
    const { exit, out } = await run("verify", await exported(written), [genuine]);
    expect(exit).toBe(0);
    expect(out).toContain(`${genuine} is event 2 of proposal #12.`);
  });

  it("says the same in JSON", async () => {
    const text = await exported(written);
    const holds = JSON.parse((await run("verify", text, [], true)).out);
    const broken = JSON.parse((await run("verify", text.replace("old clients", "new clients"), [], true)).out);

    expect(holds).toMatchObject({ holds: true, events: 6, reasons: 2, withheld: 1 });
    expect(holds.proposals[1]).toEqual({
      repositoryId: 1,
      pullRequest: 40,
      events: 1,
      hash: sealed(written[1] ?? first())[0]?.hash,
      unknown: [],
    });
    expect(broken).toMatchObject({ holds: false, line: 3, pullRequest: 12, event: 2 });
  });

  it("carries events of a later version and names them", async () => {
    const later = { ...anEvent({ type: "proposal-opened", file: "x.md", author: "mira", authorId: 7 }), version: 2 };
    const odd = anEvent(JSON.parse('{"type":"petition-signed","by":["mira"]}'));
    const text = await exported([
      { subject: { repositoryId: 1, pullRequest: 3 }, events: [opening, odd, JSON.parse(JSON.stringify(later))] },
    ]);

    for (const command of ["verify", "replay"] as const) {
      const { exit, out } = await run(command, text);
      expect(exit).toBe(0);
      expect(out).toContain("Proposal #3: this version of Steward does not know events 2, 3, and counts nothing of them.");
    }
  });

  it("reports any byte that is another, and any line that is gone, doubled, moved or put in", async () => {
    const text = await exported(written);
    const bytes = new TextEncoder().encode(text);
    const lines = linesOf(text);
    const at = fc.nat({ max: lines.length - 1 });
    const joined = (changed: readonly string[]) => new TextEncoder().encode(changed.map((line) => `${line}\n`).join(""));
    const tampered = fc.oneof(
      fc
        .tuple(fc.nat({ max: bytes.length - 1 }), fc.integer({ min: 1, max: 255 }))
        .map(([index, mask]) => bytes.map((byte, each) => (each === index ? byte ^ mask : byte))),
      fc.nat({ max: bytes.length - 1 }).map((index) => new Uint8Array([...bytes.slice(0, index), ...bytes.slice(index + 1)])),
      fc.nat({ max: bytes.length - 1 }).map((length) => bytes.slice(0, length)),
      at.map((index) => joined(lines.filter((_line, each) => each !== index))),
      at.map((index) => joined(lines.flatMap((line, each) => (each === index ? [line, line] : [line])))),
      fc
        .tuple(at, at)
        .filter(([one, other]) => one !== other)
        .map(([one, other]) => joined(lines.with(one, lines[other] ?? "").with(other, lines[one] ?? ""))),
      fc.tuple(at, at).map(([from, to]) => joined(lines.toSpliced(to, 0, (lines[from] ?? "").replace("mira", "noor")))),
    );

    await fc.assert(
      fc.asyncProperty(tampered, async (changed) => {
        const { exit, out } = await run("verify", changed);
        expect(exit).toBe(1);
        expect(out).toMatch(/^ledger\.jsonl:\d+: \S/);
      }),
      { numRuns: 400, seed: 11 },
    );
  });

  it("holds whatever is redacted", async () => {
    await fc.assert(
      fc.asyncProperty(fc.subarray([1, 2, 3]), fc.subarray([1, 2]), fc.boolean(), async (first, third, withReasons) => {
        const redacted = written.map((proposal, index) => ({ ...proposal, redacted: index === 0 ? first : third }));
        expect((await run("verify", await exported(redacted, withReasons))).exit).toBe(0);
      }),
      { seed: 12 },
    );
  });
});

describe("steward ledger replay", () => {
  it("gives every state byte for byte", async () => {
    expect(await run("replay", await exported(written))).toMatchObject({
      exit: 0,
      out: "ledger.jsonl: 3 proposals replayed to the states that were exported, byte for byte.\n",
    });
  });

  it("names the first difference, with both values", async () => {
    const lines = linesOf(await exported(written));
    const state = lines[4]?.replace('"login":"juno"', '"login":"noor"') ?? "";

    const { exit, out } = await run("replay", retotalled(lines.with(4, state)));

    expect(exit).toBe(1);
    expect(out).toBe('ledger.jsonl:5: proposal #12: state.holds[0].login was exported as "noor", and replays as "juno".\n');
  });
});

describe("used wrongly, steward ledger says what and where, and exits with 2", () => {
  it.each([
    ["a file that is not there", "none.jsonl", /none\.jsonl: there is no such file\.\n$/],
    ["a folder", ".", /it is a folder/],
  ])("%s", async (_what, name, words) => {
    const { io, error } = listening();

    expect(await runVerify({ file: join(folder, name), hashes: [], json: false }, io)).toBe(2);
    expect(error()).toMatch(words);
  });
});

function first(): WrittenProposal {
  throw new Error("A proposal was expected");
}
