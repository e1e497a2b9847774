import type { KeyPath } from "./key-path.ts";

/** The value at `path` in data of unknown shape; undefined when there is none. Own properties only. */
export function valueAt(data: unknown, path: KeyPath): unknown {
  let value = data;
  for (const step of path) {
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, step)) return undefined;
    value = Reflect.get(value, step);
  }
  return value;
}
