import { difference, type FindingKind, type SchemaDifference } from "./finding.ts";
import { type FlatObject, flatten, lastName, type OwnedField, resolve } from "./flatten.ts";
import { keyOf, type SchemaModel, type SchemaType } from "./schema-model.ts";
import { refuse } from "./unreadable.ts";

const mostSteps = 500_000;
const mostUnions = 500;
const mostDepth = 200;

/** Compares types of two versions of a schema and collects what differs. */
export class TypeDiffer {
  readonly #base: SchemaModel;
  readonly #head: SchemaModel;
  readonly found: SchemaDifference[] = [];
  /** Pairs compared or under comparison. */
  readonly #met = new Set<string>();
  #spent = 0;
  #depth = 0;

  constructor(base: SchemaModel, head: SchemaModel) {
    this.#base = base;
    this.#head = head;
  }

  #tell(kind: FindingKind, name: string): void {
    this.found.push(difference(kind, name));
    this.#spend(1);
  }

  /** Small files can describe enormous types: what costs more than any schema is refused. */
  #spend(steps: number): void {
    this.#spent += steps;
    if (this.#spent > mostSteps) refuse("the types are too large to be compared");
  }

  /** `own` is the type's name when it is compared as a declaration, so that inherited fields are told at their own type. */
  compare(base: SchemaType, head: SchemaType, name: string, own: string | null = null): void {
    const [before, after] = [keyOf(base), keyOf(head)];
    if (before === after) return;
    // Only names lead round in circles, or to one type by many ways; all else is told wherever it stands.
    if (isName(base, this.#base) || isName(head, this.#head)) {
      const pair = `${before}\n${after}`;
      if (this.#met.has(pair)) return;
      this.#met.add(pair);
    }
    this.#spend(1 + (before.length + after.length) / 100);
    this.#depth += 1;
    if (this.#depth > mostDepth) refuse("types refer to each other too deep");
    this.#compareUnequal(base, head, name, own);
    this.#depth -= 1;
  }

  #compareUnequal(base: SchemaType, head: SchemaType, name: string, own: string | null): void {
    if (base.kind === "limited" || head.kind === "limited") {
      this.#compareLimits(base, head, name, own);
      return;
    }
    const [before, after] = [resolve(base, this.#base), resolve(head, this.#head)];
    if (before.kind === "limited" || after.kind === "limited") this.#compareLimits(before, after, name, own);
    else if (before.kind === "union" || after.kind === "union" || (before.kind === "literal" && after.kind === "literal")) {
      this.#compareUnions(base, head, name, own);
    } else if (before.kind === "array" && after.kind === "array") this.compare(before.items, after.items, `${name}[]`);
    else this.#compareFlat(before, after, name, own);
  }

  #compareFlat(base: SchemaType, head: SchemaType, name: string, own: string | null): void {
    const [before, after] = [flatten(base, this.#base), flatten(head, this.#head)];
    this.#spend((before?.fields.size ?? 0) + (after?.fields.size ?? 0));
    if (before !== null && after !== null) this.#compareObjects(before, after, name, own);
    else if (keyOf(base) !== keyOf(head)) this.#tell(own === null ? "retyped-field" : "retyped-type", name);
  }

  #compareLimits(base: SchemaType, head: SchemaType, name: string, own: string | null): void {
    const before = base.kind === "limited" ? base.limits : new Map<string, string>();
    const after = head.kind === "limited" ? head.limits : new Map<string, string>();
    for (const [keyword, value] of after) if (before.get(keyword) !== value) this.#tell("tightened-limit", `${name} ${keyword}`);
    for (const keyword of before.keys()) if (!after.has(keyword)) this.#tell("removed-limit", `${name} ${keyword}`);
    this.compare(base.kind === "limited" ? base.type : base, head.kind === "limited" ? head.type : head, name, own);
  }

  #compareObjects(base: FlatObject, head: FlatObject, name: string, own: string | null): void {
    for (const [field, before] of base.fields) {
      const after = head.fields.get(field);
      if (after === undefined) {
        if (!this.#toldElsewhere(before, this.#head, own)) this.#tell("removed-field", `${name}.${field}`);
        continue;
      }
      if (own !== null && before.from !== null && before.from === after.from && before.from !== own) continue;
      if (before.required !== after.required) this.#tell(after.required ? "now-required-field" : "now-optional-field", `${name}.${field}`);
      this.compare(before.type, after.type, `${name}.${field}`);
    }
    for (const [field, after] of head.fields) {
      if (base.fields.has(field) || this.#toldElsewhere(after, this.#base, own)) continue;
      this.#tell(after.required ? "new-required-field" : "added-optional-field", `${name}.${field}`);
    }
    if (base.closed !== head.closed) this.#tell(head.closed ? "closed-type" : "opened-type", name);
    if (base.rest !== null && head.rest !== null) this.compare(base.rest, head.rest, `${name}.*`);
    else if (head.rest !== null) this.#tell("retyped-field", `${name}.*`);
    if (base.others.join() !== head.others.join()) this.#tell(own === null ? "retyped-field" : "retyped-type", name);
  }

  /** An inherited field came or went with its own type's declaration, and is told there, if both sides have that base. */
  #toldElsewhere({ from }: OwnedField, other: SchemaModel, own: string | null): boolean {
    return own !== null && from !== null && inherits(own, from, other);
  }

  #compareUnions(base: SchemaType, head: SchemaType, name: string, own: string | null): void {
    const before = membersOf(base, this.#base);
    const after = membersOf(head, this.#head);
    const gone = [...before].flatMap(([key, type]) => (after.has(key) ? [] : [type]));
    const come = [...after].flatMap(([key, type]) => (before.has(key) ? [] : [type]));
    const [left] = gone;
    const [joined] = come;
    if (gone.length === 1 && come.length === 1 && left && joined && this.#alike(left, joined)) {
      this.compare(left, joined, name, own);
      return;
    }
    const widened = come.some((type) => type.kind !== "literal" && !(before.size > 1 && this.#isComposite(type)));
    if (widened) this.#tell(own === null ? "retyped-field" : "retyped-type", name);
    for (const type of gone)
      this.#tell(type.kind === "literal" ? "removed-enum-value" : "removed-union-member", `${name} = ${keyOf(type)}`);
    if (widened) return;
    for (const type of come) this.#tell(type.kind === "literal" ? "added-enum-value" : "added-union-member", `${name} = ${keyOf(type)}`);
  }

  /** Objects or arrays both: one may be the other, changed or written out. */
  #alike(base: SchemaType, head: SchemaType): boolean {
    const [before, after] = [resolve(base, this.#base), resolve(head, this.#head)];
    if (before.kind === "array" && after.kind === "array") return true;
    return flatten(before, this.#base) !== null && flatten(after, this.#head) !== null;
  }

  #isComposite(type: SchemaType): boolean {
    const target = resolve(type, this.#head);
    return target.kind === "array" || flatten(target, this.#head) !== null;
  }
}

const isName = (type: SchemaType, model: SchemaModel) => type.kind === "named" && model.has(type.name);

function inherits(own: string, from: string, model: SchemaModel): boolean {
  const seen = new Set<string>();
  const visit = (type: SchemaType | undefined): boolean => {
    if (type?.kind === "meet") return type.members.some(visit);
    if (type?.kind !== "named" || seen.has(type.name)) return false;
    seen.add(type.name);
    return type.name === from || visit(model.get(type.name));
  };
  return visit(model.get(own));
}

/** Members by key, unions inside unions opened. */
function membersOf(type: SchemaType, model: SchemaModel): ReadonlyMap<string, SchemaType> {
  const members = new Map<string, SchemaType>();
  const seen = new Set<string>();
  const visit = (member: SchemaType): void => {
    const target = resolve(member, model);
    if (target.kind !== "union") {
      // A name for one value is that value; of names for names the last counts.
      const type = target.kind === "literal" ? target : lastName(member, model);
      members.set(keyOf(type), type);
      return;
    }
    const key = keyOf(member);
    if (seen.has(key)) return;
    if (seen.size > mostUnions) refuse("unions are nested too deep");
    seen.add(key);
    for (const inner of target.members) visit(inner);
  };
  visit(type);
  return members;
}
