import { readInputFile } from "../read-input-file.ts";
import { WrongUse } from "../wrong-use.ts";
import { BrokenExport } from "./broken-export.ts";
import { replayExport } from "./replay-export.ts";
import { verifyExport } from "./verify-export.ts";

export interface FileIo {
  readonly writeOut: (text: string) => void;
  readonly writeError: (text: string) => void;
}

/** 0: it holds; 1: it does not; 2: used wrongly. */
export type CheckFileExit = 0 | 1 | 2;

/** Of an export that holds: what to print for people, and as JSON. */
interface Holds {
  readonly text: string;
  readonly json: object;
}

/** A ledger of a million events takes about this much. */
const mostBytes = 2 ** 31 - 1;

/** `steward ledger verify`: every hash of an export, from the file alone. */
export async function runVerify(
  { file, hashes, json }: { readonly file: string; readonly hashes: readonly string[]; readonly json: boolean },
  io: FileIo,
): Promise<CheckFileExit> {
  return checkFile(file, json, io, (bytes) => {
    const { proposals, events, reasons, withheld, found } = verifyExport(bytes, hashes);
    return {
      text: [
        `${file} holds: ${count(proposals.length, "proposal")}, ${count(events, "event")}, each bound to those before it.`,
        `Reasons: ${reasons} stand in the file as they were given, ${withheld} by their commitment alone.`,
        ...found.map(({ hash, pullRequest, sequence }) => `${hash} is event ${sequence} of proposal #${pullRequest}.`),
        ...tellUnknown(proposals),
      ].join("\n"),
      json: { proposals, events, reasons, withheld, found },
    };
  });
}

/** `steward ledger replay`: folds every proposal of an export anew, and compares with the state that was exported. */
export async function runReplay({ file, json }: { readonly file: string; readonly json: boolean }, io: FileIo): Promise<CheckFileExit> {
  return checkFile(file, json, io, (bytes) => {
    const proposals = replayExport(bytes);
    const states = proposals.length === 1 ? "state that was" : "states that were";
    return {
      text: [
        `${file}: ${count(proposals.length, "proposal")} replayed to the ${states} exported, byte for byte.`,
        ...tellUnknown(proposals),
      ].join("\n"),
      json: { proposals },
    };
  });
}

async function checkFile(file: string, json: boolean, io: FileIo, check: (bytes: Uint8Array) => Holds): Promise<CheckFileExit> {
  try {
    const holds = check(await readInputFile(file, mostBytes));
    io.writeOut(json ? `${JSON.stringify({ holds: true, ...holds.json }, null, 2)}\n` : `${holds.text}\n`);
    return 0;
  } catch (error) {
    if (error instanceof WrongUse) {
      io.writeError(`${error.message}\n`);
      return 2;
    }
    if (!(error instanceof BrokenExport)) throw error;
    const { line, place, message } = error;
    const { pullRequest, sequence } = place;
    io.writeOut(
      json
        ? `${JSON.stringify({ holds: false, line, pullRequest, event: sequence, message }, null, 2)}\n`
        : `${file}:${line}: ${message}\n`,
    );
    return 1;
  }
}

const count = (number: number, what: string) => `${number} ${what}${number === 1 ? "" : "s"}`;

function tellUnknown(proposals: readonly { readonly pullRequest: number; readonly unknown: readonly number[] }[]): readonly string[] {
  return proposals.flatMap(({ pullRequest, unknown }) =>
    unknown.length === 0
      ? []
      : [
          `Proposal #${pullRequest}: this version of Steward does not know ${unknown.length === 1 ? "event" : "events"} ${unknown.join(", ")}, and counts nothing of ${unknown.length === 1 ? "it" : "them"}.`,
        ],
  );
}
