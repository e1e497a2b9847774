import { instant } from "../../kernel/instant.ts";
import type { Result } from "../../kernel/result.ts";
import { AgendaReport, QueueReport } from "../../queue/index.ts";
import { createQueueReader, type NoReport, type QueueReader } from "../../reconcile/index.ts";
import { withDatabase } from "../with-database.ts";
import { WrongUse } from "../wrong-use.ts";
import { askSteward } from "./ask-steward.ts";
import { renderAgenda } from "./render-agenda.ts";
import { renderQueue } from "./render-queue.ts";

export interface ReportOptions {
  /** Address of a running Steward; null opens its data. */
  readonly from: string | null;
  readonly folder: string | null;
  /** `owner/name`; null for the only one there is. */
  readonly repository: string | null;
  readonly json: boolean;
}

export interface ReportIo {
  readonly writeOut: (text: string) => void;
  readonly writeError: (text: string) => void;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Milliseconds since 1970; a running Steward has a clock of its own. */
  readonly now: number;
}

/** `steward queue`: 0, or 2 when used wrongly or nothing can be read. */
export function runQueue(options: ReportOptions, io: ReportIo): Promise<0 | 2> {
  return run("queue", options, io, async () => {
    const { from, repository } = options;
    const report =
      from === null
        ? await readStore(options, io, (reader, now) => reader.queue({ repository, now }))
        : await askSteward(from, "api/queue.json", { repository }, QueueReport);
    return options.json ? toJson(report) : renderQueue(report);
  });
}

/** `steward agenda`: likewise. `date` is `YYYY-MM-DD`; null for today. */
export function runAgenda(options: ReportOptions & { readonly date: string | null }, io: ReportIo): Promise<0 | 2> {
  return run("agenda", options, io, async () => {
    const { from, repository, date } = options;
    const report =
      from === null
        ? await readStore(options, io, (reader, now) => reader.agenda({ repository, now, date }))
        : await askSteward(from, "api/agenda.json", { repository, date }, AgendaReport);
    return options.json ? toJson(report) : renderAgenda(report);
  });
}

async function run(name: string, { from, folder }: ReportOptions, io: ReportIo, make: () => Promise<string>): Promise<0 | 2> {
  try {
    if (from !== null && folder !== null) throw new WrongUse(`Give either --from or --data-dir to \`steward ${name}\`.`);
    io.writeOut(await make());
    return 0;
  } catch (error) {
    if (!(error instanceof WrongUse)) throw error;
    io.writeError(`${error.message}\n`);
    return 2;
  }
}

async function readStore<Report>(
  { folder }: ReportOptions,
  { environment, now, writeError }: ReportIo,
  read: (reader: QueueReader, now: ReturnType<typeof instant>) => Promise<Result<Report, NoReport>>,
): Promise<Report> {
  const whenInUse = (address: string) => `Ask the running one: add --from and its address, as in --from ${address}`;
  const choice = { dataDir: folder, environment, whenInUse };
  return withDatabase(choice, writeError, async ({ subjects, ledger, cache, repositories }) => {
    const report = await read(createQueueReader({ subjects, ledger, cache, repositories: repositories.list }), instant(now));
    if (!report.ok) throw new WrongUse(report.error.message);
    return report.value;
  });
}

const toJson = (report: unknown): string => `${JSON.stringify(report, null, 2)}\n`;
