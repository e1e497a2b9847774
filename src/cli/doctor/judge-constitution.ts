import type { FileProblem } from "../../domain/problem.ts";
import type { RepositoryFacts } from "./facts.ts";
import { type Finding, findingsOf } from "./finding.ts";

/** Whether there are rules that can be applied here, and what they let Steward do. */
export function judgeConstitution({ name, folder, constitution }: RepositoryFacts): readonly Finding[] {
  const rules = findingsOf("constitution", `${name}/${folder}`);
  if (!constitution.known)
    return [rules.fail(`cannot be read: ${constitution.why}`, "Give the App contents: read, and see that GitHub answers; then ask again.")];
  if (constitution.value === null)
    return [
      rules.fail(
        "there is no such folder on the default branch, so nothing is done here",
        `Put a constitution there (docs/install.md), set GOVERNANCE to its folder, or take the App off ${name}.`,
      ),
    ];
  const { governance, problems } = constitution.value;
  const errors = problems.filter(({ severity }) => severity === "error");
  const [first] = errors;
  if (first !== undefined || governance === null)
    return [
      rules.fail(
        `${errors.length} ${errors.length === 1 ? "error" : "errors"}, so it is not applied${first ? `; the first: ${place(first)} ${first.message}` : ""}`,
        first ? `${first.fix}. See all of them with steward check ${folder}.` : `See them with steward check ${folder}.`,
      ),
    ];
  const warnings = problems.length;
  return [
    warnings === 0
      ? rules.ok("without errors or warnings")
      : rules.warn(
          `without errors, ${warnings} ${warnings === 1 ? "warning" : "warnings"}`,
          `See them with steward check ${folder}: each says how to mend it.`,
        ),
    ...judgeProject(name, folder, governance.project),
  ];
}

function judgeProject(
  name: string,
  folder: string,
  { repository, mode, paused }: { readonly repository: string; readonly mode: string; readonly paused: boolean },
): readonly Finding[] {
  const project = findingsOf("project", `${name}/${folder}/project.yml`);
  const findings: Finding[] = [];
  if (repository.toLowerCase() !== name.toLowerCase())
    findings.push(
      project.warn(
        `repository: ${repository}, and this is ${name}`,
        "Write the repository's own name, or see whether the rules are meant for it.",
      ),
    );
  findings.push(
    paused
      ? project.warn("paused: true, so nothing is written to GitHub", "Take it out when you want Steward to go on.")
      : project.ok(`mode: ${mode}`),
  );
  return findings;
}

function place({ file, line }: FileProblem): string {
  return `${file}:${line}`;
}
