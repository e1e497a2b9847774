import { readSpecificationIndex } from "../../adapters/folder/read-specification-index.ts";
import { assessProposal, noChoices, rulesForFiles, sponsorsOf } from "../../core/index.ts";
import type { Governance } from "../../governance/index.ts";
import { checkInContext, parseProposalBytes } from "../../proposals/index.ts";
import type { SchemaFinding } from "../../routing/change/index.ts";
import { type Classifier, prepareClassifier } from "../../routing/classify/index.ts";
import { readInputFile } from "../read-input-file.ts";
import { readRules } from "../read-rules.ts";
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
    state: null,
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
