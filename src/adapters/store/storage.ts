import { err, ok, type Result } from "../../kernel/result.ts";

/** Where an installation keeps its data. */
export type Storage =
  /** The embedded database in a folder that one process at a time may hold. */
  | { readonly kind: "folder"; readonly path: string; readonly owner: "sandbox" | "real" }
  /** PostgreSQL, shared by any number of processes. */
  | { readonly kind: "server"; readonly url: string }
  /** The embedded database in memory; for tests. */
  | { readonly kind: "memory" };

/** From DATABASE_URL and DATA_DIR; the error says how to set the first. A file of its own, so that reading it loads no database. */
export function readStorage(url: string | undefined, folder = ".steward"): Result<Exclude<Storage, { kind: "memory" }>, string> {
  if (url === undefined) return ok({ kind: "folder", path: folder, owner: "real" });
  const parsed = URL.parse(url);
  if (parsed !== null && /^postgres(ql)?:$/.test(parsed.protocol)) return ok({ kind: "server", url });
  return err(
    "DATABASE_URL must look like postgres://user:password@host:5432/database (https://www.postgresql.org/docs/current/libpq-connect.html#LIBPQ-CONNSTRING-URIS). Without it, an embedded database in DATA_DIR is used.",
  );
}
