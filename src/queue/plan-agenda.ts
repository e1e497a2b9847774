import { z } from "zod";
import { type Calendar, endOfDay, type Meetings, nextMeeting } from "../calendar/index.ts";
import type { DecisionRecord } from "../domain/decision.ts";
import type { Instant } from "../kernel/instant.ts";
import type { KnownProposal } from "./known-proposal.ts";
import { Day, Link, Moment, PlacedEntry, PullRequest, Title } from "./queue-entry.ts";

const Named = { pullRequest: PullRequest, title: Title, link: Link };

/** What the deciding authority's next meeting has before it (L13). */
export const Agenda = z.object({
  meeting: z
    .object({
      day: Day.describe("day of the meeting"),
      agenda: Day.nullable().describe("when its agenda is published, and the last day to submit for it; null where the rules do not say"),
      comments: Day.nullable().describe("when comments on the agenda begin; null where the rules do not say"),
      minutes: Day.nullable().describe("by when its minutes are published; null where the rules do not say"),
    })
    .nullable()
    .describe("the first meeting on the day asked for or after it; null where the constitution gives no first meeting"),
  entries: z.array(PlacedEntry).describe("the review queue, in its order"),
  closing: z
    .array(
      z.object({
        ...Named,
        matter: z
          .enum(["proposal", "recommendation", "sponsorship"])
          .describe("what is decided: `sponsorship` is a group's standing behind it"),
        proposes: z.enum(["accept", "reject"]).describe("what is proposed"),
        kind: z.enum(["lazy-consensus", "vote"]).describe("procedure"),
        by: z.array(z.string()).describe("names of the bodies that decide"),
        endsAt: Moment.describe("when it ends"),
        deferred: z.boolean().describe("it ends without a result, because the review window closes first"),
      }),
    )
    .describe("open decisions that end by the end of the meeting's day, the first to end first; every open one where no meeting is known"),
  escalations: z
    .array(
      z.object({
        ...Named,
        why: z.enum(["no-quorum", "not-passed", "contested", "raised"]).describe("why it went to Core"),
        handler: z.string().nullable().describe("login of who answers; null when nobody fits"),
        answerBy: Moment.describe("when the answer is due"),
      }),
    )
    .describe("escalations without an answer, the one whose answer is due first first"),
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
