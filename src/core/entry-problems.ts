import type { Problem } from "../domain/problem.ts";
import type { Snapshot } from "../domain/snapshot.ts";
import type { Governance } from "../governance/index.ts";

/** What is wrong with a proposal's place in the folder, whatever its text says. */
export function findEntryProblems(file: string, { folder }: Snapshot, { project }: Governance): readonly Problem[] {
  const name = file.slice(project.proposals.folder.length);
  const twins = folder.filter((entry) => entry.name !== name && entry.name.toLowerCase() === name.toLowerCase());
  return twins.slice(0, 3).map((twin) => ({
    severity: "error",
    code: "case-collision",
    message: `\`${name}\` and \`${twin.name}\` differ only in case: on many computers they are one file`,
    fix: "give the file another name.",
    line: 1,
    column: 1,
  }));
}
