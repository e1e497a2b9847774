import type { Mode, PathChange } from "../git/index.ts";
import type { Repository } from "../store/index.ts";

/**
 * What to put at paths: a text, bytes, null to delete, or an entry with its own mode: `{ mode: "120000", content: "target" }` for a
 * symbolic link, `{ mode: "160000", sha }` for a submodule.
 */
export type Files = Readonly<
  Record<string, string | Buffer | null | { readonly mode: Mode; readonly content?: string; readonly sha?: string }>
>;

export function parseFiles(repository: Repository, files: Files): Map<string, PathChange> {
  const put = (data: string | Buffer) => repository.objects.putBlob(Buffer.from(data));
  return new Map(
    Object.entries(files).map(([path, file]): [string, PathChange] => {
      if (file === null) return [path, null];
      if (typeof file === "string" || Buffer.isBuffer(file)) return [path, { mode: "100644", sha: put(file) }];
      return [path, { mode: file.mode, sha: file.sha ?? put(file.content ?? "") }];
    }),
  );
}
