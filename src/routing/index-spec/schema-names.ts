/** A type of the JSON Schema: what it holds, which types it mentions, and the method it is the message of. */
export interface SchemaType {
  readonly name: string;
  readonly fields: readonly string[];
  readonly refers: readonly string[];
  readonly method: string | null;
}

/** Reads the `$defs` (or `definitions`) of a JSON Schema; anything else gives no types. */
export function readSchemaTypes(schema: unknown): SchemaType[] {
  const definitions = member(schema, "$defs") ?? member(schema, "definitions");
  if (!isRecord(definitions)) return [];
  return Object.entries(definitions).map(([name, definition]) => ({
    name,
    fields: fieldsOf(definition),
    refers: [...new Set(referencesIn(definition))].filter((other) => other !== name),
    method: methodOf(definition),
  }));
}

function fieldsOf(definition: unknown): string[] {
  const properties = member(definition, "properties");
  return isRecord(properties) ? Object.keys(properties) : [];
}

function methodOf(definition: unknown): string | null {
  const method = member(member(member(definition, "properties"), "method"), "const");
  return typeof method === "string" ? method : null;
}

function referencesIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(referencesIn);
  if (!isRecord(value)) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    if (key !== "$ref" || typeof inner !== "string") return referencesIn(inner);
    return [inner.slice(inner.lastIndexOf("/") + 1)];
  });
}

function member(value: unknown, key: string): unknown {
  return isRecord(value) ? value[key] : undefined;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
