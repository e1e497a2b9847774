import type { RegisteredCommand } from "./command.ts";

/**
 * A word that asks: answered by a reply from what stands when it is written, and it changes nothing. The outcome of an example is a
 * piece of the answer.
 */
export type Question = Omit<RegisteredCommand, "decide" | "sample">;
