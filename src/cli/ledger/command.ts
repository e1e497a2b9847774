import { Command, InvalidArgumentError } from "commander";

const io = {
  writeOut: (text: string) => void process.stdout.write(text),
  writeError: (text: string) => void process.stderr.write(text),
};

const collect = (value: string, before: readonly string[]): readonly string[] => [...before, value];

/** `steward ledger`: what is recorded, and the proof of it. What each needs is loaded when it runs. */
export function ledgerCommand(): Command {
  return new Command("ledger")
    .description("Export the ledger, and check it without Steward: see docs/ledger.md.")
    .exitOverride(({ exitCode }) => process.exit(exitCode === 0 ? 0 : 2))
    .addCommand(exportCommand())
    .addCommand(verifyCommand())
    .addCommand(replayCommand())
    .addCommand(showCommand())
    .addCommand(redactCommand())
    .addCommand(recoverCommand());
}

interface InDatabase {
  readonly dataDir?: string;
  readonly repository?: string;
}

const inDatabase = ({ dataDir }: InDatabase) => ({ dataDir: dataDir ?? null, environment: process.env });
const dataDirOption = ["--data-dir <folder>", "data folder of Steward (default: DATABASE_URL, else DATA_DIR, else .steward)"] as const;
const repositoryOption = ["--repository <owner/name>", "repository of the proposal, where several are recorded"] as const;

function parseNumber(text: string): number {
  const number = Number(text);
  if (!/^\d{1,15}$/.test(text) || number === 0) throw new InvalidArgumentError("It is a whole number from 1.");
  return number;
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

function exportCommand(): Command {
  return aCommand("export", "Write the whole ledger as JSON Lines, to be kept and checked anywhere.", "0, or 2 when used wrongly.")
    .option(...dataDirOption)
    .option("--out <file>", "file to write; without it the ledger goes to standard output")
    .option("--with-reasons", "with the reasons that people gave; without, their commitments stand alone", false)
    .action(async ({ out, withReasons, ...options }: InDatabase & { out?: string; withReasons: boolean }) => {
      const { runExport } = await import("./run-export.ts");
      // Whoever reads no further (`| head`) has what they wanted.
      process.stdout.on("error", () => process.exit(1));
      const writeOut = (text: string) =>
        new Promise<void>((resolve) => {
          process.stdout.write(text, () => resolve());
        });
      process.exitCode = await runExport({ database: inDatabase(options), out: out ?? null, withReasons }, { ...io, writeOut });
    });
}

interface Show extends InDatabase {
  readonly file?: string;
  readonly governance?: string;
  readonly json: boolean;
}

function showCommand(): Command {
  return aCommand("show", "Tell everything that is recorded of one proposal, oldest first.", "0, or 2 when used wrongly.")
    .argument("<number>", "number of the pull request", parseNumber)
    .option(...dataDirOption)
    .option("--file <export>", "read an export instead of the database")
    .option(...repositoryOption)
    .option(
      "--governance <folder>",
      "constitution that names people and groups (default: ./governance, else the one that comes with Steward)",
    )
    .option("--json", "print the events as JSON", false)
    .action(async (number: number, { file, governance, repository, json, ...options }: Show) => {
      const { runShow } = await import("./run-show.ts");
      process.exitCode = await runShow(
        {
          number,
          database: inDatabase(options),
          file: file ?? null,
          repository: repository ?? null,
          governance: governance ?? null,
          json,
        },
        { ...io, today: new Date().toISOString().slice(0, 10) },
      );
    });
}

function redactCommand(): Command {
  return aCommand(
    "redact",
    "Remove the text of a reason from the ledger for good. Its commitment stays, so that the chain still verifies.",
    "0, or 2 when used wrongly.",
  )
    .argument("<number>", "number of the pull request", parseNumber)
    .argument("<event>", "number of the event, as `steward ledger show` tells it", parseNumber)
    .requiredOption("--why <text>", "what it is removed for; recorded, so do not repeat what is to go")
    .option(...dataDirOption)
    .option(...repositoryOption)
    .action(async (number: number, event: number, { why, repository, ...options }: InDatabase & { why: string }) => {
      const { runRedact } = await import("./run-redact.ts");
      const { systemClock } = await import("../../app/system-clock.ts");
      process.exitCode = await runRedact(
        { number, event, why, repository: repository ?? null, database: inDatabase(options) },
        { ...io, now: systemClock.now },
      );
    });
}

function recoverCommand(): Command {
  return aCommand(
    "recover",
    "After the database was lost: rebuild what comments, reviews and timeline on GitHub still prove, and list what they cannot.",
    "0, or 2 when used wrongly.",
  )
    .option("--apply", "record what was rebuilt; without it, only tell", false)
    .option("--repository <owner/name>", "one repository alone (default: every one that the App is installed on)")
    .option("--json", "print the result as JSON", false)
    .addHelpText(
      "after",
      "\nIt needs what `npm start` needs: APP_ID, PRIVATE_KEY, WEBHOOK_SECRET, and the new database. On GitHub it writes nothing.",
    )
    .action(async ({ apply, repository, json }: { apply: boolean; repository?: string; json: boolean }) => {
      const { runRecover } = await import("./run-recover.ts");
      process.exitCode = await runRecover({ apply, repository: repository ?? null, json, environment: process.env }, io);
    });
}
