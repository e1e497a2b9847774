import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import { parse } from "yaml";
import { governanceFiles } from "../../scripts/governance-files.ts";
import { governanceJsonSchema, governanceSchemas, type JsonSchema } from "../../scripts/governance-json-schema.ts";
import { readingCodes } from "../../src/governance/reading/reading-codes.ts";
import { smallConstitution } from "../support/constitution.ts";

const root = join(import.meta.dirname, "..", "..");

describe("files derived from the schemas of the constitution", () => {
  it.each(governanceFiles().map(({ path, text }) => [path, text]))("%s is fresh", (path, text) => {
    expect(readFileSync(join(root, path), "utf8")).toBe(text);
  });
});

describe("the JSON Schema for editors", () => {
  const schemaFor = (path: string): JsonSchema => {
    const entry = governanceSchemas.find(({ file }) => file === path) ?? governanceSchemas.find(({ id }) => id === "group");
    if (!entry) throw new Error(`no schema for ${path}`);
    return governanceJsonSchema(entry);
  };
  const ajv = new Ajv2020({ strict: false, validateFormats: false });

  it.each(smallConstitution().files.map(({ path, text }) => [path, text]))("accepts the small constitution's %s", (path, text) => {
    expect(ajv.validate(schemaFor(path), parse(text))).toBe(true);
  });

  it.each(smallConstitution().files.map(({ path, text }) => [path, text]))("refuses an unknown key in %s", (path, text) => {
    expect(ajv.validate(schemaFor(path), { ...parse(text), website: "x" })).toBe(false);
  });
});

describe("the schemas", () => {
  const keysWithoutMeaning = (schema: JsonSchema, at: string): readonly string[] => {
    const { properties, items, additionalProperties } = schema;
    const parts = [...(schema.oneOf ?? []), ...(schema.anyOf ?? [])];
    return [
      ...Object.entries(properties ?? {}).flatMap(([key, value]) => {
        if (typeof value === "boolean") return [];
        return [...(value.description ? [] : [`${at}.${key}`]), ...keysWithoutMeaning(value, `${at}.${key}`)];
      }),
      ...(items && typeof items === "object" && !Array.isArray(items) ? keysWithoutMeaning(items, `${at}[]`) : []),
      ...(typeof additionalProperties === "object" ? keysWithoutMeaning(additionalProperties, `${at}.*`) : []),
      ...parts.flatMap((part) => (typeof part === "object" ? keysWithoutMeaning(part, at) : [])),
    ];
  };

  it.each(governanceSchemas.map((entry) => [entry.file, entry] as const))("say what every key of %s means", (_, entry) => {
    expect(keysWithoutMeaning(governanceJsonSchema(entry), entry.id)).toEqual([]);
  });
});

describe("the codes of reading", () => {
  it("are each listed once", () => {
    expect(new Set(readingCodes.map(({ code }) => code)).size).toBe(readingCodes.length);
  });
});
