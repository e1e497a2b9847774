import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { applyEdit, type Guard } from "./guard.ts";

/** What the simulation reads; the packages are linked. */
const copied = ["src", "test/simulation", "test/support", "package.json"] as const;

/** The sources without a guard, in a folder of their own outside the repository, for as long as `use` takes. */
export async function withBrokenCopy<T>(root: string, { edits }: Pick<Guard, "edits">, use: (copy: string) => Promise<T>): Promise<T> {
  const copy = mkdtempSync(join(tmpdir(), "steward-guard-"));
  try {
    for (const path of copied) {
      mkdirSync(dirname(join(copy, path)), { recursive: true });
      cpSync(join(root, path), join(copy, path), { recursive: true });
    }
    for (const linked of ["node_modules", "data"]) if (existsSync(join(root, linked))) symlinkSync(join(root, linked), join(copy, linked));
    for (const edit of edits) {
      const path = join(copy, edit.file);
      writeFileSync(path, applyEdit(readFileSync(path, "utf8"), edit));
    }
    return await use(copy);
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}
