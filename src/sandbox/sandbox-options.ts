import { resolve } from "node:path";
import { Command, CommanderError, InvalidArgumentError } from "commander";
import { err, ok, type Result } from "../kernel/result.ts";

export interface SandboxOptions {
  /** 0 takes any free port. */
  readonly port: number;
  readonly dataDir: string;
  /** Folder of a constitution; null for the shipped one. */
  readonly governance: string | null;
  /** Folder of SEP files to open instead of the samples; null for the samples. */
  readonly seps: string | null;
  readonly samples: boolean;
  /** GitHub's limits and the pacing of writes, as a real installation meets them. */
  readonly paced: boolean;
}

/** Reads the options of `npm start`. The error is a sentence for the person who typed them, or the help they asked for. */
export function parseSandboxOptions(argv: readonly string[]): Result<SandboxOptions, { readonly text: string; readonly exitCode: 0 | 2 }> {
  const said: string[] = [];
  const command = new Command("npm start --")
    .description("Starts Steward with a stand-in for GitHub, invented people and sample proposals.")
    .option("--port <number>", "port of the web page; 0 takes any free one", parsePort, 4100)
    .option("--data-dir <folder>", "where the sandbox keeps its data", ".steward")
    .option("--governance <folder>", "constitution to use instead of the shipped one")
    .option("--seps <folder>", "open the SEP files of this folder instead of the samples, each with the number of its file")
    .option("--no-samples", "open nothing")
    .option("--paced", "keep GitHub's limits and the pace of writing of a real installation", false)
    .allowExcessArguments(false)
    .exitOverride()
    .configureOutput({ writeOut: (text) => said.push(text), writeErr: (text) => said.push(text) });
  try {
    command.parse(argv, { from: "user" });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    return err({ text: said.join("").trim(), exitCode: error.exitCode === 0 ? 0 : 2 });
  }
  const given = command.opts<{ port: number; dataDir: string; governance?: string; seps?: string; samples: boolean; paced: boolean }>();
  return ok({
    port: given.port,
    dataDir: resolve(given.dataDir),
    governance: given.governance === undefined ? null : resolve(given.governance),
    seps: given.seps === undefined ? null : resolve(given.seps),
    samples: given.samples,
    paced: given.paced,
  });
}

function parsePort(text: string): number {
  const port = Number(text);
  if (!/^\d{1,5}$/.test(text) || port > 65_535) throw new InvalidArgumentError("A port is a number from 0 to 65535.");
  return port;
}
