export { createPlanner } from "./create-planner.ts";
export { createReconciler, type Reconciler } from "./create-reconciler.ts";
export type { PassOutcome } from "./pass.ts";
export { PassIncomplete } from "./pass-incomplete.ts";
export { createQueueReader, type NoReport, type QueueReader } from "./read-queue.ts";
export type { ReconcilerOptions } from "./reconciler-deps.ts";
export type { RecoverOutcome } from "./recover.ts";
