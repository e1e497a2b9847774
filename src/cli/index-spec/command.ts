import { Command } from "commander";

/** `steward index --spec folder [--out file]`. What it needs is loaded when it runs, so that other commands start as fast without it. */
export function indexCommand(): Command {
  return new Command("index")
    .description("Rebuild the vocabulary data that proposals are classified by from a checkout of the specification.")
    .requiredOption("--spec <folder>", "checkout of the specification repository")
    .option("--out <file>", "file to write; without it the data goes to standard output")
    .addHelpText("after", "\nExit code: 0, or 2 when used wrongly or the folder holds no specification.")
    .exitOverride(({ exitCode }) => process.exit(exitCode === 0 ? 0 : 2))
    .action(async ({ spec, out }: { spec: string; out?: string }) => {
      const { runIndex } = await import("./run-index.ts");
      process.exitCode = runIndex(
        { spec, out: out ?? null },
        { writeOut: (text) => process.stdout.write(text), writeError: (text) => process.stderr.write(text) },
      );
    });
}
