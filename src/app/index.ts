export type { AppOptions, Credentials, PageContext, PageHandler, RunningApp, Storage } from "./app-options.ts";
export { webhookPath } from "./app-options.ts";
export { type AppLog, createLog } from "./create-log.ts";
export { createOverviewPages } from "./overview-pages.ts";
export { startApp } from "./start-app.ts";
