import { type SandboxProcess, type SandboxRun, startSandboxProcess } from "./sandbox-process.ts";
import { type Cast, castOf } from "./story-cast.ts";

/** Where the stories of a file play; only while its tests run. */
export interface Stage {
  readonly sandbox: SandboxProcess;
  readonly cast: Cast;
}

const minutes = 60_000;

/** A sandbox of the file's own, started before its tests and stopped after them. */
export function setStage(run: SandboxRun = {}): Stage {
  let sandbox: SandboxProcess | null = null;
  const started = (): SandboxProcess => {
    if (sandbox === null) throw new Error("The stage is set when the tests of its file begin");
    return sandbox;
  };
  beforeAll(async () => {
    sandbox = await startSandboxProcess(run);
  }, 3 * minutes);
  afterAll(async () => {
    await sandbox?.stop();
  }, minutes);
  return {
    get sandbox() {
      return started();
    },
    get cast() {
      return castOf(started());
    },
  };
}
