import { existsSync } from "node:fs";
import { join } from "node:path";
import { GovernanceFolderError, readGovernanceFolder } from "../../adapters/folder/read-governance-folder.ts";
import { readSpecificationIndex } from "../../adapters/folder/read-specification-index.ts";
import { assessProposal, noChoices, rulesForFiles, sponsorsOf } from "../../core/index.ts";
import { type Governance, loadGovernance } from "../../governance/index.ts";
import { checkInContext, parseProposalBytes } from "../../proposals/index.ts";
import type { SchemaFinding } from "../../routing/change/index.ts";
import { type Classifier, prepareClassifier } from "../../routing/classify/index.ts";
import { readInputFile } from "../read-input-file.ts";
import { WrongUse } from "../wrong-use.ts";
import { renderExplanation } from "./explain-page.ts";
import { type Explanation, toJson } from "./explanation.ts";
import { type DiffFile, readDiff } from "./read-diff.ts";
import { readSchemaHunks } from "./schema-hunks.ts";

export interface ExplainOptions {
  readonly files: readonly string[];
  readonly governance?: string;
  readonly changed: readonly string[];
  readonly diff?: string;
  readonly author?: string;
  readonly json: boolean;
}

export interface ExplainIo {
  readonly writeOut: (text: string) => void;
  readonly writeError: (text: string) => void;
  readonly colored: boolean;
  /** Day on which terms and delegations are read, `YYYY-MM-DD`. */
  readonly today: string;
}

/** `steward explain`: 0, or 2 when used wrongly. Reads files, writes nothing, asks nobody. */
export async function runExplain(options: ExplainOptions, io: ExplainIo): Promise<0 | 2> {
  try {
    const governance = await readRules(options.governance, io.today);
    const classifier = prepareClassifier(governance, await readSpecificationIndex());
    const diff = options.diff === undefined ? [] : readDiff(new TextDecoder().decode(await readInputFile(options.diff)), options.diff);
    const texts = await Promise.all(options.files.map(async (file) => ({ file, bytes: await readInputFile(file) })));
    const explained = texts.map(({ file, bytes }) => explain({ file, bytes, governance, classifier, diff, options, today: io.today }));
    io.writeOut(
      options.json
        ? `${JSON.stringify(explained.map(toJson), null, 2)}\n`
        : explained.map((each) => renderExplanation(each, governance, io.colored)).join("\n"),
    );
    return 0;
  } catch (error) {
    if (!(error instanceof WrongUse)) throw error;
    io.writeError(`${error.message}\n`);
    return 2;
  }
}

const shipped = join(import.meta.dirname, "..", "..", "..", "governance");

async function readRules(named: string | undefined, today: string): Promise<Governance> {
  const folder = named ?? (existsSync(join("governance", "project.yml")) ? "governance" : shipped);
  const files = await readGovernanceFolder(folder).catch((error: unknown) => {
    if (!(error instanceof GovernanceFolderError)) throw error;
    throw new WrongUse(`${error.file === null ? "" : `${join(folder, error.file)}: `}${error.message} To mend it, ${error.fix}.`);
  });
  const { governance, problems } = loadGovernance(files, { commit: null, today });
  const errors = problems.filter(({ severity }) => severity === "error");
  if (governance && errors.length === 0) return governance;
  const [first] = errors;
  const example = first ? ` The first: ${first.file}:${first.line} ${first.message}.` : "";
  throw new WrongUse(`${folder} cannot be applied: ${errors.length} errors.${example} See them all with \`steward check ${folder}\`.`);
}

interface Asked {
  readonly file: string;
  readonly bytes: Uint8Array;
  readonly governance: Governance;
  readonly classifier: Classifier;
  readonly diff: readonly DiffFile[];
  readonly options: ExplainOptions;
  readonly today: string;
}

function explain({ file, bytes, governance, classifier, diff, options, today }: Asked): Explanation {
  const { project } = governance;
  const document = parseProposalBytes(bytes, file, { prefix: project.proposals.prefix });
  const assessment = assessProposal({
    governance,
    classifier,
    document,
    changedPaths: changedBeside(file, options.changed, diff),
    schemaFindings: findingsOf(diff, project.specification.schema),
    editsFinal: false,
    openedBy: options.author === undefined ? [] : [options.author],
    choices: noChoices,
    proposedDelegations: "act",
    today,
  });
  const context = {
    ...rulesForFiles(governance),
    pullRequest: null,
    stage: null,
    openedOn: null,
    today,
    change: assessment.change.class,
    sponsors: sponsorsOf(governance, today),
  };
  return { document, assessment, problems: [...document.problems, ...checkInContext(document, context)] };
}

/** Every path named, without the proposal itself, whatever folder it is read from. */
function changedBeside(file: string, changed: readonly string[], diff: readonly DiffFile[]): readonly string[] {
  const paths = [...changed, ...diff.flatMap(({ before, after }) => [before, after])].filter((path) => path !== null);
  return [...new Set(paths)].filter((path) => path !== file && !`/${file}`.endsWith(`/${path}`));
}

function findingsOf(diff: readonly DiffFile[], schemas: readonly string[]): readonly SchemaFinding[] | null {
  const files = diff.filter(({ before, after }) => schemas.includes(before ?? "") || schemas.includes(after ?? ""));
  return files.length === 0 ? null : files.flatMap(readSchemaHunks);
}
