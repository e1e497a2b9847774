import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

/**
 * One full collection now. Loading everything leaves a hundred megabytes that nothing needs any more, the embedded engine's first
 * boot some hundreds, and a process that then rests would keep them: only allocating starts a collection.
 */
export function collectGarbage(): void {
  setFlagsFromString("--expose-gc");
  const collect: unknown = runInNewContext("gc");
  setFlagsFromString("--no-expose-gc");
  if (typeof collect === "function") collect();
}
