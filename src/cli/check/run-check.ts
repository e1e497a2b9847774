import { GovernanceFolderError, readGovernanceFolder } from "../../adapters/folder/read-governance-folder.ts";
import type { FileProblem } from "../../domain/problem.ts";
import type { SourceFile } from "../../domain/source-file.ts";
import { loadGovernance } from "../../governance/index.ts";
import { renderReport, shownPath } from "./render-report.ts";

export interface CheckOptions {
  readonly folder: string;
  readonly json: boolean;
}

export interface CheckIo {
  readonly writeOut: (text: string) => void;
  readonly writeError: (text: string) => void;
  readonly colored: boolean;
  /** Day on which terms are judged, `YYYY-MM-DD`. */
  readonly today: string;
  /** Milliseconds from any start, for the time the check took. */
  readonly elapsed: () => number;
}

/** 0: no error; 1: errors; 2: wrong use. */
export type CheckExit = 0 | 1 | 2;

/** `steward check`: prints everything that is wrong with a constitution and says, by its exit code, whether it can be applied. */
export async function runCheck({ folder, json }: CheckOptions, io: CheckIo): Promise<CheckExit> {
  const start = io.elapsed();
  const read = await readFolder(folder);
  if (read.kind === "wrong-use") {
    io.writeError(`${read.message}\n`);
    return 2;
  }
  const { files } = read;
  const problems = read.kind === "unreadable" ? [read.problem] : loadGovernance(files, { commit: null, today: io.today }).problems;
  if (json) {
    io.writeOut(
      `${JSON.stringify(
        problems.map((problem) => asJson(folder, problem)),
        null,
        2,
      )}\n`,
    );
  } else {
    const texts = new Map(files.map((file) => [file.path, file.text]));
    io.writeOut(renderReport({ folder, problems, texts, milliseconds: io.elapsed() - start }, io.colored));
  }
  return problems.some((problem) => problem.severity === "error") ? 1 : 0;
}

type Read =
  | { readonly kind: "read"; readonly files: readonly SourceFile[] }
  | { readonly kind: "unreadable"; readonly files: readonly SourceFile[]; readonly problem: FileProblem }
  | { readonly kind: "wrong-use"; readonly message: string };

async function readFolder(folder: string): Promise<Read> {
  try {
    return { kind: "read", files: await readGovernanceFolder(folder) };
  } catch (error) {
    if (!(error instanceof GovernanceFolderError)) throw error;
    const { file, message, fix } = error;
    if (file === null) return { kind: "wrong-use", message: `${message} To mend it, ${fix}.` };
    return {
      kind: "unreadable",
      files: [],
      problem: { file, line: 1, column: 1, severity: "error", code: "unreadable-file", message, fix },
    };
  }
}

function asJson(folder: string, { file, line, column, severity, code, message, fix }: FileProblem) {
  return { file: shownPath(folder, file), line, column, severity, code, message, fix };
}
