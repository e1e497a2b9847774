import { constants } from "node:fs";
import { open } from "node:fs/promises";
import { describeFault, WrongUse } from "./wrong-use.ts";

/** Far above what is read of a proposal; keeps a mistaken argument from filling the memory. */
const usualBytes = 64 * 1024 * 1024;

/** The bytes of a file that somebody named. Throws `WrongUse` with the reason. */
export async function readInputFile(path: string, mostBytes = usualBytes): Promise<Uint8Array> {
  // Opened without blocking, so that a named pipe without a writer is refused instead of waited for.
  const handle = await open(path, constants.O_RDONLY | constants.O_NONBLOCK).catch((error: unknown) => {
    throw new WrongUse(`${path}: ${describeFault(error)}.`);
  });
  try {
    const stat = await handle.stat();
    if (stat.isDirectory()) throw new WrongUse(`${path}: it is a folder; name the files in it.`);
    if (!stat.isFile()) throw new WrongUse(`${path}: it is not a regular file.`);
    if (stat.size > mostBytes) throw new WrongUse(`${path}: it has ${stat.size} bytes, and at most ${mostBytes} are read.`);
    return await handle.readFile();
  } catch (error) {
    if (error instanceof WrongUse) throw error;
    throw new WrongUse(`${path}: ${describeFault(error)}.`);
  } finally {
    await handle.close();
  }
}
