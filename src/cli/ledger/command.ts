import { Command } from "commander";

const io = {
  writeOut: (text: string) => void process.stdout.write(text),
  writeError: (text: string) => void process.stderr.write(text),
};

const collect = (value: string, before: readonly string[]): readonly string[] => [...before, value];

/** `steward ledger`: what is recorded, and the proof of it. What each needs is loaded when it runs. */
export function ledgerCommand(): Command {
  return new Command("ledger")
    .description("Export the ledger, and check it without Steward: see docs/ledger.md.")
    .addCommand(verifyCommand())
    .addCommand(replayCommand());
}

/** A command of the family: its description, and exit codes as everywhere. */
function aCommand(name: string, description: string, exits: string): Command {
  return new Command(name)
    .description(description)
    .addHelpText("after", `\nExit code: ${exits}`)
    .exitOverride(({ exitCode }) => process.exit(exitCode === 0 ? 0 : 2));
}

function verifyCommand(): Command {
  return aCommand(
    "verify",
    "Check an export from the file alone: order, every hash, every reason's commitment, and that nothing is missing.",
    "0 when it holds, 1 at the first fault, 2 when used wrongly.",
  )
    .argument("<file>", "what `steward ledger export` wrote, or GET /api/ledger.jsonl answered")
    .option("--hash <hash>", "a hash learnt elsewhere, which an event must have; may be repeated", collect, [])
    .option("--json", "print the result as JSON", false)
    .action(async (file: string, { hash, json }: { hash: readonly string[]; json: boolean }) => {
      const { runVerify } = await import("./check-file.ts");
      process.exitCode = await runVerify({ file, hashes: hash, json }, io);
    });
}

function replayCommand(): Command {
  return aCommand(
    "replay",
    "Fold the events of every proposal in an export anew, and compare with the state that was exported.",
    "0 when they are the same, 1 at the first difference, 2 when used wrongly.",
  )
    .argument("<file>", "what `steward ledger export` wrote, or GET /api/ledger.jsonl answered")
    .option("--json", "print the result as JSON", false)
    .action(async (file: string, { json }: { json: boolean }) => {
      const { runReplay } = await import("./check-file.ts");
      process.exitCode = await runReplay({ file, json }, io);
    });
}
