import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { aPullRequestEvent, deliver, eventually, privateKey, secret, startTinyGitHub, type TinyGitHub } from "../support/app-setup.ts";

const file = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const started: ChildProcess[] = [];
let gitHub: TinyGitHub;
let folder: string;
beforeAll(async () => {
  gitHub = await startTinyGitHub();
  folder = mkdtempSync(join(tmpdir(), "steward-process-"));
});
afterAll(async () => {
  for (const child of started) child.kill("SIGKILL");
  rmSync(folder, { recursive: true, force: true });
  await gitHub.close();
});

interface Running {
  readonly child: ChildProcess;
  /** Everything printed so far, on both outputs. */
  said(): string;
  readonly ended: Promise<number | null>;
}

function run(script: string, args: readonly string[], environment: Readonly<Record<string, string>>): Running {
  const { PATH = "" } = process.env;
  const child = spawn(process.execPath, [file(script), ...args], { env: { PATH, ...environment }, cwd: folder });
  started.push(child);
  let said = "";
  child.stdout.on("data", (chunk) => {
    said += chunk;
  });
  child.stderr.on("data", (chunk) => {
    said += chunk;
  });
  return { child, said: () => said, ended: new Promise((resolve) => child.on("close", resolve)) };
}

describe("npm start", () => {
  const complete = { APP_ID: "4242", PRIVATE_KEY: privateKey, WEBHOOK_SECRET: secret };

  it.each<[string, Readonly<Record<string, string>>, RegExp]>([
    ["only an id", { APP_ID: "4242" }, /PRIVATE_KEY is missing\..*\n.*WEBHOOK_SECRET is missing\./],
    ["a database and no App", { DATABASE_URL: "postgres://localhost/steward" }, /DATABASE_URL is set/],
    ["a key that is none", { ...complete, PRIVATE_KEY: "hunter2" }, /PRIVATE_KEY is not a private key/],
  ])("with %s ends with status 2 and plain words", async (_what, environment, words) => {
    const { ended, said } = run("src/main.ts", [], environment);

    expect(await ended).toBe(2);
    expect(said()).toMatch(words);
    expect(said()).not.toMatch(/ {4}at |hunter2/);
  });

  it("with all three is the App: it serves, refuses a second process, and ends on a signal when its work is done", async () => {
    const environment = {
      ...complete,
      GHE_HOST: gitHub.url.replace("http://", ""),
      GHE_PROTOCOL: "http",
      PORT: "0",
      HOST: "127.0.0.1",
      DATA_DIR: join(folder, "app"),
      LOG_LEVEL: "info",
    };
    const app = run("src/main.ts", [], environment);
    await eventually(() => app.said().includes("Steward is ready"), "the start");
    const [, url = ""] = /"url":"([^"]+)"/.exec(app.said()) ?? [];
    expect((await fetch(`${url}/healthz`)).status).toBe(200);

    const second = run("src/main.ts", [], environment);
    expect(await second.ended).toBe(2);
    expect(second.said()).toContain("Another running process uses the folder");

    app.child.kill("SIGTERM");
    expect(await app.ended).toBe(0);
    expect(app.said()).toContain("SIGTERM");
    expect(app.said()).not.toMatch(/PRIVATE KEY|a long random text|ghs_secret/);
  }, 120_000);

  it("with credentials that GitHub does not take ends with status 2 and plain words", async () => {
    const strict = await startTinyGitHub();
    strict.failWith = 401;
    const { ended, said } = run("src/main.ts", [], {
      ...complete,
      GHE_HOST: strict.url.replace("http://", ""),
      GHE_PROTOCOL: "http",
      PORT: "0",
      DATA_DIR: join(folder, "refused"),
    });

    expect(await ended).toBe(2);
    expect(said()).toContain("GitHub does not accept APP_ID 4242");
    await strict.close();
  }, 120_000);
});

test("steward ledger recover opens the new database, asks GitHub as the App, tells what came of it, and ends", async () => {
  const { ended, said } = run("src/cli/main.ts", ["ledger", "recover"], {
    APP_ID: "4242",
    PRIVATE_KEY: privateKey,
    WEBHOOK_SECRET: secret,
    GHE_HOST: gitHub.url.replace("http://", ""),
    GHE_PROTOCOL: "http",
    DATA_DIR: join(folder, "new"),
  });

  expect(await ended).toBe(0);
  expect(said()).toContain("0 of 0 proposals rebuilt");
  expect(said()).toContain("Nothing was recorded.");
}, 120_000);

describe("kill -9", () => {
  const subjects = Array.from({ length: 20 }, (_, index) => index + 1);

  it("under load loses no acknowledged delivery: the next start serves every one", async () => {
    const served = join(folder, "served");
    const start = (milliseconds: number) =>
      run(
        "test/support/crashing-app.ts",
        [join(folder, "crash"), served, gitHub.url, Buffer.from(privateKey).toString("base64"), secret, String(milliseconds)],
        {},
      );
    const urlOf = ({ said }: Running) => /^ready (\S+)$/m.exec(said())?.[1];

    const first = start(300);
    await eventually(() => urlOf(first) !== undefined, "the first start");
    const answers = await Promise.all(subjects.map((number) => deliver(urlOf(first) ?? "", aPullRequestEvent(number))));
    const acknowledged = answers.map(({ status }) => status);
    await eventually(() => existsSync(served), "the first pass");
    first.child.kill("SIGKILL");
    await first.ended;
    const before = new Set(readFileSync(served, "utf8").trim().split("\n"));

    const second = start(0);
    await eventually(() => urlOf(second) !== undefined, "the second start");
    const health = async () => (await fetch(`${urlOf(second)}/healthz`)).json();
    await eventually(async () => JSON.stringify(await health()).includes('"waiting":0'), "the end of all work");

    expect(acknowledged).toEqual(subjects.map(() => 202));
    expect(before.size).toBeLessThanOrEqual(subjects.length);
    expect(new Set(readFileSync(served, "utf8").trim().split("\n").map(Number))).toEqual(new Set(subjects));
    expect(await health()).toMatchObject({ queue: { dead: 0 } });
  }, 180_000);
});
