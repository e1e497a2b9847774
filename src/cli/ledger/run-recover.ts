import { DataFolderInUse, DataFolderRefused } from "../../adapters/store/index.ts";
import { createLog } from "../../app/create-log.ts";
import { CredentialsRefused } from "../../app/github-app.ts";
import { type AppSettings, type Environment, readEnvironment } from "../../app/read-environment.ts";
import { type RecoveredProposal, recoverLedger } from "../../app/recover-ledger.ts";
import { systemClock } from "../../app/system-clock.ts";
import { WrongUse } from "../wrong-use.ts";
import type { FileIo } from "./check-file.ts";
import { renderRecovery } from "./render-recovery.ts";

export interface RunRecoverOptions {
  readonly apply: boolean;
  /** `owner/name`; null for all. */
  readonly repository: string | null;
  readonly json: boolean;
  readonly environment: Environment;
}

/** `steward ledger recover`: 0, or 2 when used wrongly. */
export async function runRecover({ apply, repository, json, environment }: RunRecoverOptions, io: FileIo): Promise<0 | 2> {
  try {
    const proposals: RecoveredProposal[] = [];
    const looked = await recoverLedger(optionsOf(readSettings(environment), io), {
      apply,
      repository,
      onProposal: (proposal) => proposals.push(proposal),
    });
    if (looked === 0) throw new WrongUse(`The App is not installed on ${repository ?? "any repository"}.`);
    io.writeOut(json ? `${JSON.stringify(proposals, null, 2)}\n` : renderRecovery(proposals, apply));
    return 0;
  } catch (error) {
    const words = wordsOf(error);
    if (words === null) throw error;
    io.writeError(`${words}\n`);
    return 2;
  }
}

function readSettings(environment: Environment): AppSettings {
  const start = readEnvironment(environment);
  switch (start.kind) {
    case "app":
      return start.settings;
    case "refused":
      throw new WrongUse(["GitHub cannot be asked:", ...start.problems.map((problem) => `- ${problem}`)].join("\n"));
    case "sandbox":
      throw new WrongUse("GitHub is asked as the App: set what `npm start` needs for it, APP_ID, PRIVATE_KEY and WEBHOOK_SECRET.");
  }
}

function optionsOf(settings: AppSettings, io: FileIo): Parameters<typeof recoverLedger>[0] {
  return {
    ...settings,
    log: createLog("error"),
    clock: systemClock,
    paced: true,
    proposedDelegationsAct: false,
    onFolderLost(fault) {
      throw fault;
    },
    onProgress: (step) => io.writeError(`${step}\n`),
  };
}

function wordsOf(error: unknown): string | null {
  if (error instanceof DataFolderInUse) return `${error.message}\nRecovery begins with an empty record: stop Steward before it.`;
  return error instanceof WrongUse || error instanceof DataFolderRefused || error instanceof CredentialsRefused ? error.message : null;
}
