export { createIntake, type Outcome } from "./receive-webhook.ts";
