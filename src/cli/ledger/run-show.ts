import { isKnownEvent } from "../../core/ledger/index.ts";
import type { Governance } from "../../governance/index.ts";
import type { SealedEvent } from "../../ports/ledger.ts";
import { tellEvent } from "../../render/index.ts";
import { readInputFile } from "../read-input-file.ts";
import { readRules } from "../read-rules.ts";
import { type DatabasePlace, withDatabase } from "../with-database.ts";
import { WrongUse } from "../wrong-use.ts";
import { BrokenExport, plainText } from "./broken-export.ts";
import type { FileIo } from "./check-file.ts";
import { findProposal } from "./find-proposal.ts";
import { readExport } from "./read-export.ts";
import { whenInUse } from "./when-in-use.ts";

export interface ShowOptions {
  readonly number: number;
  readonly database: DatabasePlace;
  /** An export to read instead of the database. */
  readonly file: string | null;
  readonly repository: string | null;
  readonly governance: string | null;
  readonly json: boolean;
}

export interface ShowIo extends FileIo {
  /** Day on which the names of people and groups are read, `YYYY-MM-DD`. */
  readonly today: string;
}

/** `steward ledger show`: 0, or 2 when used wrongly. */
export async function runShow(options: ShowOptions, io: ShowIo): Promise<0 | 2> {
  try {
    const governance = await readRules(options.governance ?? undefined, io.today);
    const events = options.file === null ? await readFromDatabase(options, io) : await readFromFile(options.file, options);
    io.writeOut(
      options.json ? `${JSON.stringify(events, null, 2)}\n` : events.map((event) => `${tellNumbered(event, governance)}\n`).join(""),
    );
    return 0;
  } catch (error) {
    if (!(error instanceof WrongUse)) throw error;
    io.writeError(`${error.message}\n`);
    return 2;
  }
}

async function readFromDatabase({ database, number, repository }: ShowOptions, io: ShowIo): Promise<readonly SealedEvent[]> {
  return withDatabase({ ...database, whenInUse }, io.writeError, async (store) =>
    store.ledger.readSealed(await findProposal(store, number, repository)),
  );
}

/** Without a word on whether the export holds: that is `verify`'s. */
async function readFromFile(file: string, { number, repository }: ShowOptions): Promise<readonly SealedEvent[]> {
  const events: SealedEvent[] = [];
  try {
    const bytes = await readInputFile(file, 2 ** 31 - 1);
    for (const entry of readExport(bytes)) {
      if (entry.kind !== "event" || entry.subject.pullRequest !== number) continue;
      if (repository !== null && String(entry.subject.repositoryId) !== repository) continue;
      events.push({ ...entry.event, salt: entry.salt });
    }
  } catch (error) {
    if (!(error instanceof BrokenExport)) throw error;
    throw new WrongUse(`${file}:${error.line}: ${error.message}`);
  }
  if (events.length === 0) throw new WrongUse(`${file} holds nothing of a proposal #${number}.`);
  return events;
}

function tellNumbered(event: SealedEvent, governance: Governance): string {
  const number = String(event.sequence).padStart(4);
  const { type }: { readonly type?: unknown } = event.fact;
  if (!isKnownEvent(event)) return `${number}  an entry that this version of Steward does not know: ${plainText(String(type), 60)}`;
  const gone = event.commitment !== null && event.reason === null ? " [the reason is not here; its commitment is]" : "";
  return `${number}  ${tellEvent(event, governance)}${gone}`;
}
