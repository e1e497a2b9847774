import { Command } from "commander";

interface Options {
  readonly sandbox?: string;
  readonly repository?: string;
  readonly json: boolean;
}

/** `steward doctor`: whether an installation is sound. What it needs is loaded when it runs. */
export function doctorCommand(): Command {
  return new Command("doctor")
    .description(
      "Say whether an installation is sound: credentials, permissions, webhook, rules, gate, database; and how to mend what is not.",
    )
    .option("--sandbox <file>", "the sandbox.json of a running sandbox, instead of the App that the environment names")
    .option("--repository <owner/name>", "look at this repository alone (default: wherever the App is installed)")
    .option("--json", "print the findings as JSON", false)
    .addHelpText("after", "\nIt only reads. Exit code: 0 without a fail, 1 with one, 2 when used wrongly.")
    .exitOverride(({ exitCode }) => process.exit(exitCode === 0 ? 0 : 2))
    .action(async (options: Options) => {
      const { runDoctor } = await import("./run-doctor.ts");
      process.exitCode = await runDoctor(options, {
        environment: process.env,
        writeOut: (text) => process.stdout.write(text),
        writeError: (text) => process.stderr.write(text),
        colored: (process.stdout.isTTY || Boolean(process.env.FORCE_COLOR)) && !process.env.NO_COLOR,
      });
    });
}
