import type { AppOptions, RunningApp } from "./app-options.ts";
import { collectGarbage } from "./collect-garbage.ts";
import { composeApp } from "./compose-app.ts";
import { createPasses } from "./create-passes.ts";

/** The App with everything in it; see `composeApp`. */
export async function startApp(options: AppOptions): Promise<RunningApp> {
  const app = await composeApp(options, { createReconciler: createPasses });
  collectGarbage();
  return app;
}
