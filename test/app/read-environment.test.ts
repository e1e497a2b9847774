import { generateKeyPairSync } from "node:crypto";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "@jest/globals";
import { type Environment, readEnvironment } from "../../src/app/read-environment.ts";

const { privateKey } = generateKeyPairSync("rsa", {
  modulusLength: 2048,
  privateKeyEncoding: { type: "pkcs1", format: "pem" },
  publicKeyEncoding: { type: "spki", format: "pem" },
});
const { privateKey: otherKind } = generateKeyPairSync("ed25519", {
  privateKeyEncoding: { type: "pkcs8", format: "pem" },
  publicKeyEncoding: { type: "spki", format: "pem" },
});
const complete = { APP_ID: "4242", PRIVATE_KEY: privateKey, WEBHOOK_SECRET: "a long random text" };

function problemsOf(environment: Environment): readonly string[] {
  const start = readEnvironment(environment);
  if (start.kind !== "refused") throw new Error(`Expected a refusal, got ${start.kind}`);
  return start.problems;
}

function settingsOf(environment: Environment) {
  const start = readEnvironment(environment);
  if (start.kind !== "app") throw new Error(`Expected the App, got ${JSON.stringify(start)}`);
  return start.settings;
}

describe("the environment", () => {
  it.each<[string, Environment]>([
    ["nothing is set", {}],
    ["the three are empty", { APP_ID: "", PRIVATE_KEY: " ", WEBHOOK_SECRET: "" }],
    ["only a port is set", { PORT: "0" }],
  ])("asks for the sandbox when %s", (_when, environment) => {
    expect(readEnvironment(environment)).toEqual({ kind: "sandbox" });
  });

  it("asks for the App when the three are set", () => {
    expect(settingsOf(complete)).toEqual({
      credentials: { appId: 4242, privateKey: privateKey.trim(), webhookSecrets: ["a long random text"] },
      apiBaseUrl: "https://api.github.com",
      storage: { kind: "folder", path: ".steward", owner: "real" },
      http: { host: "0.0.0.0", port: 3000 },
      governanceFolder: "governance",
      logLevel: "info",
    });
  });

  it("names every one of the three that is missing, and no other", () => {
    const names = ["APP_ID", "PRIVATE_KEY", "WEBHOOK_SECRET"] as const;
    for (let chosen = 1; chosen < 7; chosen += 1) {
      const given = names.filter((_name, index) => chosen & (1 << index));
      const problems = problemsOf(Object.fromEntries(given.map((name) => [name, complete[name]])));
      const missing = names.filter((name) => !given.includes(name));
      expect(problems.map((problem) => problem.split(" ")[0])).toEqual(missing);
      for (const problem of problems) expect(problem).toMatch(/is missing\. .*https:\/\/docs\.github\.com\//);
    }
  });

  it("refuses a database without an App, saying what an App needs", () => {
    const problems = problemsOf({ DATABASE_URL: "postgres://localhost/steward" });

    expect(problems[0]).toContain("DATABASE_URL is set");
    expect(problems.slice(1).map((problem) => problem.split(" ")[0])).toEqual(["APP_ID", "PRIVATE_KEY", "WEBHOOK_SECRET"]);
  });

  it.each<[string, Environment, string]>([
    ["an App id that is no number", { APP_ID: "Iv1.8a61f9b3a7aba766" }, "APP_ID"],
    ["an App id of zero", { APP_ID: "0" }, "APP_ID"],
    ["a key that is none", { PRIVATE_KEY: "hunter2" }, "PRIVATE_KEY"],
    ["a key that was cut", { PRIVATE_KEY: privateKey.slice(0, 400) }, "PRIVATE_KEY"],
    ["a key of another kind", { PRIVATE_KEY: otherKind }, "PRIVATE_KEY"],
    ["a key file that is absent", { PRIVATE_KEY: "", PRIVATE_KEY_PATH: "/nowhere/key.pem" }, "PRIVATE_KEY_PATH"],
    ["a database of another kind", { DATABASE_URL: "mysql://localhost/steward" }, "DATABASE_URL"],
    ["a database that is no address", { DATABASE_URL: "localhost" }, "DATABASE_URL"],
    ["a port out of range", { PORT: "70000" }, "PORT"],
    ["a port that is a word", { PORT: "http" }, "PORT"],
    ["a host with its scheme", { GHE_HOST: "https://github.example.com" }, "GHE_HOST"],
    ["a scheme of another kind", { GHE_HOST: "github.example.com", GHE_PROTOCOL: "ftp" }, "GHE_PROTOCOL"],
    ["a folder outside the repository", { GOVERNANCE: "../governance" }, "GOVERNANCE"],
    ["a folder from the root", { GOVERNANCE: "/governance" }, "GOVERNANCE"],
    ["a log level that is none", { LOG_LEVEL: "loud" }, "LOG_LEVEL"],
  ])("refuses %s, naming the variable", (_what, changes, name) => {
    const problems = problemsOf({ ...complete, ...changes });

    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(new RegExp(`^${name}\\b`));
  });

  it("tells all that is wrong at once", () => {
    expect(problemsOf({ APP_ID: "x", PORT: "x", DATABASE_URL: "x" }).map((problem) => problem.split(" ")[0])).toEqual([
      "PRIVATE_KEY",
      "WEBHOOK_SECRET",
      "APP_ID",
      "DATABASE_URL",
      "PORT",
    ]);
  });

  it("never repeats a key, a secret or a database's password", () => {
    const problems = problemsOf({ ...complete, PRIVATE_KEY: "hunter2", WEBHOOK_SECRET: "hunter3", DATABASE_URL: "mysql://a:hunter4@b/c" });

    expect(problems.join("\n")).not.toMatch(/hunter/);
  });

  it.each([
    ["as it stands", { PRIVATE_KEY: privateKey }],
    ["on one line", { PRIVATE_KEY: privateKey.replaceAll("\n", "\\n") }],
    ["in base64", { PRIVATE_KEY: Buffer.from(privateKey).toString("base64") }],
    ["in a file", { PRIVATE_KEY: "", PRIVATE_KEY_PATH: keyFile() }],
  ])("takes the key %s", (_how, changes) => {
    expect(settingsOf({ ...complete, ...changes }).credentials.privateKey.trim()).toBe(privateKey.trim());
  });

  it.each([
    ["github.example.com", undefined, "https://github.example.com/api/v3"],
    ["127.0.0.1:4800", "http", "http://127.0.0.1:4800/api/v3"],
    ["octocorp.ghe.com", undefined, "https://api.octocorp.ghe.com"],
  ])("finds the interface of %s", (host, protocol, address) => {
    expect(settingsOf({ ...complete, GHE_HOST: host, GHE_PROTOCOL: protocol }).apiBaseUrl).toBe(address);
  });

  it("takes the other settings", () => {
    const settings = settingsOf({
      ...complete,
      WEBHOOK_SECRET_PREVIOUS: "the one before",
      DATABASE_URL: "postgresql://steward@db/steward",
      HOST: "::1",
      PORT: "0",
      GOVERNANCE: ".github/governance/",
      LOG_LEVEL: "debug",
    });

    expect(settings).toMatchObject({
      credentials: { webhookSecrets: ["a long random text", "the one before"] },
      storage: { kind: "server", url: "postgresql://steward@db/steward" },
      http: { host: "::1", port: 0 },
      governanceFolder: ".github/governance",
      logLevel: "debug",
    });
    expect(settingsOf({ ...complete, DATA_DIR: "/var/lib/steward" }).storage).toEqual({
      kind: "folder",
      path: "/var/lib/steward",
      owner: "real",
    });
  });
});

function keyFile(): string {
  const file = join(mkdtempSync(join(tmpdir(), "steward-key-")), "app.pem");
  writeFileSync(file, privateKey);
  return file;
}
