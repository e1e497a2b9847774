import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { SpecificationIndex } from "../../src/routing/index-spec/index.ts";

const root = join(import.meta.dirname, "..", "..");

export const shippedIndexPath = join(root, "data", "specification-index.json");

/** The vocabulary data that comes with Steward. */
export function shippedIndex(): SpecificationIndex {
  return SpecificationIndex.parse(JSON.parse(readFileSync(shippedIndexPath, "utf8")));
}

/** A copy of the specification's documents beside the repository; null where there is none. */
export function specificationFolder(): string | null {
  const folder = join(root, "..", "shared", "mcp", "spec");
  return existsSync(folder) ? folder : null;
}
