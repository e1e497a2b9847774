import { DataFolderRefused } from "../adapters/store/index.ts";
import type { RunningApp } from "./app-options.ts";
import { createLog } from "./create-log.ts";
import { describeFault } from "./describe-fault.ts";
import { CredentialsRefused } from "./github-app.ts";
import { createOverviewPages } from "./overview-pages.ts";
import type { AppSettings } from "./read-environment.ts";
import { startApp } from "./start-app.ts";
import { systemClock } from "./system-clock.ts";

/** Passes in work may end within this time after a signal; then the process goes anyway, and they are repeated at the next start. */
const patience = 25_000;

/** The real App as a process: starts, runs until a signal, and ends with a status that says why. */
export async function runApp(settings: AppSettings): Promise<void> {
  const log = createLog(settings.logLevel);
  const say = (message: string) => log.info({}, message);
  let app: RunningApp;
  try {
    app = await startApp({
      ...settings,
      log,
      clock: systemClock,
      paced: true,
      proposedDelegationsAct: false,
      pages: (context) => createOverviewPages(context, { notices: [] }),
      onProgress: say,
      onFolderLost(fault) {
        log.error({ err: fault }, "Another process took the data folder: stopping at once, before both write to it");
        process.exit(70);
      },
    });
  } catch (fault) {
    const words = plainWords(fault, settings);
    if (words !== null) {
      console.error(words);
      process.exit(2);
    }
    log.error({ err: fault }, `Steward could not start: ${describeFault(fault)}`);
    process.exit(1);
  }
  log.info({ url: app.url }, "Steward is ready");
  stopOnSignal(app, say);
}

/** What whoever started it can mend, in words for them; null for any other fault. */
function plainWords(fault: unknown, { http }: AppSettings): string | null {
  if (fault instanceof DataFolderRefused || fault instanceof CredentialsRefused) return fault.message;
  const code = fault instanceof Error && "code" in fault ? fault.code : null;
  if (code === "EADDRINUSE")
    return `Port ${http.port} is taken by another program. Stop it, or set PORT to another number (0 takes any free one).`;
  if (code === "EADDRNOTAVAIL" || code === "ENOTFOUND") return `HOST is ${http.host}, which is no address of this machine.`;
  return null;
}

function stopOnSignal(app: RunningApp, say: (message: string) => void): void {
  let stopping = false;
  const stop = (signal: NodeJS.Signals): void => {
    if (stopping) process.exit(1);
    stopping = true;
    say(`${signal}: finishing the passes in work`);
    setTimeout(() => process.exit(1), patience).unref();
    void app.stop().then(() => process.exit(0));
  };
  process.on("SIGTERM", stop).on("SIGINT", stop);
}
