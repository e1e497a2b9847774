/** A schema's type, whatever language it was written in. Order of fields and members carries no meaning. */
export type SchemaType =
  /** A primitive of the language, or a reference to a type by name. */
  | { readonly kind: "named"; readonly name: string; readonly args: readonly SchemaType[] }
  /** One value; `value` is its JSON. */
  | { readonly kind: "literal"; readonly value: string }
  | { readonly kind: "array"; readonly items: SchemaType }
  | ObjectType
  | { readonly kind: "union"; readonly members: readonly SchemaType[] }
  /** All of them at once: intersections, `allOf`, a base with what is added to it. */
  | { readonly kind: "meet"; readonly members: readonly SchemaType[] }
  /** Compared as text only. */
  | { readonly kind: "opaque"; readonly text: string }
  /** Limits on values beyond their type, by keyword, as JSON. */
  | { readonly kind: "limited"; readonly type: SchemaType; readonly limits: ReadonlyMap<string, string> };

export interface ObjectType {
  readonly kind: "object";
  readonly fields: ReadonlyMap<string, SchemaField>;
  /** Type of fields that are not named; null where anything may stand there. */
  readonly rest: SchemaType | null;
  /** True when no other fields are allowed. */
  readonly closed: boolean;
}

export interface SchemaField {
  readonly required: boolean;
  readonly type: SchemaType;
}

/** Named types of one schema file, in its order. */
export type SchemaModel = ReadonlyMap<string, SchemaType>;

export const named = (name: string, args: readonly SchemaType[] = []): SchemaType => ({ kind: "named", name, args });

/** One of several; a union of one is that one. */
export function unionOf(members: readonly SchemaType[]): SchemaType {
  const [only] = members;
  return members.length === 1 && only !== undefined ? only : { kind: "union", members };
}

/** All of several; a meet of one is that one. */
export function meetOf(members: readonly SchemaType[]): SchemaType {
  const [only] = members;
  return members.length === 1 && only !== undefined ? only : { kind: "meet", members };
}

/** Text that two types share exactly when they are written alike, whatever the order of fields and members. */
export function keyOf(type: SchemaType): string {
  switch (type.kind) {
    case "named":
      return type.args.length === 0 ? type.name : `${type.name}<${type.args.map(keyOf).join(",")}>`;
    case "literal":
      return type.value;
    case "array":
      return `${keyOf(type.items)}[]`;
    case "object": {
      const fields = [...type.fields].map(([name, field]) => `${JSON.stringify(name)}${field.required ? "" : "?"}:${keyOf(field.type)}`);
      return `{${fields.sort().join(";")}|${type.rest === null ? "" : keyOf(type.rest)}|${type.closed}}`;
    }
    case "union":
      return `(${[...new Set(type.members.map(keyOf))].sort().join("|")})`;
    case "meet":
      return `(${[...new Set(type.members.map(keyOf))].sort().join("&")})`;
    case "opaque":
      return `\`${type.text}\``;
    case "limited":
      return `${keyOf(type.type)}@${JSON.stringify([...type.limits].sort())}`;
  }
}
