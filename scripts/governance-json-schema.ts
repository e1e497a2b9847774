import { z } from "zod";
import {
  DomainsFile,
  GroupFile,
  LadderFile,
  LifecycleFile,
  PeopleFile,
  ProceduresFile,
  ProjectFile,
} from "../src/governance/schema/index.ts";

interface SchemaOfFile {
  /** Base name of the JSON Schema: `<id>.schema.json`. */
  readonly id: string;
  /** The file as people know it. */
  readonly file: string;
  readonly schema: z.ZodType;
}

/** Every kind of file of a constitution, in reading order. */
export const governanceSchemas: readonly SchemaOfFile[] = [
  { id: "project", file: "project.yml", schema: ProjectFile },
  { id: "lifecycle", file: "lifecycle.yml", schema: LifecycleFile },
  { id: "domains", file: "domains.yml", schema: DomainsFile },
  { id: "procedures", file: "procedures.yml", schema: ProceduresFile },
  { id: "ladder", file: "ladder.yml", schema: LadderFile },
  { id: "people", file: "people.yml", schema: PeopleFile },
  { id: "group", file: "groups/<id>.yml", schema: GroupFile },
];

export type JsonSchema = z.core.JSONSchema.BaseSchema;

/** What an editor needs to complete and check one kind of file: the schema of the file as written, defaults left out by authors. */
export function governanceJsonSchema({ file, schema }: SchemaOfFile): JsonSchema {
  const made = z.toJSONSchema(schema, {
    io: "input",
    override: ({ jsonSchema }) => {
      // Editors know the format; the pattern beside it knows leap years, and nobody can read it.
      if (jsonSchema.format === "date") delete jsonSchema.pattern;
    },
  });
  return { title: `Steward: ${file}`, ...made };
}
