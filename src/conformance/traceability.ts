import { z } from "zod";
import type { FileProblem } from "../domain/problem.ts";
import { parseWritten } from "../governance/reading/parse-written.ts";
import { quote } from "../governance/reading/quote.ts";
import { readYaml } from "../governance/reading/read-yaml.ts";

const Line = z.string().trim().min(1);

/** One row of the file: a requirement with the check that exercises it, or why there is none (SEP-2484, Traceability file). */
const Row = z.looseObject({
  text: Line.max(4000).describe("the requirement, quoted from the SEP"),
  check: Line.max(200).regex(/^\S+$/, "a check id without spaces").optional().describe("id of the check that exercises it"),
  excluded: Line.max(2000).optional().describe("why no check exercises it"),
  issue: z
    .url({ protocol: /^https?$/ })
    .max(500)
    .optional()
    .describe("tracking issue of what the framework cannot express yet"),
});

const TraceabilityFile = z
  .looseObject({
    sep: z.int().min(1).max(999_999_999).describe("number of the SEP"),
    spec_url: z
      .url({ protocol: /^https?$/ })
      .max(500)
      .optional()
      .describe("page of the specification"),
    requirements: z.array(Row).max(1000).describe("one row for each requirement"),
  })
  .describe("Which check exercises which requirement of a SEP.");

export interface TraceabilityRow {
  readonly text: string;
  readonly check: string | null;
  readonly excluded: string | null;
  readonly issue: string | null;
  readonly line: number;
}

export interface Traceability {
  /** Null when the file cannot be used; the problems say why. */
  readonly rows: readonly TraceabilityRow[] | null;
  readonly problems: readonly FileProblem[];
}

/** True for `sep-2549.yaml` in any folder. */
export function isTraceabilityPath(path: string, number: number, prefix = "SEP"): boolean {
  return new RegExp(`(?:^|/)${prefix}-0*${number}\\.ya?ml$`, "i").test(path);
}

/** What the scaffold leaves to be filled in. */
const unfilled = /^TODO\b|-todo$|<N+>/;

/** Reads `sep-NNNN.yaml`. Never throws; what cannot be used becomes a problem with its place. */
export function parseTraceability(text: string, number: number, path = `sep-${number}.yaml`): Traceability {
  const { content, problems } = readYaml({ path, text });
  if (content === null) return { rows: null, problems };
  const { file, problems: found } = parseWritten(TraceabilityFile, path, content);
  if (file === null) return { rows: null, problems: [...problems, ...found] };
  const wrong: FileProblem[] = [];
  const report = (at: readonly (string | number)[], code: string, message: string, fix: string) =>
    wrong.push({ file: path, ...file.places.key(at), severity: "error", code, message, fix });
  if (file.value.sep !== number) {
    report(["sep"], "other-proposal", `this file is about ${file.value.sep}, not ${number}`, `write \`sep: ${number}\``);
  }
  const rows = file.value.requirements.map((row, index): TraceabilityRow => {
    const at = ["requirements", index];
    const { check = null, excluded = null, issue = null } = row;
    if (check === null && excluded === null) {
      const hint = Object.keys(row).find((key) => /^(?:checks?_?ids?|checks|id|exclude|exclusion|reason)$/i.test(key));
      const meant = hint === undefined ? "" : `; is ${quote(hint)} meant to be one?`;
      report(
        at,
        "row-without-check",
        `this row has neither \`check\` nor \`excluded\`${meant}`,
        "name the check, or say why there is none",
      );
    } else if (check !== null && excluded !== null) {
      report(at, "row-twice", "this row has a check and is excluded", "keep one of `check` and `excluded`");
    }
    if ([row.text, check, excluded, issue].some((value) => value !== null && unfilled.test(value))) {
      report(at, "row-unfilled", "this row is still as the scaffold wrote it", "fill it in, or delete it");
    }
    return { text: row.text, check, excluded, issue, line: file.places.key(at).line };
  });
  const all = [...problems, ...found, ...wrong];
  return { rows: all.length === 0 ? rows : null, problems: all };
}
