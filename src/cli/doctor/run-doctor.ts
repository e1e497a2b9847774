import type { Storage } from "../../app/app-options.ts";
import type { Environment } from "../../app/read-environment.ts";
import { systemClock } from "../../app/system-clock.ts";
import { type Connection, connectByEnvironment, connectBySandbox } from "./connection.ts";
import { diagnose } from "./diagnose.ts";
import { gatherFacts } from "./gather-facts.ts";
import { renderJson, renderReport } from "./render-report.ts";
import { withoutSecrets } from "./without-secrets.ts";

export interface DoctorOptions {
  readonly sandbox?: string;
  readonly repository?: string;
  readonly json: boolean;
}

export interface DoctorIo {
  readonly environment: Environment;
  readonly writeOut: (text: string) => void;
  readonly writeError: (text: string) => void;
  readonly colored: boolean;
}

/** `steward doctor`: 0 without a fail, 1 with one, 2 when used wrongly. Reads and asks, changes nothing, prints no secret. */
export async function runDoctor(options: DoctorOptions, io: DoctorIo): Promise<0 | 1 | 2> {
  if (options.repository !== undefined && !/^[\w.-]+\/[\w.-]+$/.test(options.repository)) {
    io.writeError(`--repository is ${JSON.stringify(options.repository)}, and must look like owner/name.\n`);
    return 2;
  }
  const connection = options.sandbox === undefined ? connectByEnvironment(io.environment) : connectBySandbox(options.sandbox);
  if (!connection.ok) {
    io.writeError(`${connection.error}\n`);
    return 2;
  }
  const sections = diagnose(await gatherFacts(connection.value, options.repository ?? null, systemClock));
  const hide = withoutSecrets(secretsOf(connection.value));
  io.writeOut(hide(options.json ? renderJson(sections) : renderReport(sections, io.colored)));
  return sections.some(({ findings }) => findings.some(({ status }) => status === "fail")) ? 1 : 0;
}

function secretsOf({ credentials, storage }: Connection): readonly string[] {
  return [credentials.privateKey, ...credentials.webhookSecrets, ...passwordOf(storage)];
}

function passwordOf(storage: Storage): readonly string[] {
  if (storage.kind !== "server") return [];
  const { password } = new URL(storage.url);
  return password === "" ? [] : [password, decodeURIComponent(password), storage.url];
}
