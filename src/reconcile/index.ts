export { createPlanner } from "./create-planner.ts";
export { createReconciler, type Reconciler } from "./create-reconciler.ts";
export type { PassOutcome } from "./pass.ts";
export { PassIncomplete } from "./pass-incomplete.ts";
export { type NoReport, type QueueSources, readAgenda, readQueue } from "./read-queue.ts";
export type { ReconcilerOptions } from "./reconciler-deps.ts";
