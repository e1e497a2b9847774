import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

export const goldenFolder = join(import.meta.dirname, "..", "golden");

/**
 * The wording as it was reviewed. `UPDATE_GOLDEN=1` writes what is rendered now: read the difference before you commit it.
 */
export function golden(name: string, rendered: string): string {
  const path = join(goldenFolder, name);
  if (process.env.UPDATE_GOLDEN === "1") {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, rendered);
  }
  if (!existsSync(path)) throw new Error(`There is no ${name} yet: run with UPDATE_GOLDEN=1 and read what it holds`);
  return readFileSync(path, "utf8");
}
