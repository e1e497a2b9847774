import { calendarOf } from "../calendar/index.ts";
import type { Governance } from "../governance/index.ts";
import type { KnownProposal } from "./known-proposal.ts";
import { orderQueue } from "./order-queue.ts";
import { planAgenda } from "./plan-agenda.ts";
import type { PlacedEntry } from "./queue-entry.ts";
import type { AgendaReport, QueueReport } from "./report.ts";
import { toQueueEntry } from "./to-queue-entry.ts";

export interface ReportInput {
  /** `owner/name`. */
  readonly repository: string;
  readonly governance: Governance;
  readonly proposals: readonly KnownProposal[];
  /** `YYYY-MM-DD`. */
  readonly day: string;
  /** What people call a group or an authority. */
  readonly nameBody: (id: string) => string;
}

export function makeQueueReport(input: ReportInput): QueueReport {
  return { ...headOf(input), entries: [...placedEntries(input)] };
}

export function makeAgendaReport(input: ReportInput): AgendaReport {
  const { governance, proposals, day, nameBody } = input;
  const { calendar } = governance.project;
  const entries = placedEntries(input);
  return {
    ...headOf(input),
    ...planAgenda({ entries, proposals, meetings: calendar.meetings, calendar: calendarOf(calendar), day, nameBody }),
  };
}

function headOf({ repository, day, governance }: ReportInput) {
  const order = { rules: [...(governance.project.queue?.order ?? [])], clause: governance.clauses.get("queue") ?? null };
  return { version: 1 as const, repository, day, rules: governance.commit, order };
}

function placedEntries({ governance, proposals, day, nameBody }: ReportInput): readonly PlacedEntry[] {
  const entries = proposals.flatMap((proposal) => toQueueEntry(proposal, { governance, day, nameBody }) ?? []);
  return orderQueue(entries, governance.project.queue, governance.clauses.get("queue") ?? null);
}
