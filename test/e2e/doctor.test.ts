import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { type SandboxProcess, startSandboxProcess } from "../support/sandbox-process.ts";

const minutes = 60_000;
const Report = z.array(z.object({ repository: z.string().nullable(), id: z.string(), status: z.string(), what: z.string() }));
let sandbox: SandboxProcess;

beforeAll(async () => {
  sandbox = await startSandboxProcess();
}, 3 * minutes);

afterAll(async () => {
  await sandbox.stop();
}, minutes);

/** The command as an operator types it. */
async function doctor(...options: readonly string[]): Promise<{ readonly status: number; readonly output: string }> {
  return new Promise((resolve) => {
    execFile(process.execPath, ["src/cli/main.ts", "doctor", ...options], (fault, stdout, stderr) => {
      const status = typeof fault?.code === "number" ? fault.code : fault === null ? 0 : -1;
      resolve({ status, output: stdout + stderr });
    });
  });
}

test(
  "steward doctor finds a running sandbox sound, says what to look at, and prints no secret",
  async () => {
    const path = join(sandbox.dataDir, "sandbox.json");

    const json = await doctor("--sandbox", path, "--json");
    const text = await doctor("--sandbox", path);

    expect(json.status).toBe(0);
    const findings = Report.parse(JSON.parse(json.output));
    const amiss = findings.filter(({ status }) => status !== "ok").map(({ status, id }) => `${status} ${id}`);
    expect(amiss).toEqual(["warn constitution", "warn rules-review", "warn gate-bypass"]);
    expect(findings.find(({ id }) => id === "gate")?.what).toContain("from this App alone");
    expect(text.output).toMatch(/0 fail, 3 warn, \d+ ok\n$/);
    const Seed = z.object({ privateKey: z.string(), webhookSecret: z.string(), tokenSeed: z.string() });
    const seed = Seed.parse(JSON.parse(readFileSync(join(sandbox.dataDir, "sandbox-seed.json"), "utf8")));
    for (const secret of [seed.webhookSecret, seed.tokenSeed, ...seed.privateKey.split("\n").slice(1, -2)]) {
      expect(json.output + text.output).not.toContain(secret);
    }
  },
  2 * minutes,
);

test(
  "steward doctor ends with 1 where something fails, and with 2 where it cannot look",
  async () => {
    const elsewhere = await doctor("--sandbox", join(sandbox.dataDir, "sandbox.json"), "--repository", "sandbox-protocol/other");
    const nowhere = await doctor("--sandbox", join(sandbox.dataDir, "none.json"));

    expect(elsewhere.status).toBe(1);
    expect(elsewhere.output).toContain("not installed on sandbox-protocol/other");
    expect(nowhere.status).toBe(2);
    expect(nowhere.output).toContain("There is no sandbox at");
  },
  minutes,
);
