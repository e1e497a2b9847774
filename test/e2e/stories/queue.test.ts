import { execFile } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { AgendaReport, QueueReport } from "../../../src/queue/index.ts";
import { eventually, openProposal } from "../../support/open-proposal.ts";
import { proposalText } from "../../support/proposal-text.ts";
import { type SandboxProcess, startSandboxProcess } from "../../support/sandbox-process.ts";
import { tellStory } from "../../support/story.ts";
import { attested, castOf, has, headline, openStory, replied, reviewed } from "../../support/story-cast.ts";

// The queue as people and a voting page meet it: a constitution with a review window, a hard freeze in it, meetings and an exception.
const minutes = 60_000;
const today = Date.now();
const inDays = (days: number) => new Date(today + days * 24 * 60 * minutes).toISOString().slice(0, 10);
let sandbox: SandboxProcess;
let governance: string;

beforeAll(async () => {
  governance = mkdtempSync(join(tmpdir(), "steward-governance-"));
  cpSync("governance", governance, { recursive: true, filter: (path) => !/presets|schema/.test(path) });
  edit("procedures.yml", "  - id: core-vote\n", "  - id: core-vote\n    inside-review-window: true\n");
  edit("project.yml", "meetings: { every: 2 weeks }", `meetings: { every: 2 weeks, first: ${inDays(6)}, agenda: 5 days, minutes: 2 days }`);
  edit(
    "project.yml",
    "review-windows: []",
    `review-windows: [{ name: this one, opens: ${inDays(-20)}, closes: ${inDays(20)} }, { name: next one, opens: ${inDays(40)}, closes: ${inDays(90)} }]`,
  );
  edit("project.yml", "freezes: []", `freezes: [{ name: the freeze, kind: hard, opens: ${inDays(-5)}, closes: ${inDays(10)} }]`);
  edit("project.yml", "queue:\n", "queue:\n  exceptions: [{ pull-request: 4, place: first, reason: Others wait for it. }]\n");
  sandbox = await startSandboxProcess({ options: ["--no-samples", "--governance", governance] });
}, 3 * minutes);

afterAll(async () => {
  await sandbox.stop();
  rmSync(governance, { recursive: true });
}, minutes);

function edit(file: string, before: string, after: string): void {
  const path = join(governance, file);
  const text = readFileSync(path, "utf8");
  if (text.split(before).length !== 2) throw new Error(`${file} does not hold ${JSON.stringify(before)} once`);
  writeFileSync(path, text.replace(before, after));
}

async function queue(): Promise<QueueReport> {
  const response = await fetch(`${sandbox.file.web}/api/queue.json`);
  expect(response.headers.get("access-control-allow-origin")).toBe("*");
  return QueueReport.parse(await response.json());
}

function steward(...options: readonly string[]): Promise<{ readonly code: number; readonly out: string; readonly error: string }> {
  return new Promise((resolve) => {
    const { DATABASE_URL, DATA_DIR, ...env } = process.env;
    execFile(process.execPath, ["src/cli/main.ts", ...options], { env }, (fault, out, error) => {
      resolve({ code: fault === null ? 0 : Number(fault.code), out, error });
    });
  });
}

/** The queue once each entry, in order, is as said: number and what it waits for. A pass shows its labels before the queue has it. */
async function queueOnce(...expected: readonly string[]): Promise<QueueReport> {
  let last: readonly string[] = [];
  const matching = async (): Promise<QueueReport | null> => {
    const report = await queue();
    last = report.entries.map(({ pullRequest, waitsFor }) => `#${pullRequest} ${waitsFor.code}`);
    return last.join() === expected.join() ? report : null;
  };
  return await eventually(matching, `the queue to be ${expected.join(", ")}`).catch((cause: unknown) => {
    throw new Error(`The queue is ${last.join(", ")}, and should be ${expected.join(", ")}`, { cause });
  });
}

const order = ({ entries }: Pick<QueueReport, "entries">) => entries.map(({ pullRequest }) => pullRequest);

