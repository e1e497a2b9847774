import type { FileProblem } from "../domain/problem.ts";
import type { SourceFile } from "../domain/source-file.ts";
import { quote } from "../governance/reading/quote.ts";
import { assertNever } from "../kernel/assert-never.ts";
import { compareStatements, type StatementComparison } from "./compare-statements.ts";
import { attested, type FinalInput, type FinalJudgement, met, missing, unknown, type Verdict } from "./final-judgement.ts";
import { findExemption } from "./find-exemption.ts";
import type { Given } from "./judge-pages.ts";
import { namesNumber } from "./names-proposal.ts";
import { statementsToTrace } from "./statements-to-trace.ts";
import { isTraceabilityPath, parseTraceability, type TraceabilityRow } from "./traceability.ts";

interface ConformanceVerdict {
  readonly verdict: Verdict;
  readonly traceability: FinalJudgement["traceability"];
}

/** R7.2-R7.4: a merged scenario with a complete traceability file, or an exemption that the SEP documents. */
export function judgeConformance(input: FinalInput, given: Given): ConformanceVerdict {
  const only = (verdict: Verdict): ConformanceVerdict => ({ verdict, traceability: null });
  if (given.said.some(({ kind }) => kind === "none"))
    return only(missing("`conformance: none` is no exemption. Write `exempt: reason`, and document it in the SEP."));
  if (given.said.some(({ kind }) => kind === "exempt")) return only(judgeExemption(input));
  const isAttested = given.links.length > 0;
  const { conformance, conformanceRepository, number, prefix } = input;
  switch (conformance.kind) {
    case "unreadable":
      if (!isAttested) return only(missing(unattested("")));
      return only(unknown(`The conformance repository could not be read (${quote(conformance.why)}). Steward reads it again.`));
    case "absent":
      if (!isAttested) return only(missing(unattested("")));
      return only(attested("The sponsor attests it: the constitution names no conformance repository, so nothing else was looked at."));
    case "read": {
      const { traceability, verdict } = judgeFiles(input, conformance.files);
      if (!isAttested) {
        const seen = traceability === null ? "" : ` ${quote(traceability.path)} stands in the conformance repository.`;
        return { traceability, verdict: missing(unattested(seen)) };
      }
      if (conformanceRepository !== null && !given.links.some(({ kind }) => kind === "conformance")) {
        const needed = `No link leads to ${quote(conformanceRepository)}, where the scenario for ${prefix}-${number} belongs.`;
        return { traceability, verdict: missing(needed) };
      }
      return { traceability, verdict };
    }
    default:
      return assertNever(conformance);
  }
}

const unattested = (seen: string) =>
  `No scenario is attested.${seen} Name it with \`conformance: https://…\`, or write \`exempt: reason\`.`;

function judgeExemption({ document }: FinalInput): Verdict {
  const found = findExemption(document);
  if (found === null) {
    return missing(
      "The SEP does not document its exemption. Add a sentence to it, for instance: “This SEP has no observable protocol behaviour and is exempt from the conformance requirement (SEP-2484).”",
    );
  }
  const where = found.heading === "" ? `line ${found.line}` : `${quote(found.heading)}, line ${found.line}`;
  return attested(`The sponsor says that it is exempt, and the SEP documents it (${where}).`);
}

function judgeFiles(input: FinalInput, files: readonly SourceFile[]): ConformanceVerdict {
  const { number, prefix, document } = input;
  const name = `\`${prefix.toLowerCase()}-${number}.yaml\``;
  const tracing = files.filter(({ path }) => isTraceabilityPath(path, number, prefix));
  const [file, second] = tracing;
  if (file === undefined) {
    return {
      verdict: missing(`The conformance repository holds no ${name}. It is merged there with a row for each MUST and SHOULD.`),
      traceability: null,
    };
  }
  if (second !== undefined) {
    return {
      verdict: missing(`Both ${quote(file.path)} and ${quote(second.path)} trace ${prefix}-${number}; one of them has to go.`),
      traceability: null,
    };
  }
  const { rows, problems } = parseTraceability(file.text, number, file.path);
  const found = (verdict: Verdict, comparison: StatementComparison | null): ConformanceVerdict => ({
    verdict,
    traceability: { path: file.path, problems, comparison },
  });
  if (rows === null) return found(missing(brokenFile(problems)), null);
  const comparison = compareStatements(statementsToTrace(document), rows);
  if (comparison.missing.length > 0) return found(missing(gaps(file.path, comparison)), comparison);
  return found(judgeScenario(input, files, rows, comparison), comparison);
}

function judgeScenario(
  { number, prefix }: FinalInput,
  files: readonly SourceFile[],
  rows: readonly TraceabilityRow[],
  { statements }: StatementComparison,
): Verdict {
  const checks = rows.filter(({ check }) => check !== null).length;
  const stated =
    statements === 0
      ? "The Specification section says no MUST or SHOULD"
      : statements === 1
        ? "The one statement of the SEP has its row"
        : `All ${statements} statements of the SEP have their rows`;
  const covered = `${stated}: ${counted(checks, "check")}, ${counted(rows.length - checks, "exclusion")}.`;
  if (rows.length > 0 && rows.every(({ check, issue }) => check === null && issue === null)) {
    return met(`${covered} All are excluded as not observable, so no scenario is needed (SEP-2484, Traceability file).`);
  }
  const scenario = files.find(({ path, text }) => isScenarioPath(path) && namesNumber(text, number, prefix));
  if (scenario === undefined) return missing(`${covered} No scenario in the conformance repository names ${prefix}-${number}.`);
  return met(
    `${covered} ${quote(scenario.path)} names ${prefix}-${number}. That it passes against the reference implementation is the sponsor's word.`,
  );
}

/** Scenarios are written in TypeScript (SEP-2484, Who writes the tests); a unit test of one is none. */
export function isScenarioPath(path: string): boolean {
  return /\.[cm]?ts$/i.test(path) && !/\.(?:test|spec|d)\.[cm]?ts$/i.test(path);
}

function brokenFile(problems: readonly FileProblem[]): string {
  const [first] = problems;
  const where = first ? `${quote(`${first.file}:${first.line}`)}: ${first.message}` : "it holds no rows";
  return `The traceability file cannot be used: ${where}.${problems.length > 1 ? ` ${counted(problems.length - 1, "more problem")}.` : ""}`;
}

function gaps(path: string, { statements, missing: open }: StatementComparison): string {
  const [first] = open;
  const example = first ? ` The first is ${quote(first.text)} (line ${first.line}).` : "";
  return `${open.length} of ${counted(statements, "statement")} have no row in ${quote(path)}.${example} Quote each in a row with its check, or exclude it with a reason.`;
}

const counted = (count: number, noun: string) => `${count} ${noun}${count === 1 ? "" : "s"}`;
