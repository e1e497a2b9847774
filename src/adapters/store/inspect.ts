import { access, constants, readFile, stat } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import pg from "pg";
import { lockFolderOf, ownerFileOf, usualTimes } from "./data-folder.ts";

/** What stands in a data folder, without taking it: `in-use` while a living process holds it. */
export async function inspectDataFolder(
  path: string,
  owner: "sandbox" | "real",
): Promise<"absent" | "free" | "in-use" | "other-owner" | "not-writable"> {
  const folder = resolve(path);
  const standing = await nearestThatExists(folder);
  const writable = await access(standing, constants.W_OK).then(
    () => true,
    () => false,
  );
  if (!writable) return "not-writable";
  if (standing !== folder) return "absent";
  const found = (await readFile(ownerFileOf(folder), "utf8").catch(() => owner)).trim();
  if (found !== owner) return "other-owner";
  const refreshed = (await stat(lockFolderOf(folder)).catch(() => null))?.mtimeMs ?? 0;
  return Date.now() - refreshed < usualTimes.staleAfter ? "in-use" : "free";
}

/** The folder itself, or the one above it in which it would be made. */
async function nearestThatExists(path: string): Promise<string> {
  const exists = await stat(path).then(
    () => true,
    () => false,
  );
  return exists || dirname(path) === path ? path : nearestThatExists(dirname(path));
}

/** Asks a database server who it is; makes and changes nothing. Throws when it does not answer within some seconds. */
export async function inspectServer(
  url: string,
): Promise<{ readonly version: string; readonly hasTables: boolean; readonly readOnly: boolean }> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000, query_timeout: 5_000 });
  // A connection that breaks later emits an error; unheard, it would end the process.
  client.on("error", () => undefined);
  try {
    await client.connect();
    const ask = async (question: string): Promise<string> => {
      const { rows } = await client.query<{ answer: unknown }>(question);
      return String(rows[0]?.answer ?? "");
    };
    return {
      version: (await ask("select version() as answer")).split(/[,(]/)[0]?.trim() ?? "",
      hasTables: (await ask("select to_regclass('steward.ledger') as answer")) !== "",
      readOnly: (await ask("select current_setting('transaction_read_only') as answer")) === "on",
    };
  } finally {
    await client.end().catch(() => undefined);
  }
}
