import { Command } from "commander";

interface Options {
  readonly governance?: string;
  readonly changed: readonly string[];
  readonly diff?: string;
  readonly author?: string;
  readonly json: boolean;
}

const collect = (value: string, before: readonly string[]): readonly string[] => [...before, value];

/** `steward explain <file.md>...`: what Steward makes of proposals, without a network. What it needs is loaded when it runs. */
export function explainCommand(): Command {
  return new Command("explain")
    .description("Say who would decide a proposal, and why: domain, change class, route, and what is wrong in the file.")
    .argument("<file...>", "proposals to explain")
    .option("--governance <folder>", "constitution to apply (default: ./governance, else the one that comes with Steward)")
    .option("--changed <path>", "a path that the pull request changes too; may be repeated", collect, [])
    .option("--diff <file>", "unified diff of the pull request, for its paths and its schema changes")
    .option("--author <login>", "who opens the pull request")
    .option("--json", "print one object for each file, in order", false)
    .addHelpText("after", "\nDelegations that nobody adopted yet act here, and say so. Exit code: 0, or 2 when used wrongly.")
    .exitOverride(({ exitCode }) => process.exit(exitCode === 0 ? 0 : 2))
    .action(async (files: readonly string[], options: Options) => {
      const { runExplain } = await import("./run-explain.ts");
      process.exitCode = await runExplain(
        { ...options, files },
        {
          writeOut: (text) => process.stdout.write(text),
          writeError: (text) => process.stderr.write(text),
          colored: (process.stdout.isTTY || Boolean(process.env.FORCE_COLOR)) && !process.env.NO_COLOR,
          today: new Date().toISOString().slice(0, 10),
        },
      );
    });
}
