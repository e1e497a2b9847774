import type { Instant } from "../kernel/instant.ts";

/** The only way tiers below the composition roots learn the time. */
export interface Clock {
  now(): Instant;
}
