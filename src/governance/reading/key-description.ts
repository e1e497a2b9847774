import { z } from "zod";
import type { KeyPath } from "./key-path.ts";

interface JsonSchema {
  readonly description?: string;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly items?: JsonSchema;
  readonly additionalProperties?: JsonSchema | boolean;
  readonly propertyNames?: JsonSchema;
  readonly enum?: readonly string[];
  readonly const?: unknown;
  readonly anyOf?: readonly JsonSchema[];
  readonly oneOf?: readonly JsonSchema[];
}

const cache = new WeakMap<z.ZodType, JsonSchema>();

function jsonSchemaOf(schema: z.ZodType): JsonSchema {
  const known = cache.get(schema);
  if (known) return known;
  const made: JsonSchema = z.toJSONSchema(schema, { io: "input" }) as JsonSchema;
  cache.set(schema, made);
  return made;
}

function alternatives(schema: JsonSchema): readonly JsonSchema[] {
  const parts = schema.oneOf ?? schema.anyOf;
  return parts ? parts.flatMap(alternatives) : [schema];
}

/** The parts of a schema that describe what stands at a path; several where a union allows several. */
function partsAt(schema: z.ZodType, path: KeyPath): readonly JsonSchema[] {
  let parts = alternatives(jsonSchemaOf(schema));
  for (const step of path) {
    parts = parts.flatMap((part) => {
      const extra = typeof part.additionalProperties === "object" ? part.additionalProperties : undefined;
      const next = typeof step === "number" ? part.items : (part.properties?.[step] ?? extra);
      return next ? alternatives(next) : [];
    });
  }
  return parts;
}

/** Keys that may stand in the mapping at `path`. */
export function knownKeys(schema: z.ZodType, path: KeyPath): readonly string[] {
  const keys = partsAt(schema, path).flatMap((part) => [...Object.keys(part.properties ?? {}), ...(part.propertyNames?.enum ?? [])]);
  return [...new Set(keys)];
}

/** What the schema says about the value at `path`, or null. */
export function describeKey(schema: z.ZodType, path: KeyPath): string | null {
  return partsAt(schema, path).find((part) => part.description)?.description ?? null;
}
