import { formatDay, formatInstant } from "../../calendar/index.ts";
import { instant } from "../../kernel/instant.ts";
import type { AgendaReport } from "../../queue/index.ts";
import { howOrdered, renderEntry } from "./render-queue.ts";
import { nameOf, plain, row } from "./report-text.ts";

/** The agenda for people: the meeting and its days, what ends by then, who owes an answer, and the queue. */
export function renderAgenda(report: AgendaReport): string {
  const { repository, meeting, closing, escalations, entries } = report;
  const parts = [
    [`Agenda of ${plain(repository)}`, ...meetingLines(report)].join("\n"),
    section(meeting === null ? "Open decisions" : "Decisions that end by then", closing.map(closingText), "none"),
    section("Escalations that wait for an answer", escalations.map(escalationText), "none"),
    entries.length === 0
      ? "Review queue\n   nothing is ready for review"
      : ["Review queue", ...howOrdered(report).map((line) => `   ${line}`)].join("\n"),
    ...entries.map(renderEntry),
  ];
  return `${parts.join("\n\n")}\n`;
}

function meetingLines({ day, meeting }: AgendaReport): readonly string[] {
  if (meeting === null)
    return [`As of ${formatDay(day)}. The constitution gives no date of a first meeting (calendar.meetings.first), so none is known.`];
  return [
    row("meeting", formatDay(meeting.day)),
    ...(meeting.agenda === null ? [] : [row("submit by", `${formatDay(meeting.agenda)}, when the agenda is published`)]),
    ...(meeting.comments === null ? [] : [row("comments", `from ${formatDay(meeting.comments)}`)]),
    ...(meeting.minutes === null ? [] : [row("minutes", `by ${formatDay(meeting.minutes)}`)]),
  ];
}

function section(title: string, items: readonly string[], empty: string): string {
  return [title, ...(items.length === 0 ? [`   ${empty}`] : items)].join("\n");
}

const matters = { proposal: "", recommendation: " on its recommendation", sponsorship: " on standing behind it" } as const;

function closingText(decision: AgendaReport["closing"][number]): string {
  const { matter, proposes, kind, by, endsAt, deferred } = decision;
  const what = `${kind === "vote" ? "vote" : "consensus"} of ${by.join(" and ")}${matters[matter]}, to ${proposes}`;
  const ends = formatInstant(instant(endsAt));
  return [
    `   ${nameOf(decision)}`,
    row("", deferred ? `${what}, deferred ${ends}: the review window closes` : `${what}, ends ${ends}`),
  ].join("\n");
}

const whys = {
  "no-quorum": "too few took part",
  "not-passed": "the vote did not pass",
  contested: "the result is contested",
  raised: "it was asked for",
} as const;

function escalationText(escalation: AgendaReport["escalations"][number]): string {
  const { why, handler, answerBy } = escalation;
  const who = handler === null ? "Core answers, where no handler fits," : `${handler} answers`;
  return [`   ${nameOf(escalation)}`, row("", `${who} by ${formatInstant(instant(answerBy))} · ${whys[why]}`)].join("\n");
}
