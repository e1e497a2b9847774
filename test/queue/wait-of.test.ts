import type { ProposalRecord } from "../../src/domain/proposal-record.ts";
import type { Route } from "../../src/domain/route.ts";
import { instant } from "../../src/kernel/instant.ts";
import { makeQueueReport } from "../../src/queue/index.ts";
import { aCoreRoute, aGroupRoute } from "../support/command-context.ts";
import { type Constitution, smallConstitution } from "../support/constitution.ts";
import { aRecord } from "../support/proposal-record.ts";
import { aDecision } from "../support/queue.ts";

const usual = smallConstitution();
/** Core votes inside review windows only (V7). */
const inWindows = usual.edit(
  "procedures.yml",
  "threshold: half-of-eligible",
  "threshold: half-of-eligible\n    inside-review-window: true",
);
const at = instant("2026-11-02T09:00:00Z");
const later = instant("2026-12-20T12:00:00Z");
const ready = { kind: "formal", date: "2026-11-02", digest: "d1", at } as const;
const hold = { person: "juno", login: "Juno", setAt: at, endsAt: later };
const entered = {
  id: 3,
  verdict: "accept",
  link: "https://example.org/minutes",
  yes: [],
  no: [],
  abstain: [],
  enteredBy: "asta",
  digest: "d1",
  at,
  settlesAt: later,
  confirmationsNeeded: 2,
  confirmedBy: [],
  ended: null,
} as const;
const escalation = {
  id: 9,
  why: "raised",
  raisedBy: "juno",
  handler: "bo",
  handlerPerson: "bo",
  openedAt: at,
  answerBy: later,
  answer: null,
} as const;

interface Asked {
  readonly record?: Partial<ProposalRecord>;
  readonly route?: Route | null;
  readonly day?: string;
  readonly rules?: Constitution;
}

function entryOf({ record = {}, route = aGroupRoute(), day = "2026-11-24", rules = usual }: Asked) {
  const proposals = [
    {
      pullRequest: 12,
      number: 12,
      title: "Events",
      link: "https://github.example/o/r/pull/12",
      route,
      record: aRecord({ state: "in-review", ready, ...record }),
    },
  ];
  const [entry] = makeQueueReport({
    repository: "o/r",
    governance: rules.governance(),
    proposals,
    day,
    nameBody: (id) => `<${id}>`,
  }).entries;
  return entry;
}
const waitOf = (asked: Asked) => entryOf(asked)?.waitsFor;
const ends = "Sunday 20 December 2026, 12:00 UTC";

