import type { EscalationRecord } from "../../src/domain/decision.ts";
import type { ProposalRecord } from "../../src/domain/proposal-record.ts";
import { instant } from "../../src/kernel/instant.ts";
import { AgendaReport, type KnownProposal, makeAgendaReport, makeQueueReport, QueueReport } from "../../src/queue/index.ts";
import { smallConstitution } from "../support/constitution.ts";
import { aRecord } from "../support/proposal-record.ts";
import { aDecision } from "../support/queue.ts";

const constitution = smallConstitution()
  .append(
    "project.yml",
    `queue:
  order: [formal-reviews-first, roadmap-first, oldest-readiness-first]
  roadmap:
    - { area: Better forecasts, groups: [forecasts-wg] }
`,
  )
  .edit(
    "project.yml",
    "  review-windows:\n",
    "  meetings: { every: 2 weeks, first: 2026-11-25, agenda: 2 weeks, comments: 1 week, minutes: 2 days }\n  review-windows:\n",
  );

const at = instant("2026-11-02T09:00:00Z");
const text = { headSha: "a".repeat(40), digest: "d1", proposal: "p1", files: [] };
const ready = { kind: "formal" as const, date: "2026-11-02", digest: "d1", at };
const inQueue: Partial<ProposalRecord> = { state: "in-review", ready, text };

const escalation: EscalationRecord = {
  id: 9,
  why: "raised",
  raisedBy: "asta",
  handler: "bo",
  handlerPerson: "bo",
  openedAt: at,
  answerBy: instant("2026-11-30T22:59:59Z"),
  answer: null,
};

function aProposal(record: Partial<ProposalRecord>, pullRequest = 12): KnownProposal {
  return {
    pullRequest,
    number: pullRequest,
    title: "Events",
    link: `https://github.example/o/r/pull/${pullRequest}`,
    route: null,
    record: aRecord(record),
  };
}

function input(proposals: readonly KnownProposal[], day = "2026-11-24", rules = constitution) {
  return { repository: "o/r", governance: rules.governance(), proposals, day, nameBody: (id: string) => `the ${id}` };
}
const queueOf = (record: Partial<ProposalRecord>, day?: string) => makeQueueReport(input([aProposal(record)], day)).entries;

describe("an entry of the queue", () => {
  it.each([
    ["a proposal readied for formal review, in review", inQueue, 1],
    ["a draft readied for pre-review", { ...inQueue, state: "draft", ready: { ...ready, kind: "pre" } }, 1],
    ["nothing that is not readied", { ...inQueue, ready: null }, 0],
    ["nothing that was accepted since", { ...inQueue, state: "accepted" }, 0],
    ["no pre-review of what is in review already", { ...inQueue, ready: { ...ready, kind: "pre" } }, 0],
  ] as const)("is %s", (_what, record, count) => {
    expect(queueOf(record)).toHaveLength(count);
  });

  it("names the group that stands behind it and its representative, and the areas of the roadmap that name the group", () => {
    const group = { ...aRecord().group, stands: "forecasts-wg", representative: "asta" };

    const [entry] = queueOf({ ...inQueue, group });

    expect(entry?.group).toEqual({ id: "forecasts-wg", name: "the forecasts-wg", representative: "asta" });
    expect(entry?.roadmap).toEqual(["Better forecasts"]);
    expect(queueOf({ ...inQueue, group: { ...group, stands: "readings-ig" } })[0]?.roadmap).toEqual([]);
  });

  it("tells whether its text is still the one that was readied", () => {
    expect(queueOf(inQueue)[0]?.revision?.asReadied).toBe(true);
    expect(queueOf({ ...inQueue, text: { ...text, digest: "d2" } })[0]?.revision?.asReadied).toBe(false);
  });

  it("aims at the review window that is open, with the freeze that follows; after the last one at none", () => {
    expect(queueOf(inQueue)[0]?.cycle).toEqual({
      window: { name: "Spring", opens: "2026-09-01", closes: "2026-12-15", open: true },
      freeze: { name: "Spring hard freeze", opens: "2027-02-01" },
      frozenUntil: null,
    });
    expect(queueOf(inQueue, "2026-08-31")[0]?.cycle?.window.open).toBe(false);
    expect(queueOf(inQueue, "2026-12-15")[0]?.cycle?.window.open).toBe(true);
    expect(queueOf(inQueue, "2026-12-16")[0]?.cycle).toBeNull();
  });

  it("aims, of two windows that are open, at the one that closes last, as a vote does", () => {
    const rules = constitution.edit(
      "project.yml",
      "    - { name: Spring,",
      "    - { name: Long, opens: 2026-10-01, closes: 2027-01-15 }\n    - { name: Spring,",
    );
    const windowOn = (day: string) => makeQueueReport(input([aProposal(inQueue)], day, rules)).entries[0]?.cycle?.window.name;

    expect(windowOn("2026-11-24")).toBe("Long");
    expect(windowOn("2026-09-24")).toBe("Spring");
    expect(windowOn("2026-08-24")).toBe("Spring");
  });

  it("aims, in a hard freeze, at the freeze after it, and not at the one that has begun", () => {
    const rules = constitution
      .edit("project.yml", "closes: 2026-12-15", "closes: 2027-06-15")
      .edit("project.yml", "Spring hard freeze, ", "Spring freeze, kind: hard, ")
      .edit("project.yml", "recorders: [asta]", "    - { name: Summer freeze, opens: 2027-07-01, closes: 2027-07-31 }\nrecorders: [asta]");
    const cycleOn = (day: string) => makeQueueReport(input([aProposal(inQueue)], day, rules)).entries[0]?.cycle;

    expect(cycleOn("2027-01-31")?.freeze?.name).toBe("Spring freeze");
    expect(cycleOn("2027-02-10")).toMatchObject({ freeze: { name: "Summer freeze" }, frozenUntil: "2027-03-01", window: { open: false } });
  });

  it("aims at no window when it is an extension (L16)", () => {
    const routed = {
      type: "routed",
      kind: "core",
      group: null,
      domain: "forecasts",
      touched: [],
      change: "extension",
      reasonCodes: [],
    } as const;

    expect(queueOf({ ...inQueue, routed })[0]?.cycle).toBeNull();
  });
});

