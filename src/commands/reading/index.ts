export type { CommandLine } from "./command-line.ts";
export { type CommandProblem, quoted } from "./command-problem.ts";
export { type KeyedLines, parseKeyedLines } from "./parse-keyed-lines.ts";
export { parseLinks } from "./parse-links.ts";
export { parseLogins } from "./parse-logins.ts";
export { parseWord, takeWord } from "./parse-word.ts";
export { readCommandLines } from "./read-command-lines.ts";
export { reasonOf, requireReason } from "./require-reason.ts";
export { isBareWord, suggestCommand } from "./suggest-command.ts";
