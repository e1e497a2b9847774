import { readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { z } from "zod";
import type { Credentials, Storage } from "../../app/app-options.ts";
import { type Environment, readEnvironment } from "../../app/read-environment.ts";
import { err, ok, type Result } from "../../kernel/result.ts";
import { readSeed } from "../../sandbox/sandbox-seed.ts";

/** Which App is looked at, and by what. */
export interface Connection {
  /** Where that was read, in words. */
  readonly source: string;
  readonly credentials: Credentials;
  readonly apiBaseUrl: string;
  readonly storage: Storage;
  readonly governanceFolder: string;
  /** A sandbox moves its own clock. */
  readonly sharesClock: boolean;
}

const SandboxFile = z.object({ api: z.url() });

/** The App that the environment names, as `npm start` would start it. The error is for whoever typed the command. */
export function connectByEnvironment(environment: Environment): Result<Connection, string> {
  const start = readEnvironment(environment);
  switch (start.kind) {
    case "app":
      return ok({ ...start.settings, source: "the environment", sharesClock: true });
    case "refused":
      return err(["The App cannot start from this environment:", ...start.problems.map((problem) => `- ${problem}`)].join("\n"));
    case "sandbox":
      return err(
        "No App is named: set APP_ID, PRIVATE_KEY and WEBHOOK_SECRET as for npm start, or name a sandbox: --sandbox .steward/sandbox.json",
      );
  }
}

/** The App of a running sandbox, whose credentials lie beside its `sandbox.json`. */
export function connectBySandbox(file: string): Result<Connection, string> {
  const path = resolve(file);
  const folder = dirname(path);
  const read = readJson(path);
  if (read === null) return err(`There is no sandbox at ${file}: start one with npm start, which writes the file once it is ready.`);
  const sandbox = SandboxFile.safeParse(read);
  const seed = readSeed(folder);
  if (!sandbox.success || seed === null)
    return err(`${file} is not the sandbox.json of a sandbox; npm start writes it into its data folder.`);
  return ok({
    source: file,
    credentials: { appId: seed.appId, privateKey: seed.privateKey, webhookSecrets: [seed.webhookSecret] },
    apiBaseUrl: sandbox.data.api,
    storage: { kind: "folder", path: join(folder, "app"), owner: "sandbox" },
    governanceFolder: "governance",
    sharesClock: false,
  });
}

/** Null where no JSON can be read. */
function readJson(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, "utf8"));
  } catch {
    return null;
  }
}
