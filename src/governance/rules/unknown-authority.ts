import type { Checked, Finding, Rule } from "./rule.ts";
import { unknownReferences } from "./unknown-reference.ts";

/** What no group may decide goes to this authority, so every constitution has it. */
const core = "core-maintainers";

export const unknownAuthority: Rule = {
  code: "unknown-authority",
  severity: "error",
  reports:
    "A reserved matter, oversight, transition, approval or hold names an authority that project.yml does not define, or `core-maintainers` is not defined.",
  because: "Whatever no group may decide goes to an authority; one that does not exist decides nothing.",
  check: (checked) => [
    ...coreMissing(checked),
    ...unknownReferences(checked, "authority", {
      noun: "authority",
      where: "project.yml",
      fix: (name) => `define \`${name}\` under \`authorities\` in project.yml`,
      except: core,
    }),
  ],
};

/** Reported once, and not at every place that names it. */
function coreMissing({ written: { project }, names }: Checked): readonly Finding[] {
  if (!project || names.authority?.has(core) !== false) return [];
  const message = `no authority \`${core}\`; what no group may decide goes to it`;
  return [{ file: project, at: ["authorities"], on: "key", message, fix: `add \`${core}\` with its name, levels and procedure` }];
}
