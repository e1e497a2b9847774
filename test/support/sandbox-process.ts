import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Octokit } from "@octokit/rest";
import { z } from "zod";

const SandboxFile = z.object({
  web: z.url(),
  api: z.url(),
  owner: z.string(),
  repo: z.string(),
  actors: z.array(z.object({ login: z.string(), token: z.string(), organisation: z.string().nullable(), roles: z.array(z.string()) })),
});
export type SandboxFile = z.infer<typeof SandboxFile>;

/** A sandbox as its users meet it: another process, of which only `sandbox.json` and two addresses are known. */
export interface SandboxProcess {
  readonly dataDir: string;
  readonly file: SandboxFile;
  readonly output: () => string;
  /** Milliseconds from spawn to `ready`. */
  readonly startedIn: number;
  as(login: string): Octokit;
  stranger(index?: number): { readonly login: string; readonly octokit: Octokit };
  /** SIGKILL: no time to say goodbye. */
  kill(): Promise<void>;
  /** SIGTERM, and wait. */
  stop(): Promise<number | null>;
}

export interface SandboxRun {
  readonly options?: readonly string[];
  readonly dataDir?: string;
  readonly environment?: Readonly<Record<string, string>>;
}

/** Starts `src/main.ts` without credentials and resolves once it says that it is ready. */
export async function startSandboxProcess(run: SandboxRun = {}): Promise<SandboxProcess> {
  const dataDir = run.dataDir ?? mkdtempSync(join(tmpdir(), "steward-sandbox-"));
  const started = performance.now();
  const { child, output } = spawnSandbox(dataDir, run);
  await untilOutput(child, output, /^steward sandbox ready (\S+)$/m);
  const startedIn = performance.now() - started;
  const file = SandboxFile.parse(JSON.parse(readFileSync(join(dataDir, "sandbox.json"), "utf8")));
  const exited = new Promise<number | null>((resolve) => child.once("exit", (code) => resolve(code)));
  const as = (login: string): Octokit => {
    const actor = file.actors.find((candidate) => candidate.login === login);
    if (!actor) throw new Error(`${login} is no actor of this sandbox.`);
    return new Octokit({ baseUrl: file.api, auth: actor.token });
  };
  return {
    dataDir,
    file,
    output,
    startedIn,
    as,
    stranger(index = 0) {
      const login = file.actors.filter((actor) => actor.roles.length === 0)[index]?.login ?? "";
      return { login, octokit: as(login) };
    },
    async kill() {
      child.kill("SIGKILL");
      await exited;
    },
    async stop() {
      child.kill("SIGTERM");
      return await exited;
    },
  };
}

/** Starts one that may be killed or refuse before it is ready. */
export function spawnSandbox(dataDir: string, run: SandboxRun = {}): { readonly child: ChildProcess; readonly output: () => string } {
  const { APP_ID, PRIVATE_KEY, WEBHOOK_SECRET, DATABASE_URL, NODE_ENV, ...rest } = process.env;
  const child = spawn(process.execPath, ["src/main.ts", "--port", "0", "--data-dir", dataDir, ...(run.options ?? [])], {
    env: { ...rest, ...run.environment },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let text = "";
  child.stdout.on("data", (chunk) => {
    text += chunk;
  });
  child.stderr.on("data", (chunk) => {
    text += chunk;
  });
  return { child, output: () => text };
}

/** Resolves when the output matches; rejects, with all of the output, when the process ends first. */
export async function untilOutput(child: ChildProcess, output: () => string, pattern: RegExp): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const look = (): void => {
      if (pattern.test(output())) resolve();
    };
    child.stdout?.on("data", look);
    child.stderr?.on("data", look);
    child.once("exit", (code) => reject(new Error(`The process ended with ${code} before ${pattern}:\n${output()}`)));
  });
}
