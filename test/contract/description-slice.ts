import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from "node:fs";
import { operations } from "../../src/standin/operations/index.ts";

interface JsonObject {
  readonly [key: string]: Json;
}
type Json = string | number | boolean | null | readonly Json[] | JsonObject;

/** The part of GitHub's description that the stand-in can be held to, as JSON Schema. */
export interface DescriptionSlice {
  /** Of `METHOD /path` and status: where the schema of the JSON answer is in `document`; null for an answer without JSON. */
  readonly responses: Readonly<Record<string, Readonly<Record<string, string | null>>>>;
  /** Of webhooks, such as `pull-request-opened`: where the schema of the payload is in `document`. */
  readonly webhooks: Readonly<Record<string, string>>;
  /** Headers that come with every webhook, in lower case. */
  readonly webhookHeaders: readonly string[];
  readonly document: JsonObject;
}

const folder = new URL("./node_modules/", import.meta.url);
const source = new URL("@octokit/openapi/generated/api.github.com.json", folder);

/** Raise when the slice changes its form. */
const version = 2;

/**
 * Cuts the slice out of the description, which has 13 MB, and keeps it for the next test file: reading it again takes a
 * tenth of the time and memory.
 */
export function readDescriptionSlice(): DescriptionSlice {
  if (!existsSync(source)) {
    throw new Error("GitHub's description is not installed. Run: npm ci --prefix test/contract");
  }
  const { mtimeMs, size } = statSync(source);
  const wanted = operations.map(({ method, pattern }) => `${method} ${pattern}`).sort();
  const key = createHash("sha256")
    .update(JSON.stringify([version, mtimeMs, size, wanted]))
    .digest("hex")
    .slice(0, 16);
  const kept = new URL(`.cache/github-description-${key}.json`, folder);
  if (existsSync(kept)) return JSON.parse(readFileSync(kept, "utf8"));
  const slice = cutSlice(JSON.parse(readFileSync(source, "utf8")), wanted);
  mkdirSync(new URL("./", kept), { recursive: true });
  // Several test files may do this at once: each writes its own file, and the last one in place stays.
  const unfinished = new URL(`${kept.href}.${process.pid}`);
  writeFileSync(unfinished, JSON.stringify(slice));
  renameSync(unfinished, kept);
  return slice;
}

function cutSlice(description: JsonObject, wanted: readonly string[]): DescriptionSlice {
  const schemas: Record<string, Json> = {};
  const responses: Record<string, Record<string, string | null>> = {};
  for (const operation of wanted) {
    const [method = "", pattern = ""] = operation.split(" ");
    const answers = objectAt(description, ["paths", pattern, method.toLowerCase(), "responses"]) ?? {};
    responses[operation] = {};
    for (const [status, answer] of Object.entries(answers)) {
      const schema = jsonSchemaOf(description, answer);
      const name = `${operation} ${status}`;
      if (schema) schemas[name] = schema;
      responses[operation][status] = schema ? pointer(["entries", name]) : null;
    }
  }
  const webhooks: Record<string, string> = {};
  const headers = new Set<string>();
  for (const [name, hook] of Object.entries(objectAt(description, ["x-webhooks"]) ?? {})) {
    const schema = jsonSchemaOf(description, objectAt(hook, ["post", "requestBody"]) ?? null);
    if (!schema) continue;
    schemas[`hook ${name}`] = schema;
    webhooks[name] = pointer(["entries", `hook ${name}`]);
    const parameters = objectAt(hook, ["post"])?.parameters;
    for (const parameter of isList(parameters) ? parameters : []) headers.add(String(objectAt(parameter, [])?.name).toLowerCase());
  }
  const entries = mapValues(schemas);
  return {
    responses,
    webhooks,
    webhookHeaders: [...headers],
    document: { entries, components: { schemas: componentsUsedBy(description, entries) } },
  };
}

function jsonSchemaOf(description: JsonObject, answer: Json | undefined): JsonObject | null {
  const reference = objectAt(answer, [])?.$ref;
  const resolved = typeof reference === "string" ? objectAt(description, reference.slice(2).split("/")) : answer;
  return objectAt(resolved, ["content", "application/json", "schema"]) ?? null;
}

/** Every component that a schema needs, through all references. */
function componentsUsedBy(description: JsonObject, schemas: Json): Record<string, Json> {
  const used: Record<string, Json> = {};
  const waiting: Json[] = [schemas];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    for (const [, name = ""] of JSON.stringify(next).matchAll(/"\$ref":"#\/components\/schemas\/([^"]+)"/g)) {
      const schema = objectAt(description, ["components", "schemas", name]);
      if (name in used || !schema) continue;
      used[name] = toJsonSchema(schema);
      waiting.push(used[name]);
    }
  }
  return used;
}

/** From OpenAPI 3.0 to JSON Schema: examples fall away, and `nullable` becomes a choice. */
function toJsonSchema(value: Json): Json {
  if (isList(value)) return value.map(toJsonSchema);
  if (!isObject(value)) return value;
  const { nullable, example: _, examples: __, ...keywords } = value;
  const schema = Object.fromEntries(
    // The keys below `properties` are names, not keywords: one of them may be `example`.
    Object.entries(keywords).map(([key, inner]) => [key, key === "properties" && isObject(inner) ? mapValues(inner) : toJsonSchema(inner)]),
  );
  return nullable === true ? { anyOf: [schema, { type: "null" }] } : schema;
}

function mapValues(properties: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(properties).map(([name, schema]) => [name, toJsonSchema(schema)]));
}

function objectAt(value: Json | undefined, path: readonly string[]): JsonObject | undefined {
  let found = value;
  for (const key of path) found = isObject(found) ? found[key] : undefined;
  return isObject(found) ? found : undefined;
}

function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === "object" && value !== null && !isList(value);
}

function isList(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value);
}

/** A JSON pointer into the document, as a fragment of an address. */
function pointer(path: readonly string[]): string {
  return `#/${path.map((part) => encodeURIComponent(part.replaceAll("~", "~0").replaceAll("/", "~1"))).join("/")}`;
}
