import { instant } from "../kernel/instant.ts";
import type { Clock } from "../ports/clock.ts";

/** The time of the machine: read here and nowhere below. */
export const systemClock: Clock = { now: () => instant(Date.now()) };
