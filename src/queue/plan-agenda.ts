import { z } from "zod";
import { type Calendar, endOfDay, type Meetings, nextMeeting } from "../calendar/index.ts";
import type { DecisionRecord } from "../domain/decision.ts";
import type { Instant } from "../kernel/instant.ts";
import type { KnownProposal } from "./known-proposal.ts";
import { Day, PlacedEntry } from "./queue-entry.ts";

const Named = { pullRequest: z.int(), title: z.string().nullable(), link: z.string() };

/** What the deciding authority's next meeting has before it (L13). Instants and days are in ISO 8601. */
export const Agenda = z.object({
  /** The first meeting on the day asked for or after it; null where no first meeting is given. */
  meeting: z.object({ day: Day, agenda: Day.nullable(), comments: Day.nullable(), minutes: Day.nullable() }).nullable(),
  /** The review queue, in its order. */
  entries: z.array(PlacedEntry),
  /** Open decisions that end by the end of the meeting's day, the first to end first; every open one where no meeting is known. */
  closing: z.array(
    z.object({
      ...Named,
      matter: z.enum(["proposal", "recommendation", "sponsorship"]),
      proposes: z.enum(["accept", "reject"]),
      kind: z.enum(["lazy-consensus", "vote"]),
      /** Names of the bodies that decide. */
      by: z.array(z.string()),
      endsAt: z.iso.datetime(),
      /** The review window closes first, so that it ends without a result (V7). */
      deferred: z.boolean(),
    }),
  ),
  /** Escalations without an answer, the one whose answer is due first first. The handler is a login; null when nobody fits. */
  escalations: z.array(
    z.object({
      ...Named,
      why: z.enum(["no-quorum", "not-passed", "contested", "raised"]),
      handler: z.string().nullable(),
      answerBy: z.iso.datetime(),
    }),
  ),
});
export type Agenda = z.infer<typeof Agenda>;
type Closing = Agenda["closing"][number];

export interface AgendaInput {
  readonly entries: readonly PlacedEntry[];
  readonly proposals: readonly KnownProposal[];
  readonly meetings: Meetings | undefined;
  readonly calendar: Calendar;
  /** `YYYY-MM-DD`. */
  readonly day: string;
  readonly nameBody: (id: string) => string;
}

export function planAgenda({ entries, proposals, meetings, calendar, day, nameBody }: AgendaInput): Agenda {
  const meeting = meetings === undefined ? null : nextMeeting(meetings, day, calendar);
  const until = meeting === null ? null : endOfDay(meeting.day, calendar);
  const closing = proposals.flatMap((proposal) =>
    proposal.record.decisions.filter(({ closed }) => closed === null).map((decision) => toClosing(proposal, decision, nameBody)),
  );
  const escalations = proposals.flatMap((proposal) =>
    proposal.record.escalations
      .filter(({ answer }) => answer === null)
      .map(({ why, handler, answerBy }) => ({ ...nameOf(proposal), why, handler, answerBy })),
  );
  return {
    meeting,
    entries: [...entries],
    closing: closing
      .filter(({ endsAt }) => until === null || endsAt <= until)
      .toSorted((a, b) => compare(a.endsAt, b.endsAt) || a.pullRequest - b.pullRequest),
    escalations: escalations.toSorted((a, b) => compare(a.answerBy, b.answerBy) || a.pullRequest - b.pullRequest),
  };
}

const nameOf = ({ pullRequest, title, link }: KnownProposal) => ({ pullRequest, title, link });

function toClosing(proposal: KnownProposal, decision: DecisionRecord, nameBody: (id: string) => string): Closing {
  const { matter, proposes, parts, endsAt, deferredAt } = decision;
  const deferred = deferredAt !== null && deferredAt < endsAt;
  const ends: Instant = deferred ? deferredAt : endsAt;
  const kind = parts.some(({ rule }) => rule.kind === "vote") ? "vote" : "lazy-consensus";
  return { ...nameOf(proposal), matter, proposes, kind, by: parts.map(({ authority }) => nameBody(authority)), endsAt: ends, deferred };
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
