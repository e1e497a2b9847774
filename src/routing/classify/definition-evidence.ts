import type { SpecificationIndex } from "../index-spec/index.ts";
import type { NameLexicon } from "./name-lexicon.ts";
import { damp, type Mark } from "./tally.ts";
import type { Piece } from "./zones.ts";

/** A thing that the specification section declares, in code or as a heading. */
export interface Definition {
  readonly name: string;
  readonly kind: "type" | "method";
  /** Fields that the specification's own type of this name has not. */
  readonly newFields: readonly string[];
  readonly line: number;
  readonly factor: number;
}

/** What a declaration says about the subject: a type given new fields most; what exists and is only shown, little. */
const points = { changedType: 4, newType: 3, repeatedType: 1, newMethod: 3, shownMethod: 1 } as const;

/** Types and methods that the proposal's specification declares. */
export function readDefinitions(pieces: readonly Piece[], index: SpecificationIndex): Definition[] {
  const definitions: Definition[] = [];
  for (const { zone, form, text, line, factor } of pieces) {
    if (zone !== "specification") continue;
    if (form === "code") {
      definitions.push(...declaredTypes(text, index).map((found) => ({ ...found, line, factor })));
      for (const [, name = ""] of text.matchAll(/\bmethod["']?\s*:\s*["']([a-z][\w/.-]{1,60})["']/g)) {
        definitions.push({ name, kind: "method", newFields: [], line, factor });
      }
    }
    if (form === "heading") {
      for (const [name] of text.matchAll(/(?<![\w/])[a-z]+(?:\/[a-zA-Z_]+)+/g))
        definitions.push({ name, kind: "method", newFields: [], line, factor });
    }
  }
  return definitions;
}

const declaration = /\b(?:interface|type|class|enum)\s+([A-Z]\w{1,60})/g;

function declaredTypes(code: string, index: SpecificationIndex): { name: string; kind: "type"; newFields: string[] }[] {
  const starts = [...code.matchAll(declaration)];
  return starts.map((start, at) => {
    const body = code.slice(start.index + start[0].length, starts[at + 1]?.index ?? code.length);
    const name = start[1] ?? "";
    const known = Object.hasOwn(index.types, name) ? (index.types[name] ?? []) : null;
    return { name, kind: "type", newFields: known === null ? [] : fieldsOf(body).filter((field) => !known.includes(field)) };
  });
}

/** Fields of the outermost braces; what is nested belongs to another type. */
function fieldsOf(body: string): string[] {
  const fields = new Set<string>();
  let depth = 0;
  for (const line of body.split("\n")) {
    const field = /^[\s+]*(?:readonly\s+)?["']?(\w{1,60})["']?\??\s*:/.exec(line)?.[1];
    if (field !== undefined && depth === 1) fields.add(field);
    for (const [brace] of line.matchAll(/[{}]/g)) depth += brace === "{" ? 1 : -1;
    if (depth < 0) break;
  }
  return [...fields];
}

/** Declared types and methods as marks for the domains whose names they are. */
export function readDefinitionMarks(definitions: readonly Definition[], names: NameLexicon, index: SpecificationIndex): Mark[] {
  const byName = new Map<string, { weight: number; count: number; line: number; text: string }>();
  for (const definition of definitions) {
    const { weight, text } = weigh(definition, index);
    const before = byName.get(definition.name);
    const weighed = weight * definition.factor;
    if (before === undefined) byName.set(definition.name, { weight: weighed, count: 1, line: definition.line, text });
    else byName.set(definition.name, { ...before, weight: Math.max(before.weight, weighed), count: before.count + 1 });
  }
  const marks: Mark[] = [];
  for (const [name, { weight, count, line, text }] of byName) {
    const found = names.find(name);
    for (const [domain, share] of found?.shares ?? []) {
      const points = weight * damp(count) * share * (found?.rarity ?? 0);
      marks.push({ domain, kind: "schema", text, points, specified: points, line });
    }
  }
  return marks;
}

function weigh({ name, kind, newFields }: Definition, index: SpecificationIndex): { weight: number; text: string } {
  if (kind === "method") {
    const weight = Object.hasOwn(index.names, name) ? points.shownMethod : points.newMethod;
    return { weight, text: `the Specification shows messages of \`${name}\`` };
  }
  if (!Object.hasOwn(index.types, name)) return { weight: points.newType, text: `the Specification defines \`${name}\`` };
  if (newFields.length === 0) return { weight: points.repeatedType, text: `the Specification repeats \`${name}\`` };
  const fields = newFields.slice(0, 3).map((field) => `\`${field}\``);
  return { weight: points.changedType, text: `the Specification gives \`${name}\` ${fields.join(", ")}` };
}
