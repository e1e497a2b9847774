import { governanceJsonSchema, governanceSchemas } from "./governance-json-schema.ts";
import { governanceReference } from "./governance-reference.ts";

/** Every file that is derived from the constitution's schemas and rules, by its path in the repository. */
export function governanceFiles(): readonly { readonly path: string; readonly text: string }[] {
  return [
    ...governanceSchemas.map((entry) => ({
      path: `governance/schema/${entry.id}.schema.json`,
      text: `${JSON.stringify(governanceJsonSchema(entry), null, 2)}\n`,
    })),
    { path: "docs/reference/governance.md", text: governanceReference() },
  ];
}
