import { existsSync } from "node:fs";
import { join } from "node:path";
import { GovernanceFolderError, readGovernanceFolder } from "../adapters/folder/read-governance-folder.ts";
import { type Governance, loadGovernance } from "../governance/index.ts";
import { WrongUse } from "./wrong-use.ts";

const shipped = join(import.meta.dirname, "..", "..", "governance");

/** The constitution of the folder that was named, or else the one here, or else the one that comes with Steward. Throws `WrongUse`. */
export async function readRules(named: string | undefined, today: string): Promise<Governance> {
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
