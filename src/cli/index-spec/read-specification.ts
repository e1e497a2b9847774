import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { SourceFile } from "../../domain/source-file.ts";
import { err, ok, type Result } from "../../kernel/result.ts";

/** Where pages and schema stand in a checkout of the specification repository, and in a bare copy of its documents. */
const layouts = [
  {
    pages: ["docs/specification/draft", "docs/extensions", "docs/registry", "docs/community", "docs/docs/draft/tutorials/security"],
    schema: "schema/draft/schema.json",
  },
  { pages: ["specification/draft", "extensions", "registry", "community"], schema: "schema.json" },
];

export interface Specification {
  readonly pages: readonly SourceFile[];
  readonly schema: unknown;
}

/** Reads a checkout from disk; the error says what was looked for and where. */
export function readSpecification(folder: string): Result<Specification, string> {
  const layout = layouts.find(({ pages: [first = ""], schema }) => existsSync(join(folder, first)) && existsSync(join(folder, schema)));
  if (layout === undefined) {
    const wanted = layouts.map(({ pages: [first], schema }) => `${first}/ with ${schema}`).join(", nor ");
    return err(`${folder} holds no specification: found neither ${wanted}. Give the folder of a specification checkout.`);
  }
  const schema = readSchema(join(folder, layout.schema));
  if (!schema.ok) return schema;
  return ok({ pages: layout.pages.flatMap((path) => readPages(folder, path)), schema: schema.value });
}

function readSchema(path: string): Result<unknown, string> {
  try {
    return ok(JSON.parse(readFileSync(path, "utf8")));
  } catch (error) {
    return err(`${path} is not JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function readPages(folder: string, path: string): SourceFile[] {
  if (!existsSync(join(folder, path))) return [];
  return readdirSync(join(folder, path), { recursive: true, encoding: "utf8" })
    .filter((name) => /\.mdx?$/.test(name))
    .sort()
    .map((name) => {
      const page = `${path}/${name.replaceAll("\\", "/")}`;
      return { path: page, text: readFileSync(join(folder, page), "utf8") };
    });
}
