export { type CommandLine, commandLimit } from "./command-line.ts";
export { readCommandLines } from "./read-command-lines.ts";
