import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { SpecificationIndex } from "../../routing/index-spec/index.ts";

const shippedPath = join(import.meta.dirname, "..", "..", "..", "data", "specification-index.json");

/** Reads a specification index; without a path the one that comes with Steward. Throws when the file is no such index. */
export async function readSpecificationIndex(path: string = shippedPath): Promise<SpecificationIndex> {
  return SpecificationIndex.parse(JSON.parse(await readFile(path, "utf8")));
}
