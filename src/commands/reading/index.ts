export type { CommandLine } from "./command-line.ts";
export type { CommandProblem } from "./command-problem.ts";
export { type KeyedLines, parseKeyedLines } from "./parse-keyed-lines.ts";
export { parseLogins } from "./parse-logins.ts";
export { takeWord } from "./parse-word.ts";
export { readCommandLines } from "./read-command-lines.ts";
export { reasonOf, requireReason } from "./require-reason.ts";
export { isBareWord, suggestCommand } from "./suggest-command.ts";
