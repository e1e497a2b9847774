import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

/**
 * One full collection now. Booting the embedded engine for the first time leaves hundreds of megabytes that nothing needs any
 * more, and a process that then rests would keep them, because only allocating starts a collection.
 */
export function collectGarbage(): void {
  setFlagsFromString("--expose-gc");
  const collect: unknown = runInNewContext("gc");
  setFlagsFromString("--no-expose-gc");
  if (typeof collect === "function") collect();
}
