import type { LifecycleFile } from "../schema/index.ts";

/** States that can be reached from `starts` along the transitions, themselves included; backwards when asked. */
export function reach(lifecycle: LifecycleFile, starts: readonly string[], backwards = false): ReadonlySet<string> {
  const reached = new Set<string>(starts);
  // A Set visits what is added while it is walked.
  for (const state of reached) {
    for (const { from, to } of lifecycle.transitions) {
      if (backwards && to === state) for (const source of from) reached.add(source);
      if (!backwards && from.some((source) => source === state)) reached.add(to);
    }
  }
  return reached;
}
