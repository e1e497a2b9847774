import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { type SandboxProcess, startSandboxProcess } from "../support/sandbox-process.ts";
import { tellStory } from "../support/story.ts";
import { attested, has, headline } from "../support/story-cast.ts";

// A decision as people take it, and then a sceptic with the file alone, in another folder.
const minutes = 60_000;
let sandbox: SandboxProcess;
let elsewhere: string;

beforeAll(async () => {
  sandbox = await startSandboxProcess();
  elsewhere = mkdtempSync(join(tmpdir(), "sceptic-"));
}, 3 * minutes);
afterAll(async () => {
  await sandbox.stop();
  rmSync(elsewhere, { recursive: true });
}, minutes);

/** Without anything that could reach a database or GitHub. */
function steward(...words: readonly string[]) {
  const { PATH = "" } = process.env;
  const run = spawnSync(process.execPath, [resolve("src/cli/main.ts"), "ledger", ...words], {
    cwd: elsewhere,
    encoding: "utf8",
    env: { PATH },
  });
  return { exit: run.status, out: run.stdout, error: run.stderr };
}

async function download(name: string): Promise<string> {
  const response = await fetch(`${sandbox.file.web}/api/ledger.jsonl`);
  const text = await response.text();
  writeFileSync(join(elsewhere, name), text);
  return text;
}

const withRole = (role: string, ...without: readonly string[]) => {
  const found = sandbox.file.actors.find(({ roles, login }) => roles.includes(role) && !without.includes(login) && !/-2$/.test(login));
  if (!found) throw new Error(`Nobody is ${role}`);
  return found.login;
};

test(
  "a decision can be checked by the hash of its status comment, from the served file alone; its reasons cannot be read there",
  async () => {
    const story = await tellStory(sandbox, 1);
    const lead = withRole("lead:agents-wg", story.author);
    await story.say(story.author, "/group agents-wg", headline("to answer"));
    await story.say(lead, "/adopt", headline("waiting for a sponsor"));
    await story.say(withRole("maintainer", story.author, lead), "/sponsor", has("draft"));
    await story.say(withRole("maintainer", story.author, lead), attested, has("in-review"));
    await story.say(lead, "/propose accept", headline("closes"));
    await story.say(lead, "/lgtm", headline("one more consent"));
    const other = withRole("voter:agents-wg", story.author, lead);
    await story.say(other, "/block\nThe old clients would break.", headline("block"));
    await story.say(other, "/unblock", headline("consent"));
    await story.say(other, "/lgtm", headline("Silence is consent"));
    await story.later("11d", has("accepted"));

    const { data: comments } = await sandbox.stranger().octokit.rest.issues.listComments({ ...target(), issue_number: 1, per_page: 100 });
    const [, hash = ""] = /Ledger hash: `([0-9a-f]{64})`/.exec(comments.map(({ body }) => body).join("\n")) ?? [];
    const text = await download("ledger.jsonl");

    expect(text).not.toContain("old clients would break");
    expect(steward("verify", "ledger.jsonl", "--hash", hash)).toMatchObject({
      exit: 0,
      out: expect.stringMatching(/is event \d+ of proposal #1\./),
    });
    expect(steward("replay", "ledger.jsonl")).toMatchObject({ exit: 0, out: expect.stringContaining("byte for byte") });
    expect(steward("show", "1", "--file", "ledger.jsonl").out).toMatch(/blocks.*\[the reason is not here; its commitment is\]/);
    writeFileSync(join(elsewhere, "changed.jsonl"), text.replace('"choice":"yes"', '"choice":"no"'));
    expect(steward("verify", "changed.jsonl")).toMatchObject({
      exit: 1,
      out: expect.stringMatching(/^changed\.jsonl:\d+: proposal #1, event \d+: its hash/),
    });
  },
  3 * minutes,
);

test("while the sandbox runs, its folder is left alone, and the words say where the ledger is", () => {
  const { exit, error } = steward("export", "--data-dir", sandbox.dataDir);

  expect(exit).toBe(2);
  expect(error).toContain(`curl -fsS ${sandbox.file.web}/api/ledger.jsonl > ledger.jsonl`);
});

const target = () => ({ owner: sandbox.file.owner, repo: sandbox.file.repo });
