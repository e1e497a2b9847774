import { z } from "zod";
import type { KeyPath } from "./key-path.ts";

type JsonSchema = z.core.JSONSchema.BaseSchema;

/** Made only when there is something to explain: a sound constitution needs none. */
const cache = new WeakMap<z.ZodType, JsonSchema>();

function jsonSchemaOf(schema: z.ZodType): JsonSchema {
  const known = cache.get(schema);
  if (known) return known;
  const made: JsonSchema = z.toJSONSchema(schema, { io: "input" });
  cache.set(schema, made);
  return made;
}

/** JSON Schema allows `true` and `false` for a schema, and a list for `items`; ours have neither. */
function asSchema(value: JsonSchema | boolean | (JsonSchema | boolean)[] | undefined): JsonSchema | undefined {
  return typeof value === "object" && !Array.isArray(value) ? value : undefined;
}

/** The schema itself, and where a union allows several forms, each of them. */
function forms(schema: JsonSchema): readonly JsonSchema[] {
  return [schema, ...(schema.oneOf ?? schema.anyOf ?? []).flatMap((part) => forms(asSchema(part) ?? {}))];
}

function child(schema: JsonSchema, step: string | number): JsonSchema | undefined {
  if (typeof step === "number") return asSchema(schema.items);
  return asSchema(schema.properties?.[step]) ?? asSchema(schema.additionalProperties);
}

/** The schemas that describe what stands at a path, the most general first. */
function schemasAt(schema: z.ZodType, path: KeyPath): readonly JsonSchema[] {
  let found = forms(jsonSchemaOf(schema));
  for (const step of path) {
    found = found.flatMap((part) => {
      const next = child(part, step);
      return next ? forms(next) : [];
    });
  }
  return found;
}

/** Keys that may stand in the mapping at `path`. */
export function knownKeys(schema: z.ZodType, path: KeyPath): readonly string[] {
  const keys = schemasAt(schema, path).flatMap((part) => [
    ...Object.keys(part.properties ?? {}),
    ...(asSchema(part.propertyNames)?.enum ?? []).map(String),
  ]);
  return [...new Set(keys)];
}

/** What the schema says about the value at `path`, or null. */
export function describeKey(schema: z.ZodType, path: KeyPath): string | null {
  return schemasAt(schema, path).find((part) => part.description)?.description ?? null;
}
