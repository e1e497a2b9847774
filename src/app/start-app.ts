import type { AppOptions, RunningApp } from "./app-options.ts";
import { composeApp } from "./compose-app.ts";
import { createPasses } from "./create-passes.ts";

/** The App with everything in it; see `composeApp`. */
export function startApp(options: AppOptions): Promise<RunningApp> {
  return composeApp(options, { createReconciler: createPasses });
}
