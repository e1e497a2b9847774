import { countingGuards } from "./counting-guards.ts";
import type { Guard } from "./guard.ts";
import { oversightGuards } from "./oversight-guards.ts";
import { roadGuards } from "./road-guards.ts";
import { timeAndTextGuards } from "./time-and-text-guards.ts";
import { voterGuards } from "./voter-guards.ts";

/** What is taken out of the core, one after another, to see that the simulation notices. */
export const guards: readonly Guard[] = [...voterGuards, ...countingGuards, ...timeAndTextGuards, ...oversightGuards, ...roadGuards];
