import type { SourceFile } from "../domain/source-file.ts";

/** What stands in the sandbox's repository beside the constitution: invented, and as small as it can be. */
export function seedFiles(constitution: readonly SourceFile[], proposalFolder: string): ReadonlyMap<string, string> {
  return new Map([
    ["README.md", "# Sandbox of a specification\n\nNothing here is real. Proposals live in `seps/`, the rules in `governance/`.\n"],
    [`${proposalFolder}README.md`, "# Proposals\n\nOpen a pull request that adds `0000-your-title.md` here.\n"],
    ["schema/draft/schema.json", `${JSON.stringify(schema, null, 2)}\n`],
    ["docs/specification/draft/index.mdx", "# Draft specification\n\nA placeholder in the sandbox.\n"],
    ...constitution.map(({ path, text }): [string, string] => [`governance/${path}`, text]),
  ]);
}

/** A schema of three types, so that a pull request can be seen to break one. */
const schema = {
  $schema: "https://json-schema.org/draft/2020-12/schema",
  $defs: {
    Task: {
      type: "object",
      properties: { taskId: { type: "string" }, status: { enum: ["working", "input_required", "completed", "failed", "cancelled"] } },
      required: ["taskId", "status"],
    },
    FileInputDescriptor: { type: "object", properties: { accept: { type: "array", items: { type: "string" } } } },
    Tool: { type: "object", properties: { name: { type: "string" }, inputSchema: { type: "object" } }, required: ["name", "inputSchema"] },
  },
};
