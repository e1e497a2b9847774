import { z } from "zod";
import { calendarOf, dayOf } from "../calendar/index.ts";
import { foldLedger } from "../core/ledger/index.ts";
import type { ProposalRecord } from "../domain/proposal-record.ts";
import type { Governance } from "../governance/index.ts";
import type { Instant } from "../kernel/instant.ts";
import { err, ok, type Result } from "../kernel/result.ts";
import { type Ledger, subjectKey } from "../ports/ledger.ts";
import type { Cache, SubjectState, SubjectStore } from "../ports/store.ts";
import { type AgendaReport, type KnownProposal, makeAgendaReport, makeQueueReport, type QueueReport } from "../queue/index.ts";
import { plainBody } from "../render/index.ts";
import { createKeptRules } from "./rules-in-force.ts";

/** What the reports are read from. */
export interface QueueSources {
  readonly subjects: Pick<SubjectStore, "list">;
  readonly ledger: Pick<Ledger, "read">;
  readonly cache: Pick<Cache, "get">;
  repositories(): Promise<readonly Repository[]>;
}

interface Repository {
  readonly id: number;
  readonly owner: string;
  readonly name: string;
}

export interface QueueQuestion {
  /** `owner/name`; null for the only one there is. */
  readonly repository: string | null;
  readonly now: Instant;
}

/** Why there is no report: the question is wrong, or nothing is known yet. */
export interface NoReport {
  readonly code: "wrong-question" | "not-read-yet";
  readonly message: string;
}

/** Reads the reports; keeps what did not change between two of them, so that a page may ask often. */
export interface QueueReader {
  /** The review queue as it stands now. */
  queue(question: QueueQuestion): Promise<Result<QueueReport, NoReport>>;
  /** What stands now, for the first meeting on the day or after it. */
  agenda(question: QueueQuestion & { readonly date: string | null }): Promise<Result<AgendaReport, NoReport>>;
}

export function createQueueReader(sources: QueueSources): QueueReader {
  const keptRules = createKeptRules(sources.cache);
  const recordOf = createRecordReader(sources.ledger);

  async function readKnown({ repository, now }: QueueQuestion): Promise<Result<Known, NoReport>> {
    const found = chooseRepository(await sources.repositories(), repository);
    if (!found.ok) return found;
    const { id, owner, name } = found.value;
    const governance = await keptRules(id, now.slice(0, 10));
    if (governance === null) {
      const message = `The constitution of ${owner}/${name} was not read yet, or has errors: see them with \`steward check\`.`;
      return err({ code: "not-read-yet", message });
    }
    const open = (await sources.subjects.list(id)).filter((state) => state.open && state.view.kind === "proposal");
    return ok({
      repository: `${owner}/${name}`,
      governance,
      proposals: await Promise.all(open.map(async (state) => toKnownProposal(state, await recordOf(state)))),
      today: dayOf(now, calendarOf(governance.project.calendar)),
      nameBody: (body) => plainBody(body, governance),
    });
  }

  return {
    async queue(question) {
      const known = await readKnown(question);
      return known.ok ? ok(makeQueueReport({ ...known.value, day: known.value.today })) : known;
    },
    async agenda({ date, ...question }) {
      if (date !== null && !z.iso.date().safeParse(date).success) {
        return err({ code: "wrong-question", message: `The date is ${JSON.stringify(date)}, and must be a day as in 2026-12-09.` });
      }
      const known = await readKnown(question);
      if (!known.ok) return known;
      const { today } = known.value;
      const day = date ?? today;
      // The meetings are counted one by one, so that a day far away would take long.
      if (day < today || day > `${Number(today.slice(0, 4)) + 2}${today.slice(4)}`) {
        const message = `An agenda shows what stands now: give a day from today, ${today}, to two years ahead. The date is ${day}.`;
        return err({ code: "wrong-question", message });
      }
      return ok(makeAgendaReport({ ...known.value, day }));
    },
  };
}

interface Known {
  readonly repository: string;
  readonly governance: Governance;
  readonly proposals: readonly KnownProposal[];
  readonly today: string;
  readonly nameBody: (id: string) => string;
}

/** Folds a ledger once for each pass over its proposal: whatever a pass appends, it saves the state after. */
function createRecordReader(ledger: QueueSources["ledger"]): (state: SubjectState) => Promise<ProposalRecord> {
  const kept = new Map<string, { readonly pass: string; readonly record: ProposalRecord }>();
  return async ({ subject, lastPassAt, fingerprint }) => {
    const key = subjectKey(subject);
    const pass = `${lastPassAt} ${fingerprint}`;
    const known = kept.get(key);
    if (known?.pass === pass) return known.record;
    const record = foldLedger(await ledger.read(subject));
    kept.set(key, { pass, record });
    return record;
  };
}

function chooseRepository(all: readonly Repository[], wanted: string | null): Result<Repository, NoReport> {
  const nameOf = ({ owner, name }: Repository) => `${owner}/${name}`;
  const [first, ...others] = wanted === null ? all : all.filter((each) => nameOf(each).toLowerCase() === wanted.toLowerCase());
  const list = all.map(nameOf).join(", ");
  if (first === undefined) {
    return all.length === 0
      ? err({ code: "not-read-yet", message: "Steward knows of no repository that it is installed on." })
      : err({ code: "wrong-question", message: `Steward is not installed on ${wanted}; it is on ${list}.` });
  }
  return others.length === 0 ? ok(first) : err({ code: "wrong-question", message: `Name one of the repositories: ${list}.` });
}

function toKnownProposal({ subject, view }: SubjectState, record: ProposalRecord): KnownProposal {
  const { number, title, url, route } = view;
  return { pullRequest: subject.pullRequest, number, title, link: url, route, record };
}
