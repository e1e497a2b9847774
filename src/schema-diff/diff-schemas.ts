import { TypeDiffer } from "./diff-types.ts";
import { difference, type SchemaDifference } from "./finding.ts";
import { readJsonSchema } from "./read-json-schema.ts";
import { readTypescript, refuseConflicts } from "./read-typescript.ts";
import { keyOf, type SchemaModel } from "./schema-model.ts";
import { refuse, Unreadable } from "./unreadable.ts";

export interface SchemaPair {
  /** `.json` is read as JSON Schema, `.ts` as TypeScript. */
  readonly path: string;
  /** Null where the file does not exist on that side. */
  readonly base: string | null;
  readonly head: string | null;
}

export interface SchemaDiff {
  readonly verdict: "breaking" | "additive" | "none" | "unreadable";
  /** Those that break come first, then by name; empty when unreadable. */
  readonly findings: readonly SchemaDifference[];
  /** Why it is unreadable; null otherwise. */
  readonly reason: string | null;
}

/** The largest schema of the protocol has 120,000 characters. */
const mostCharacters = 1_000_000;
const mostFindings = 500;

/** What changes between two versions of a schema file. Total: what cannot be read is `unreadable`, never `none`. */
export function diffSchemas({ path, base, head }: SchemaPair): SchemaDiff {
  if (base === head) return { verdict: "none", findings: [], reason: null };
  try {
    const findings = diffModels(readSchema(path, base), readSchema(path, head));
    const verdict = findings.some((finding) => finding.breaking) ? "breaking" : findings.length > 0 ? "additive" : "none";
    return { verdict, findings: findings.slice(0, mostFindings), reason: null };
  } catch (error) {
    if (error instanceof Unreadable) return { verdict: "unreadable", findings: [], reason: error.message };
    throw error;
  }
}

function readSchema(path: string, text: string | null): SchemaModel {
  if (text === null) return new Map();
  if (text.length > mostCharacters) return refuse(`the file has ${text.length} characters, and ${mostCharacters} are read`);
  const plain = text.replace(/^\uFEFF/, "");
  if (/\.json$/i.test(path)) return readJsonSchema(plain);
  if (!/\.[cm]?ts$/i.test(path)) return refuse("only .json and .ts files are read as schemas");
  refuseConflicts(plain);
  return readTypescript(plain);
}

function diffModels(base: SchemaModel, head: SchemaModel): readonly SchemaDifference[] {
  const differ = new TypeDiffer(base, head);
  for (const [name, type] of base) {
    const now = head.get(name);
    if (now !== undefined) differ.compare(type, now, name, name);
  }
  const findings = [...differ.found, ...namesThatDiffer(base, head)];
  return findings.sort((a, b) => Number(b.breaking) - Number(a.breaking) || (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
}

/** Types that came and went; of two that are written alike, one is the other's new name. */
function namesThatDiffer(base: SchemaModel, head: SchemaModel): readonly SchemaDifference[] {
  const added = new Map([...head].filter(([name]) => !base.has(name)).map(([name, type]) => [keyOf(type), name]));
  const renamed = new Set<string>();
  const gone = [...base]
    .filter(([name]) => !head.has(name))
    .map(([name, type]) => {
      const now = added.get(keyOf(type));
      if (now === undefined || renamed.has(now)) return difference("removed-type", name);
      renamed.add(now);
      return difference("renamed-type", `${name} to ${now}`);
    });
  const come = [...head.keys()].filter((name) => !base.has(name) && !renamed.has(name)).map((name) => difference("added-type", name));
  return [...gone, ...come];
}
