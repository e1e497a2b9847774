import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Connection } from "../../src/cli/doctor/connection.ts";
import { diagnose } from "../../src/cli/doctor/diagnose.ts";
import { gatherFacts } from "../../src/cli/doctor/gather-facts.ts";
import { runDoctor } from "../../src/cli/doctor/run-doctor.ts";
import { instant } from "../../src/kernel/instant.ts";
import { appEvents, appPermissions } from "../../src/sandbox/sandbox-world.ts";
import { type Standin, startStandin } from "../../src/standin/index.ts";
import { smallConstitution } from "../support/constitution.ts";

const owner = "weather-protocol";
const fullName = `${owner}/specification`;

let standin: Standin;
let folder: string;
let connection: Connection;

beforeEach(async () => {
  standin = await startStandin();
  folder = mkdtempSync(join(tmpdir(), "doctor-"));
  const { accounts, repositories, apps } = standin.world;
  accounts.user("asta");
  accounts.organization(owner, { owners: ["asta"] });
  const governance = Object.fromEntries(smallConstitution().files.map(({ path, text }) => [`governance/${path}`, text]));
  repositories.repository(fullName, { files: { ...governance, ".github/CODEOWNERS": "/governance/ @asta\n" } });
  const app = apps.app({
    slug: "steward",
    owner,
    permissions: appPermissions,
    events: appEvents,
    webhookUrl: "http://127.0.0.1:9/api/github/webhooks",
  });
  apps.install("steward", owner);
  repositories.ruleset(fullName, {
    rules: [
      { type: "required_status_checks", checks: [{ name: "Steward", appId: app.id }] },
      { type: "pull_request", approvals: 1, codeOwners: true },
      { type: "merge_queue" },
    ],
  });
  connection = {
    source: "a test",
    credentials: { appId: app.id, privateKey: app.privateKey, webhookSecrets: [app.webhookSecret] },
    apiBaseUrl: standin.url,
    storage: { kind: "folder", path: join(folder, "app"), owner: "real" },
    governanceFolder: "governance",
    sharesClock: true,
  };
});

afterEach(async () => {
  expect(standin.defects).toEqual([]);
  await standin.close();
  rmSync(folder, { recursive: true });
});

async function look(given: Partial<Connection> = {}, asked: string | null = null): Promise<ReadonlyMap<string, string>> {
  const facts = await gatherFacts({ ...connection, ...given }, asked, { now: () => instant(Date.now()) });
  const found = diagnose(facts).flatMap(({ findings }) => findings);
  return new Map(found.map(({ id, status, what }) => [id, `${status}: ${what}`]));
}

describe("steward doctor, asking a GitHub", () => {
  it("reads what stands there", async () => {
    const found = await look();

    expect([...found]).toEqual(
      expect.arrayContaining([
        ["database", "ok: no folder yet: it is made at the first start"],
        ["permissions", "ok: as app.yml asks for"],
        ["clock", expect.stringContaining("ok: with GitHub's")],
        ["webhook", "ok: http://127.0.0.1:9/api/github/webhooks"],
        ["constitution", expect.stringMatching(/^(ok|warn): without errors/)],
        ["rules-review", "ok: governance/ changes only with a review of @asta"],
        ["gate", "ok: main waits for the check Steward, from this App alone"],
        ["merge-queue", "ok: merge groups get the check too"],
      ]),
    );
  });

  it("tells an installation that has not accepted what the App asks for now", async () => {
    standin.world.apps.setPermissions("steward", owner, { ...appPermissions, checks: "read" });

    expect((await look()).get("permissions")).toBe("fail: checks: write missing, which app.yml asks for");
  });

  it("leaves out what is suspended, and what was not asked for", async () => {
    expect((await look({}, `${owner}/other`)).get("installation")).toContain("fail");

    standin.world.apps.suspend("steward", owner);

    expect((await look()).get("installation")).toBe("fail: the App is installed nowhere");
  });

  it("says that GitHub does not know the App, and looks no further", async () => {
    const found = await look({ credentials: { ...connection.credentials, appId: 999_999 } });

    expect(found.get("app")).toContain("fail: GitHub does not take App 999999");
    expect([...found.keys()]).toEqual(["environment", "database", "app"]);
  });

  it("comes to its end where nothing answers", async () => {
    const found = await look({
      apiBaseUrl: "http://127.0.0.1:9",
      storage: { kind: "server", url: "postgres://me:hunter22@127.0.0.1:9/db" },
    });

    expect(found.get("app")).toContain("fail");
    expect(found.get("database")).toContain("fail: does not answer");
  });
});

describe("steward doctor, from an environment", () => {
  async function run(environment: Readonly<Record<string, string>>) {
    const written = { out: "", error: "" };
    const io = { environment, writeOut: (text: string) => (written.out += text), writeError: (text: string) => (written.error += text) };
    const status = await runDoctor({ json: false }, { ...io, colored: false });
    return { status, ...written };
  }

  it("without an App says what to set", async () => {
    expect(await run({})).toMatchObject({ status: 2, out: "", error: expect.stringContaining("APP_ID, PRIVATE_KEY and WEBHOOK_SECRET") });
  });

  it("with half an App says what is missing", async () => {
    expect(await run({ APP_ID: "12" })).toMatchObject({ status: 2, error: expect.stringContaining("- PRIVATE_KEY is missing") });
  });

  it("prints neither key nor password where everything fails", async () => {
    const { privateKey, webhookSecrets } = connection.credentials;
    const { status, out, error } = await run({
      APP_ID: "12",
      PRIVATE_KEY: privateKey,
      WEBHOOK_SECRET: webhookSecrets[0],
      DATABASE_URL: "postgres://me:hunter22@127.0.0.1:9/db",
      GHE_HOST: "127.0.0.1:9",
      GHE_PROTOCOL: "http",
    });

    expect(status).toBe(1);
    for (const secret of [...privateKey.split("\n").slice(1, -2), webhookSecrets[0], "hunter22"]) expect(out + error).not.toContain(secret);
  });
});
