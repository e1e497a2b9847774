export { createIntake, type Outcome } from "./receive-webhook.ts";
export type { Self } from "./topic-of.ts";
