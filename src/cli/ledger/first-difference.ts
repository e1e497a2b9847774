import { canonicalJson } from "../../kernel/canonical-json.ts";

export interface Difference {
  /** As `decisions[0].closed.outcome`; empty where the whole differs. */
  readonly path: string;
  /** Canonical JSON; null where nothing stands. */
  readonly left: string | null;
  readonly right: string | null;
}

/** The first place, in canonical order, where two JSON values differ; null when they are equal. `undefined` stands for nothing. */
export function findFirstDifference(left: unknown, right: unknown, path = ""): Difference | null {
  if (Array.isArray(left) && Array.isArray(right)) {
    const length = Math.max(left.length, right.length);
    return firstOf(Array.from({ length }, (_, index) => [`${path}[${index}]`, left[index], right[index]]));
  }
  if (isObject(left) && isObject(right)) {
    const names = [...new Set([...Object.keys(left), ...Object.keys(right)])].toSorted();
    return firstOf(names.map((name) => [path === "" ? name : `${path}.${name}`, memberOf(left, name), memberOf(right, name)]));
  }
  const [leftText, rightText] = [textOf(left), textOf(right)];
  return leftText === rightText ? null : { path, left: leftText, right: rightText };
}

function firstOf(pairs: readonly (readonly [string, unknown, unknown])[]): Difference | null {
  for (const [path, left, right] of pairs) {
    const found = findFirstDifference(left, right, path);
    if (found) return found;
  }
  return null;
}

const textOf = (value: unknown) => (value === undefined ? null : canonicalJson(value));
const memberOf = (value: object, name: string): unknown => Object.getOwnPropertyDescriptor(value, name)?.value;

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
