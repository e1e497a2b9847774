import type { Operation } from "./operation.ts";

export interface Match {
  readonly operation: Operation;
  readonly path: Readonly<Record<string, string | number>>;
}

interface Entry {
  readonly operation: Operation;
  readonly expression: RegExp;
  readonly names: readonly string[];
}

/** Finds the operation of a request: candidates by method and fourth segment, then one expression each. */
export class Router {
  readonly #entries = new Map<string, Entry[]>();

  constructor(operations: readonly Operation[]) {
    for (const operation of operations) {
      const key = `${operation.method} ${fixedPart(operation.pattern)}`;
      this.#entries.set(key, [...(this.#entries.get(key) ?? []), compile(operation)]);
    }
    // The more that is fixed, the earlier: `commits/main/check-runs` is no commit called "main/check-runs".
    for (const entries of this.#entries.values()) entries.sort((a, b) => fixedLength(b) - fixedLength(a));
  }

  match(method: string, path: string): Match | null {
    for (const entry of this.#entries.get(`${method} ${fixedPart(path)}`) ?? []) {
      const found = entry.expression.exec(path);
      if (!found) continue;
      const values = entry.names.flatMap((name, at) => {
        const value = convert(name, found[at + 1] ?? "");
        return value === null ? [] : [[name, value] as const];
      });
      if (values.length === entry.names.length) return { operation: entry.operation, path: Object.fromEntries(values) };
    }
    return null;
  }
}

function fixedLength(entry: Entry): number {
  return entry.operation.pattern.replaceAll(/\{\w+\}/g, "").length;
}

function fixedPart(path: string): string {
  const parts = path.split("/");
  return parts[1] === "repos" ? (parts[4] ?? "") : (parts[1] ?? "");
}

// Only these three may hold slashes.
const long = new Set(["path", "ref", "basehead"]);

function compile(operation: Operation): Entry {
  const names = [...operation.pattern.matchAll(/\{(\w+)\}/g)].map((found) => found[1] ?? "");
  const source = operation.pattern
    // The root folder has no path at all.
    .replace("/{path}", "(?:/(.*?))?")
    .replaceAll(/\{(\w+)\}/g, (_, name: string) => (long.has(name) ? "(.*?)" : "([^/]+)"));
  return { operation, expression: new RegExp(`^${source}/?$`), names };
}

/** Ids and numbers must be digits; anything else finds nothing. */
function convert(name: string, text: string): string | number | null {
  if (/_(id|number)$/.test(name)) return /^\d{1,15}$/.test(text) ? Number(text) : null;
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}
