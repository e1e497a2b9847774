import { isDeepStrictEqual } from "node:util";
import { simulateCore } from "./core-harness.ts";
import type { SimHistory, SimOutcome } from "./history.ts";
import { oracle } from "./oracle/oracle.ts";

/** The first pass after which the core and the oracle say something else. */
export interface Difference {
  /** Index of the pass. */
  readonly pass: number;
  readonly core: SimOutcome;
  readonly oracle: SimOutcome;
}

export function findDifference(history: SimHistory): Difference | null {
  const [expected, found] = [oracle(history), simulateCore(history)];
  for (const [pass, one] of expected.entries()) {
    const other = found[pass];
    if (other === undefined) throw new Error("The core has fewer outcomes than there are passes");
    if (!isDeepStrictEqual(one, other)) return { pass, core: other, oracle: one };
  }
  return null;
}

/** What differs, as `open.yes: core [] / oracle ["bob"]`. */
export function describeDifference({ core, oracle: expected }: Pick<Difference, "core" | "oracle">): readonly string[] {
  return compareFields("", core, expected);
}

function compareFields(path: string, core: unknown, expected: unknown): readonly string[] {
  if (isDeepStrictEqual(core, expected)) return [];
  if (!isFields(core) || !isFields(expected)) return [`${path}: core ${JSON.stringify(core)} / oracle ${JSON.stringify(expected)}`];
  return Object.keys(expected).flatMap((key) => compareFields(path === "" ? key : `${path}.${key}`, core[key], expected[key]));
}

const isFields = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null && !Array.isArray(value);
