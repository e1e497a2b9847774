import { Command } from "commander";

interface Options {
  readonly from?: string;
  readonly dataDir?: string;
  readonly repository?: string;
  readonly date?: string;
  readonly json: boolean;
}

const exitCodes = "Exit code: 0, or 2 when used wrongly or nothing can be read.";

/** `steward queue`: the review queue in its order. What it needs is loaded when it runs. */
export function queueCommand(): Command {
  return withSources(new Command("queue"))
    .description("Show the review queue: what is ready for review, in which order, and what each waits for.")
    .addHelpText("after", `\nThe data is described in docs/reference/queue.md. ${exitCodes}`)
    .action(async (options: Options) => {
      const { runQueue } = await import("./run-reports.ts");
      process.exitCode = await runQueue(toOptions(options), io());
    });
}

/** `steward agenda --date day`: what the next meeting has before it. */
export function agendaCommand(): Command {
  return withSources(new Command("agenda"))
    .description("Show the agenda of the first meeting on a day or after it: the queue, decisions that end by then, escalations.")
    .option("--date <YYYY-MM-DD>", "day of the meeting, or one before it (default: today in the constitution's time zone)")
    .addHelpText("after", `\nIt shows what stands now. The data is described in docs/reference/queue.md. ${exitCodes}`)
    .action(async (options: Options) => {
      const { runAgenda } = await import("./run-reports.ts");
      process.exitCode = await runAgenda({ ...toOptions(options), date: options.date ?? null }, io());
    });
}

function withSources(command: Command): Command {
  return command
    .option("--from <address>", "ask a running Steward, as in http://127.0.0.1:3000, instead of opening its data")
    .option("--data-dir <folder>", "folder in which Steward keeps its data (default: DATABASE_URL, else DATA_DIR, else .steward)")
    .option("--repository <owner/name>", "needed where Steward is installed on several repositories")
    .option("--json", "print the data, whose schema comes with Steward", false)
    .exitOverride(({ exitCode }) => process.exit(exitCode === 0 ? 0 : 2));
}

const toOptions = ({ from, dataDir, repository, json }: Options) => ({
  from: from ?? null,
  folder: dataDir ?? null,
  repository: repository ?? null,
  json,
});

const io = () => ({
  writeOut: (text: string) => process.stdout.write(text),
  writeError: (text: string) => process.stderr.write(text),
  environment: process.env,
  now: Date.now(),
});