test(
  "three SEPs readied out of turn and a pre-review stand in the order of the rules, as data and for people, through freeze and window",
  async () => {
    const cast = castOf(sandbox);
    const roles = (login: string) => sandbox.file.actors.find((actor) => actor.login === login)?.roles ?? [];
    // Who leads a group adopts for that group.
    const core = cast.core.find((login) => !roles(login).some((role) => role.startsWith("lead:"))) ?? "";
    const { octokit } = sandbox.stranger(5);

    const onRoadmap = await openStory(sandbox, "tasks-with-labels");
    const process = { branch: "how-we-work", path: "seps/0000-how-we-work.md", title: "How we work" };
    const text = proposalText({ type: "Process", title: process.title });
    const ofCore = await tellStory(
      sandbox,
      await openProposal(octokit, { owner: sandbox.file.owner, repo: sandbox.file.repo }, { ...process, text }),
    );
    const early = await openStory(sandbox, "tasks-with-colours");
    const urgent = await openStory(sandbox, "tasks-with-a-fix");
    expect(await queue()).toMatchObject({ version: 1, entries: [] });

    await early.say(cast.lead, "/adopt", headline("waiting for a sponsor"));
    await early.say(cast.sponsor, "/sponsor", has("draft"));
    await early.say(cast.sponsor, "/ready pre", headline("pre-review"));
    await ofCore.say(core, "/adopt", headline("waiting for a sponsor"));
    await ofCore.say(cast.sponsor, "/sponsor", has("draft"));
    await ofCore.say(cast.sponsor, attested, has("in-review"));
    await ofCore.later("1d", has("in-review"));
    await reviewed(onRoadmap, cast);
    await onRoadmap.later("1d", has("in-review"));
    await reviewed(urgent, cast);

    const frozen = await queueOnce("#4 opening", "#1 opening", "#2 hard-freeze", "#3 pre-review");
    expect(frozen.entries.map(({ kind, readySince, roadmap }) => [kind, readySince, roadmap.length > 0])).toEqual([
      ["formal", inDays(2), true],
      ["formal", inDays(1), true],
      ["formal", inDays(0), false],
      ["pre", inDays(0), true],
    ]);
    expect(frozen.entries[0]?.reasons[0]).toMatchObject({ code: "exception", text: "Put first by an exception: Others wait for it." });
    await ofCore.say(core, "/call-vote", replied("nothing is put to the vote"));

    const asData = await steward("queue", "--json", "--from", sandbox.file.web);
    expect(JSON.parse(asData.out)).toEqual(frozen);
    const forPeople = await steward("queue", "--from", sandbox.file.web);
    expect([...forPeople.out.matchAll(/^(\d)\. #(\d)/gm)].map(([, place, number]) => [Number(place), Number(number)])).toEqual([
      [1, 4],
      [2, 1],
      [3, 2],
      [4, 3],
    ]);

    const held = await steward("queue", "--data-dir", sandbox.dataDir);
    expect(held).toMatchObject({ code: 2, out: "", error: expect.stringContaining(`--from ${sandbox.file.web}`) });

    await ofCore.later("10d", has("in-review"));
    await queueOnce("#4 opening", "#1 opening", "#2 opening", "#3 pre-review");
    await ofCore.say(core, "/call-vote", headline("Core Maintainers vote until"));
    await queueOnce("#4 opening", "#1 opening", "#2 decision", "#3 pre-review");

    const meetings = `${sandbox.file.web}/api/agenda.json`;
    const agenda = AgendaReport.parse(await (await fetch(`${meetings}?date=${inDays(15)}`)).json());
    expect(order(agenda)).toEqual([4, 1, 2, 3]);
    expect(agenda.meeting).toEqual({ day: inDays(20), agenda: inDays(15), comments: null, minutes: inDays(22) });
    expect(agenda.closing).toMatchObject([{ pullRequest: 2, kind: "vote", by: ["Core Maintainers"], deferred: false }]);
    const told = await steward("agenda", "--date", inDays(15), "--json", "--from", sandbox.file.web);
    expect(JSON.parse(told.out)).toEqual(agenda);
    expect((await fetch(`${meetings}?date=yesterday`)).status).toBe(400);
    expect(await steward("agenda", "--date", inDays(-1), "--from", sandbox.file.web)).toMatchObject({
      code: 2,
      error: expect.stringContaining("An agenda shows what stands now"),
    });

    await ofCore.later("9d", headline("returned"));
    const closed = await queueOnce("#4 opening", "#1 opening", "#3 pre-review");
    expect(closed.entries[0]?.cycle?.window).toMatchObject({ name: "next one", open: false });
  },
  3 * minutes,
);

test(
  "once Steward has stopped, the command reads the same from its data",
  async () => {
    const before = await queue();
    await sandbox.stop();

    const read = await steward("queue", "--json", "--data-dir", sandbox.dataDir);

    expect(read).toMatchObject({ code: 0 });
    expect(order(QueueReport.parse(JSON.parse(read.out)))).toEqual(order(before));
  },
  2 * minutes,
);
