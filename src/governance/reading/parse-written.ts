import type { z } from "zod";
import type { FileProblem } from "../../domain/problem.ts";
import { limits } from "./constitution-file.ts";
import { knownKeys } from "./key-description.ts";
import type { KeyPath } from "./key-path.ts";
import { nearName } from "./near-name.ts";
import { schemaProblem, unknownKeyProblem } from "./schema-problem.ts";
import { valueAt } from "./value-at.ts";
import type { YamlPlaces } from "./yaml-places.ts";

/** A file that its schema accepts, with the places of its values. */
export interface WrittenFile<T> {
  readonly path: string;
  readonly value: T;
  readonly places: YamlPlaces;
}

interface Content {
  readonly value: unknown;
  readonly places: YamlPlaces;
}

/**
 * Holds a file against its schema. A misspelt key counts as the key it was meant to be, an unknown one as absent, so that
 * one slip is reported once and the rest of the file is still checked.
 */
export function parseWritten<S extends z.ZodType>(
  schema: S,
  path: string,
  content: Content,
): { readonly file: WrittenFile<z.infer<S>> | null; readonly problems: readonly FileProblem[] } {
  const { places } = content;
  const problems: FileProblem[] = [];
  let data = content.value;
  for (;;) {
    const parsed = schema.safeParse(data);
    if (parsed.success) return { file: { path, value: parsed.data, places }, problems };

    const slips = parsed.error.issues.flatMap((issue) => {
      if (issue.code !== "unrecognized_keys") return [];
      const at = issue.path.filter((step) => typeof step !== "symbol");
      return issue.keys.slice(0, limits.problems + 1).map((key) => ({ at, key, meant: meantKey(schema, data, at, key) }));
    });
    for (const { at, key, meant } of slips.slice(0, limits.problems)) {
      problems.push(unknownKeyProblem({ file: path, at, key, meant, known: knownKeys(schema, at), places }));
    }
    if (slips.length > limits.problems) return { file: null, problems };
    if (slips.length === 0) {
      const issues = parsed.error.issues.slice(0, limits.problems);
      return { file: null, problems: [...problems, ...issues.map((issue) => schemaProblem({ file: path, issue, schema, data, places }))] };
    }
    data = slips.reduce((mended, { at, key, meant }) => renamed(mended, at, key, meant), data);
  }
}

/** The known key, not yet used here, that `key` was probably meant to be. */
function meantKey(schema: z.ZodType, data: unknown, at: KeyPath, key: string): string | null {
  const here = valueAt(data, at);
  const used = new Set(typeof here === "object" && here !== null ? Object.keys(here) : []);
  return nearName(
    key,
    knownKeys(schema, at).filter((known) => !used.has(known)),
  );
}

/** A copy of the data along `at`, with one key renamed in place, or removed when no other is meant. */
function renamed(data: unknown, at: KeyPath, key: string, meant: string | null): unknown {
  const [step, ...rest] = at;
  if (Array.isArray(data)) return data.map((item, index) => (index === step ? renamed(item, rest, key, meant) : item));
  if (typeof data !== "object" || data === null) return data;
  const entries = Object.entries(data).flatMap(([name, value]): [string, unknown][] => {
    if (step !== undefined) return [[name, name === step ? renamed(value, rest, key, meant) : value]];
    if (name !== key) return [[name, value]];
    return meant === null || Object.hasOwn(data, meant) ? [] : [[meant, value]];
  });
  return Object.fromEntries(entries);
}
