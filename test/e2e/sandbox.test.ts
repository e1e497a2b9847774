import { once } from "node:events";
import { appendFileSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { eventually, openProposal } from "../support/open-proposal.ts";
import { proposalText } from "../support/proposal-text.ts";
import { type SandboxProcess, spawnSandbox, startSandboxProcess } from "../support/sandbox-process.ts";

// The sandbox as its users meet it: another process, plain Octokit, the tokens of sandbox.json. Nothing of Steward's is called.
const minutes = 60_000;
let sandbox: SandboxProcess;

beforeAll(async () => {
  sandbox = await startSandboxProcess();
}, 3 * minutes);

afterAll(async () => {
  await sandbox.stop();
}, minutes);

const target = () => ({ owner: sandbox.file.owner, repo: sandbox.file.repo });

/** What stands on a pull request: labels, Steward's comments, conclusions of the check. */
async function shown(number: number) {
  const { octokit } = sandbox.stranger();
  const { data: pull } = await octokit.rest.pulls.get({ ...target(), pull_number: number });
  const { data: comments } = await octokit.rest.issues.listComments({ ...target(), issue_number: number });
  const { data: checks } = await octokit.rest.checks.listForRef({ ...target(), ref: pull.head.sha });
  return {
    labels: pull.labels.map(({ name }) => name),
    comments: comments.filter(({ user }) => user?.type === "Bot").map(({ body }) => body ?? ""),
    checks: checks.check_runs.map(({ name, conclusion }) => `${name} ${conclusion}`),
  };
}

async function untilChecked(number: number) {
  return eventually(async () => {
    const now = await shown(number);
    return now.checks.length > 0 && now.comments.length > 0 ? now : null;
  }, `comment and check on #${number}`);
}

test("every sample shows its domain, route, change and state labels, one comment, and a check that waits", async () => {
  const { octokit } = sandbox.stranger();
  const { data: pulls } = await octokit.rest.pulls.list({ ...target(), state: "open" });

  expect(pulls.length).toBeGreaterThanOrEqual(5);
  const routes = new Set<string>();
  for (const { number } of pulls) {
    const { labels, comments, checks } = await shown(number);
    expect(labels).toEqual(
      expect.arrayContaining([
        "SEP",
        "proposal",
        expect.stringMatching(/^domain: /),
        expect.stringMatching(/^route: /),
        expect.stringMatching(/^change: /),
      ]),
    );
    expect(comments).toHaveLength(1);
    expect(checks).toEqual([expect.stringMatching(/^Steward (action_required|failure)$/)]);
    routes.add(labels.filter((label) => /^(route|change)/.test(label)).join());
  }
  expect(routes.size).toBeGreaterThanOrEqual(4);
});

test("the list of actors has every kind of role, and strangers without any", () => {
  const roles = sandbox.file.actors.flatMap((actor) => actor.roles);

  expect(roles).toEqual(
    expect.arrayContaining(["lead-maintainer", "core-maintainer", "maintainer", "member", "recorder", "lead:agents-wg", "voter:agents-wg"]),
  );
  expect(sandbox.file.actors.filter((actor) => actor.roles.length === 0).length).toBeGreaterThanOrEqual(2);
  expect(new Set(sandbox.file.actors.map(({ token }) => token)).size).toBe(sandbox.file.actors.length);
});

test("a stranger's SEP gets its labels, comment and check, and a repeated look adds nothing", async () => {
  const { octokit, login } = sandbox.stranger(5);
  const number = await openProposal(octokit, target(), {
    branch: "e2e",
    path: "seps/0000-e2e.md",
    text: proposalText(),
    title: "Labels for tasks",
  });
  const first = await untilChecked(number);

  expect(first.labels).toEqual(expect.arrayContaining(["domain: tasks", "route: agents-wg", "change: additive"]));
  expect(first.comments[0]).toContain(`@${login}`);

  await octokit.rest.pulls.update({ ...target(), pull_number: number, state: "closed" });
  await octokit.rest.pulls.update({ ...target(), pull_number: number, state: "open" });
  await moveTime("2h");
  expect(await shown(number)).toEqual(first);
});

test("a pull request that is no proposal only gets a green check", async () => {
  const { octokit } = sandbox.stranger(4);
  const number = await openProposal(octokit, target(), { branch: "typo", path: "README.md.new", text: "hello", title: "Fix a typo" });
  const now = await eventually(async () => {
    const seen = await shown(number);
    return seen.checks.length > 0 ? seen : null;
  }, "a check");

  expect(now).toEqual({ labels: [], comments: [], checks: ["Steward success"] });
});

test("time moves for Steward and the stand-in together, and only in whole spans", async () => {
  const before = Date.parse((await moveTime("1m")).now);
  const after = Date.parse((await moveTime("3d")).now);

  expect(after - before).toBeGreaterThanOrEqual(3 * 86_400_000);
  const { octokit } = sandbox.stranger();
  expect(Date.parse((await octokit.rest.repos.get(target())).headers.date ?? "")).toBeGreaterThanOrEqual(after - 2_000);
  expect((await postClock({ advance: "yesterday" })).status).toBe(400);
});

test("the page, the health and the metrics answer", async () => {
  const page = await (await fetch(sandbox.file.web)).text();
  expect(page).toContain("agents-wg");
  expect((await fetch(`${sandbox.file.web}/healthz`)).status).toBe(200);
  expect(await (await fetch(`${sandbox.file.web}/metrics`)).text()).toContain("# TYPE");
});

test(
  "a second process on the same folder is refused in plain words",
  async () => {
    const second = spawnSandbox(sandbox.dataDir);
    const [code] = await once(second.child, "exit");

    expect([code, second.output()]).toEqual([2, expect.stringContaining("Another running process uses the folder")]);
  },
  minutes,
);

test(
  "after a kill in a burst of twenty, a restart labels every one, and none gets two comments",
  async () => {
    const { octokit } = sandbox.stranger(3);
    const numbers: number[] = [];
    for (let index = 0; index < 20; index++) {
      numbers.push(
        await openProposal(octokit, target(), {
          branch: `burst-${index}`,
          path: `seps/0000-burst-${index}.md`,
          text: proposalText({ title: `Burst ${index}` }),
          title: `Burst ${index}`,
        }),
      );
    }
    await sandbox.kill();
    // A crash of the machine may cut the last line short.
    appendFileSync(join(sandbox.dataDir, "github.jsonl"), '{"at":1,"by":{"us');
    sandbox = await startSandboxProcess({ dataDir: sandbox.dataDir });

    for (const number of numbers) {
      const now = await untilChecked(number);
      expect([number, now.labels.includes("domain: tasks"), now.comments.length]).toEqual([number, true, 1]);
    }
  },
  4 * minutes,
);

test.each([
  [{ NODE_ENV: "production" }, [], /NODE_ENV is production/],
  [{ APP_ID: "12" }, [], /PRIVATE_KEY/],
  [{ DATABASE_URL: "postgres://localhost/x" }, [], /APP_ID/],
  [{}, ["--seps", "no-such-folder"], /no-such-folder/],
  [{}, ["--bogus"], /unknown option/],
])(
  "started with %j %j it ends with status 2 and says why",
  async (environment, options, sentence) => {
    const refused = spawnSandbox(mkdtempSync(join(tmpdir(), "steward-refused-")), { environment, options });
    const [code] = await once(refused.child, "exit");

    expect([code, refused.output()]).toEqual([2, expect.stringMatching(sentence)]);
  },
  2 * minutes,
);

async function postClock(body: object): Promise<Response> {
  return fetch(`${sandbox.file.web}/sandbox/clock`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
}

async function moveTime(advance: string): Promise<{ now: string }> {
  return JSON.parse(await (await postClock({ advance })).text());
}
