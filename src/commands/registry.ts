import type { RegisteredCommand } from "./command.ts";

/** Every command that acts, in the order in which `/help` lists them. */
export const commands: readonly RegisteredCommand[] = [];

/** Words that ask and change nothing: answered from what stands. */
export const questions = ["status", "why", "can", "help"] as const;

/** Every word that Steward answers to. */
export const commandNames: readonly string[] = [...commands.map(({ name }) => name), ...questions];