describe("what an entry of the queue waits for", () => {
  it.each<[string, Asked, string]>([
    ["a group that decides opens the decision", {}, "<forecasts-wg> to open the decision"],
    [
      "groups that decide jointly",
      { route: aGroupRoute({ jointWith: ["tides-wg"] }) },
      "<forecasts-wg> and <tides-wg> to open the decision",
    ],
    ["Core votes", { route: aCoreRoute() }, "<core-maintainers> to vote"],
    ["nobody decides", { route: aGroupRoute({ group: null }) }, "somebody who decides it: the rules name nobody"],
    ["nothing is routed", { route: null }, "somebody who decides it: the rules name nobody"],
    [
      "a pre-review decides nothing",
      { record: { state: "draft", ready: { ...ready, kind: "pre" } } },
      "the deciders' look at it, without a decision",
    ],
  ])("%s", (_rule, asked, text) => {
    expect(waitOf(asked)).toMatchObject({ text, until: null });
  });

  it("is what is open before what could open, and what stops everything before that", () => {
    const decisions = [aDecision(later)];
    const record = { decisions, escalations: [escalation] };

    expect(waitOf({ record: { escalations: [escalation] } })).toEqual({
      code: "escalation",
      text: `the answer of bo, due ${ends}`,
      until: later,
    });
    expect(waitOf({ record })).toEqual({ code: "decision", text: `the vote of <core-maintainers>, until ${ends}`, until: later });
    expect(waitOf({ record: { ...record, entered: [entered] } })?.code).toBe("record");
    expect(waitOf({ record: { ...record, entered: [entered], holds: [hold] } })).toEqual({
      code: "hold",
      text: `the end of a hold, ${ends}`,
      until: later,
    });
  });

  it("is the close of the review window where that cuts a vote short, with the moment (V7)", () => {
    const closes = instant("2026-12-15T22:59:59Z");

    expect(waitOf({ record: { decisions: [{ ...aDecision(later), deferredAt: closes }] } })).toMatchObject({
      code: "decision",
      until: closes,
    });
    expect(waitOf({ record: { decisions: [{ ...aDecision(closes), deferredAt: later }] } })?.text).not.toContain("defers");
    expect(waitOf({ record: { decisions: [{ ...aDecision(closes), deferredAt: closes }] } })?.text).not.toContain("defers");
  });

  it("is a decision on the proposal before a recommendation about it, and the bodies that decide are those of the decision", () => {
    const recommendation = { ...aDecision(later), matter: "recommendation" as const };

    expect(waitOf({ route: aCoreRoute(), record: { decisions: [recommendation] } })?.text).toContain("on its recommendation");
    expect(entryOf({ record: { decisions: [recommendation] } })?.decides).toEqual(["<forecasts-wg>"]);
    expect(entryOf({ record: { decisions: [recommendation, aDecision(later)] } })?.decides).toEqual(["<core-maintainers>"]);
  });

  it("is the next review window where Core votes inside windows alone, extensions included, and no group waits for one", () => {
    const asked = { rules: inWindows, route: aCoreRoute(), day: "2026-08-31" };
    const text = "the review window “Spring”, which opens Tuesday 1 September 2026; then for <core-maintainers> to vote";
    const routed = {
      type: "routed",
      kind: "core",
      group: null,
      domain: "forecasts",
      touched: [],
      change: "extension",
      reasonCodes: [],
    } as const;

    expect(waitOf(asked)).toEqual({ code: "review-window", text, until: null });
    expect(waitOf({ ...asked, record: { routed } })).toEqual({ code: "review-window", text, until: null });
    expect(waitOf({ ...asked, day: "2026-09-01" })?.code).toBe("opening");
    expect(waitOf({ ...asked, day: "2026-12-16" })).toMatchObject({ code: "review-window", text: "a review window: none is announced" });
    expect(waitOf({ ...asked, route: aGroupRoute() })?.code).toBe("opening");
    expect(waitOf({ ...asked, rules: usual })?.code).toBe("opening");
  });

  it("is the end of a hard freeze in the middle of a window, and no soft one", () => {
    const frozen = (kind: string) => ({
      rules: inWindows
        .edit("project.yml", "closes: 2026-12-15", "closes: 2027-06-15")
        .edit("project.yml", "name: Spring hard freeze,", `name: Spring freeze, kind: ${kind},`),
      route: aCoreRoute(),
    });

    const text = "the end of the hard freeze, whose last day is Monday 1 March 2027; then for <core-maintainers> to vote";
    expect(waitOf({ ...frozen("hard"), day: "2027-02-10" })).toEqual({ code: "hard-freeze", text, until: null });
    expect(waitOf({ ...frozen("hard"), day: "2027-03-02" })?.code).toBe("opening");
    expect(waitOf({ ...frozen("soft"), day: "2027-02-10" })?.code).toBe("opening");
  });

  it("is the next window where the hard freeze outlasts this one", () => {
    const rules = inWindows
      .edit("project.yml", "    - { name: Spring,", "    - { name: Autumn, opens: 2027-03-10, closes: 2027-05-01 }\n    - { name: Spring,")
      .edit("project.yml", "closes: 2026-12-15", "closes: 2027-02-15")
      .edit("project.yml", "name: Spring hard freeze,", "name: Spring freeze, kind: hard,");

    expect(waitOf({ rules, route: aCoreRoute(), day: "2027-02-10" })?.text).toContain("“Autumn”, which opens Wednesday 10 March 2027");
  });
});
