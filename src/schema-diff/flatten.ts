import { keyOf, type ObjectType, type SchemaField, type SchemaModel, type SchemaType } from "./schema-model.ts";
import { refuse } from "./unreadable.ts";

/** A field with the type that declares it, so that what is inherited is told once. */
export interface OwnedField extends SchemaField {
  /** Null for the type itself. */
  readonly from: string | null;
}

export interface FlatObject {
  readonly fields: ReadonlyMap<string, OwnedField>;
  readonly rest: SchemaType | null;
  readonly closed: boolean;
  /** Parts that are no objects, as keys: compared as they stand. */
  readonly others: readonly string[];
}

/** Bases of one type and names in a row that no schema needs. */
const limit = 200;

/** Follows names until something else stands there. */
export function resolve(type: SchemaType, model: SchemaModel): SchemaType {
  let current = type;
  for (let step = 0; step < limit; step += 1) {
    if (current.kind !== "named" || current.args.length > 0) return current;
    const target = model.get(current.name);
    if (target === undefined) return current;
    current = target;
  }
  return refuse("names refer to each other without end");
}

/** The last of names that stand for one another; anything else as it is. Call after `resolve`, which refuses rings. */
export function lastName(type: SchemaType, model: SchemaModel): SchemaType {
  let current = type;
  for (;;) {
    const target = current.kind === "named" && current.args.length === 0 ? model.get(current.name) : undefined;
    if (target?.kind !== "named") return current;
    current = target;
  }
}

/** An object with all that its bases give it; null when the type is no object. */
export function flatten(type: SchemaType, model: SchemaModel): FlatObject | null {
  const fields = new Map<string, OwnedField>();
  const others: string[] = [];
  const rest: SchemaType[] = [];
  let closed = false;
  let objects = 0;
  const seen = new Set<string>();
  const add = (object: ObjectType, from: string | null) => {
    objects += 1;
    for (const [name, field] of object.fields) fields.set(name, { ...field, from });
    if (object.rest !== null) rest.push(object.rest);
    closed ||= object.closed;
  };
  const visit = (part: SchemaType, from: string | null): void => {
    if (part.kind === "object") add(part, from);
    else if (part.kind === "meet") for (const member of part.members) visit(member, from);
    else if (part.kind === "named" && part.args.length === 0 && model.has(part.name)) {
      if (seen.has(part.name)) return;
      if (seen.size > limit) refuse("a type has too many bases");
      seen.add(part.name);
      visit(model.get(part.name) ?? part, part.name);
    } else others.push(keyOf(part));
  };
  visit(type, null);
  return objects === 0 ? null : { fields, rest: rest.at(-1) ?? null, closed, others: [...new Set(others)].sort() };
}