describe("an agenda", () => {
  const agendaOf = (record: Partial<ProposalRecord>, day: string) => makeAgendaReport(input([aProposal(record)], day));

  it("is of the first meeting on the day or after it, with the days of its agenda, comments and minutes", () => {
    const second = { day: "2026-12-09", agenda: "2026-11-25", comments: "2026-12-02", minutes: "2026-12-11" };

    expect(agendaOf({}, "2026-11-25").meeting?.day).toBe("2026-11-25");
    expect(agendaOf({}, "2026-11-26").meeting).toEqual(second);
  });

  it("lists the decisions that end by the end of the meeting's day, in the constitution's time zone, and no closed ones", () => {
    const ends = (endsAt: string, closed = false) =>
      agendaOf({ decisions: [aDecision(instant(endsAt), closed)] }, "2026-11-26").closing.length;

    // Midnight in Oslo is 23:00 UTC.
    expect(ends("2026-12-09T22:59:59Z")).toBe(1);
    expect(ends("2026-12-09T23:00:00Z")).toBe(0);
    expect(ends("2026-12-01T12:00:00Z", true)).toBe(0);
  });

  it("counts a vote that the review window cuts short by the close of the window (V7)", () => {
    const decision = { ...aDecision(instant("2026-12-20T12:00:00Z")), deferredAt: instant("2026-12-09T12:00:00Z") };

    const { closing } = agendaOf({ decisions: [decision] }, "2026-11-26");

    expect(closing).toMatchObject([{ endsAt: "2026-12-09T12:00:00.000Z", deferred: true }]);
  });

  it("lists every open decision where no meeting is known", () => {
    const rules = smallConstitution();
    const proposals = [aProposal({ decisions: [aDecision(instant("2027-12-20T12:00:00Z"))] })];

    const agenda = makeAgendaReport(input(proposals, "2026-11-26", rules));

    expect(agenda.meeting).toBeNull();
    expect(agenda.closing).toHaveLength(1);
  });

  it("lists what ends or is due first first, then the lower number", () => {
    const record = (at: string) => ({
      decisions: [aDecision(instant(at))],
      escalations: [{ ...escalation, answerBy: instant(at) }],
    });
    const [late, early] = ["2026-12-08T12:00:00Z", "2026-12-01T12:00:00Z"];
    const proposals = [aProposal(record(late), 13), aProposal(record(early), 14), aProposal(record(late), 12)];

    const { closing, escalations } = makeAgendaReport(input(proposals, "2026-11-26"));

    expect(closing.map(({ pullRequest }) => pullRequest)).toEqual([14, 12, 13]);
    expect(escalations.map(({ pullRequest }) => pullRequest)).toEqual([14, 12, 13]);
  });

  it("lists the escalations that wait for an answer, and no answered ones", () => {
    const answered = { ...escalation, answer: { at, kind: "return" as const } };

    const { escalations } = agendaOf({ escalations: [answered, escalation] }, "2026-11-26");

    expect(escalations).toMatchObject([{ pullRequest: 12, why: "raised", handler: "bo", answerBy: "2026-11-30T22:59:59.000Z" }]);
  });
});

test("both reports are what their schemas say, to the key", () => {
  const proposals = [aProposal({ ...inQueue, escalations: [escalation], decisions: [aDecision(instant("2026-12-01T12:00:00Z"))] })];
  const queue = makeQueueReport(input(proposals));
  const agenda = makeAgendaReport(input(proposals));

  expect(QueueReport.parse(JSON.parse(JSON.stringify(queue)))).toEqual(queue);
  expect(AgendaReport.parse(JSON.parse(JSON.stringify(agenda)))).toEqual(agenda);
});
