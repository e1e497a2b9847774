import { Command } from "commander";

/** `steward check [folder] [--json]`. What it needs is loaded when it runs, so that other commands start as fast without it. */
export function checkCommand(): Command {
  return new Command("check")
    .description("Check a constitution: every problem with its place and how to mend it.")
    .argument("[folder]", "folder that holds project.yml", "governance")
    .option("--json", "print the problems as JSON", false)
    .addHelpText("after", "\nExit code: 0 without errors, 1 with errors, 2 when used wrongly.")
    .exitOverride(({ exitCode }) => process.exit(exitCode === 0 ? 0 : 2))
    .action(async (folder: string, { json }: { json: boolean }) => {
      const { runCheck } = await import("./run-check.ts");
      process.exitCode = await runCheck(
        { folder, json },
        {
          writeOut: (text) => process.stdout.write(text),
          writeError: (text) => process.stderr.write(text),
          colored: (process.stdout.isTTY || Boolean(process.env.FORCE_COLOR)) && !process.env.NO_COLOR,
          today: new Date().toISOString().slice(0, 10),
          elapsed: () => performance.now(),
        },
      );
    });
}
