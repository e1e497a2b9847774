import { meetOf, named, type SchemaField, type SchemaModel, type SchemaType, unionOf } from "./schema-model.ts";
import { deepest, refuse } from "./unreadable.ts";

type Json = Readonly<Record<string, unknown>>;

/** Keywords that describe and do not constrain. */
const annotations = new Set(["title", "description", "examples", "deprecated", "readOnly", "writeOnly"]);
const structural = new Set(["type", "properties", "required", "additionalProperties", "items", "enum", "const", "anyOf", "oneOf", "allOf"]);

const isJson = (value: unknown): value is Json => typeof value === "object" && value !== null && !Array.isArray(value);
const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** Types of a JSON Schema: those of `$defs` or `definitions`, and the root where it describes something itself. */
export function readJsonSchema(text: string): SchemaModel {
  const root = parse(text);
  if (!isJson(root)) return refuse("a JSON Schema is an object");
  const model = new Map<string, SchemaType>();
  for (const keyword of ["definitions", "$defs"]) {
    const defs = root[keyword];
    if (isJson(defs)) for (const [name, schema] of Object.entries(defs)) model.set(name, readType(schema, 0));
  }
  if (Object.keys(root).some((keyword) => structural.has(keyword) || keyword === "$ref")) model.set("(root)", readType(root, 0));
  return model;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return refuse("the file is not JSON");
  }
}

function readType(schema: unknown, depth: number): SchemaType {
  if (depth > deepest) return refuse("types are nested too deep");
  if (schema === false) return named("never");
  if (!isJson(schema)) return named("any");
  const parts = [...readReference(schema), ...readShape(schema, depth), ...readCombinations(schema, depth)];
  const type = parts.length === 0 ? named("any") : meetOf(parts);
  const limits = Object.entries(schema).filter(
    ([keyword]) => !structural.has(keyword) && !annotations.has(keyword) && !/^\$|^x-/.test(keyword),
  );
  return limits.length === 0
    ? type
    : { kind: "limited", type, limits: new Map(limits.map(([keyword, value]) => [keyword, canonical(value, depth)])) };
}

function readReference({ $ref }: Json): readonly SchemaType[] {
  return typeof $ref === "string" ? [named($ref.replace(/^#\/(?:\$defs|definitions)\/([^/]+)$/, "$1"))] : [];
}

function readShape(schema: Json, depth: number): readonly SchemaType[] {
  if (Array.isArray(schema.enum)) return [unionOf(schema.enum.map((value) => ({ kind: "literal", value: canonical(value, depth) })))];
  if ("const" in schema) return [{ kind: "literal", value: canonical(schema.const, depth) }];
  const types = (Array.isArray(schema.type) ? schema.type : [schema.type]).filter((type) => typeof type === "string");
  if (types.length === 0 && ("properties" in schema || "required" in schema || "additionalProperties" in schema))
    return [readObject(schema, depth)];
  if (types.length === 0) return "items" in schema ? [{ kind: "array", items: readType(schema.items, depth + 1) }] : [];
  return [
    unionOf(
      types.map((type) => {
        if (type === "object") return readObject(schema, depth);
        return type === "array" ? { kind: "array", items: readType(schema.items, depth + 1) } : named(type);
      }),
    ),
  ];
}

function readObject(schema: Json, depth: number): SchemaType {
  const required = new Set(listOf(schema.required).filter((name) => typeof name === "string"));
  const fields = new Map<string, SchemaField>();
  for (const [name, type] of Object.entries(isJson(schema.properties) ? schema.properties : {})) {
    fields.set(name, { required: required.has(name), type: readType(type, depth + 1) });
  }
  for (const name of required) if (!fields.has(name)) fields.set(name, { required: true, type: named("any") });
  const { additionalProperties: rest } = schema;
  const open = rest === undefined || rest === true || (isJson(rest) && Object.keys(rest).length === 0);
  return { kind: "object", fields, rest: open || rest === false ? null : readType(rest, depth + 1), closed: rest === false };
}

function readCombinations(schema: Json, depth: number): readonly SchemaType[] {
  const read = (part: unknown) => readType(part, depth + 1);
  const choices = ["anyOf", "oneOf"].flatMap((keyword) => (Array.isArray(schema[keyword]) ? [unionOf(schema[keyword].map(read))] : []));
  return [...choices, ...listOf(schema.allOf).map(read)];
}

/** JSON with sorted keys. */
function canonical(value: unknown, depth: number): string {
  if (depth > deepest) return refuse("values are nested too deep");
  if (Array.isArray(value)) return `[${value.map((item) => canonical(item, depth + 1)).join(",")}]`;
  if (!isJson(value)) return JSON.stringify(value) ?? "null";
  const entries = Object.entries(value).map(([name, item]) => `${JSON.stringify(name)}:${canonical(item, depth + 1)}`);
  return `{${entries.sort().join(",")}}`;
}
