import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { rename, rm } from "node:fs/promises";
import { exportLedger } from "../../adapters/store/index.ts";
import { type DatabasePlace, withDatabase } from "../with-database.ts";
import { describeFault, WrongUse } from "../wrong-use.ts";
import { whenInUse } from "./when-in-use.ts";

export interface ExportOptions {
  readonly database: DatabasePlace;
  /** Null for standard output. */
  readonly out: string | null;
  readonly withReasons: boolean;
}

export interface ExportIo {
  /** Resolves once there is room for more. */
  readonly writeOut: (text: string) => Promise<void>;
  readonly writeError: (text: string) => void;
}

/** `steward ledger export`: 0, or 2 when used wrongly. A file is written whole or not at all. */
export async function runExport({ database, out, withReasons }: ExportOptions, io: ExportIo): Promise<0 | 2> {
  try {
    await withDatabase({ ...database, whenInUse }, io.writeError, async ({ ledger, repositories }) => {
      const parts = exportLedger(ledger, await repositories.list(), { withReasons });
      if (out === null) {
        for await (const part of parts) await io.writeOut(part);
        return;
      }
      await writeWhole(out, parts, withReasons);
      const reasons = withReasons
        ? "with the reasons that people gave: keep it as you keep the database"
        : "with commitments in place of reasons";
      io.writeError(`Wrote ${out}, ${reasons}. Check it with: steward ledger verify ${out}\n`);
    });
    return 0;
  } catch (error) {
    if (!(error instanceof WrongUse)) throw error;
    io.writeError(`${error.message}\n`);
    return 2;
  }
}

async function writeWhole(path: string, parts: AsyncIterable<string>, isPrivate: boolean): Promise<void> {
  const unfinished = `${path}.unfinished`;
  const file = createWriteStream(unfinished, { mode: isPrivate ? 0o600 : 0o644 });
  const cannotWrite = (error: unknown) => {
    throw new WrongUse(`${path} cannot be written: ${describeFault(error)}.`);
  };
  await once(file, "open").catch(cannotWrite);
  try {
    for await (const part of parts) if (!file.write(part)) await once(file, "drain");
    file.end();
    await once(file, "close");
    await rename(unfinished, path).catch(cannotWrite);
  } catch (error) {
    file.destroy();
    await rm(unfinished, { force: true });
    throw error;
  }
}
