import { describe, expect, test } from "@jest/globals";
import {
  aCommandContext,
  aCoreRoute,
  type CommandSituation,
  decideText,
  draftsOf,
  factsOf,
  refusalOf,
} from "../../../test/support/command-context.ts";
import { aConsensus, anOversight, aVote, situationOf } from "../../../test/support/command-situations.ts";
import { smallConstitution } from "../../../test/support/constitution.ts";
import { instant } from "../../kernel/instant.ts";

const at = instant("2026-11-22T10:00:00Z");
const usual = smallConstitution();
const review = situationOf("in review");
const byLead = situationOf("in review, by a lead");
const withRecord = (situation: CommandSituation, record: CommandSituation["record"]) => ({
  ...situation,
  record: { ...situation.record, ...record },
});
const waiting = {
  id: 15,
  why: "raised",
  raisedBy: "juno",
  handler: "bo-okafor",
  handlerPerson: "bo-okafor",
  openedAt: at,
  answerBy: at,
  answer: null,
} as const;
const text = "/escalate We cannot agree on the error model";
const handlerOf = (situation: CommandSituation) =>
  factsOf(text, situation).flatMap((fact) => (fact.type === "escalation-opened" ? [fact.handler] : []))[0];

describe("/escalate", () => {
  test("by a lead names a handler and the clock of the first answer", () => {
    expect(draftsOf(text, byLead)).toMatchObject([
      {
        reason: "We cannot agree on the error model",
        fact: {
          type: "escalation-opened",
          why: "raised",
          raisedBy: "juno",
          handler: "bo-okafor",
          handlerPerson: "bo-okafor",
          answerBy: "2026-11-30T10:00:00.000Z",
        },
      },
    ]);
  });

  test("ends what is open, with its tally", () => {
    const ballots = [{ person: "noor", choice: "yes", at, source: "comment/5#0" }] as const;
    const open = withRecord(byLead, { decisions: [aConsensus({ ballots })] });

    expect(factsOf(text, open)).toMatchObject([
      { type: "decision-closed", decision: 21, outcome: "ended", yes: ["noor"] },
      { type: "escalation-opened" },
    ]);
  });

  test.each([
    ["a Core Maintainer", "bo-okafor"],
    ["a lead, by any of their accounts", "juno-old"],
  ])("is for %s", (_, as) => {
    expect(factsOf(text, { ...review, as })).toHaveLength(1);
  });

  test.each([
    ["a voting member who leads nothing", "noor"],
    ["the author", "mira"],
    ["a stranger", "somebody"],
  ])("is not for %s", (_, as) => {
    expect(refusalOf(text, { ...review, as })).toMatchObject({ code: "not-concerned", who: ["Juno"] });
  });

  test.each([
    ["in draft", situationOf("in draft, by a lead"), "not-in-review"],
    ["where Core decides", { ...byLead, facts: { route: aCoreRoute() } }, "core-decides"],
    ["after a veto brought it to Core", withRecord(byLead, { coreDecides: true }), "core-decides"],
  ])("is refused %s", (_, situation, code) => {
    expect(refusalOf(text, situation)).toMatchObject({ code });
  });

  test("says why, and again changes nothing", () => {
    expect(refusalOf("/escalate", byLead)).toMatchObject({ code: "reason-too-short" });
    expect(factsOf(text, withRecord(byLead, { escalations: [waiting] }))).toEqual([]);
    expect(refusalOf(text, { ...withRecord(byLead, { escalations: [waiting] }), as: "noor" })).toMatchObject({ code: "not-concerned" });
  });
});

describe("the handler", () => {
  test("shares no organisation with author, sponsor or raiser", () => {
    expect(handlerOf(withRecord(byLead, { sponsor: { person: "bo-okafor", login: "bo-okafor", at } }))).toBe("cleo");
    expect(handlerOf({ ...byLead, facts: { authors: new Set(["noor"]) } })).toBeNull();
    expect(handlerOf({ ...review, as: "bo-okafor" })).toBe("asta");
  });

  test("may share one where the constitution does not ask otherwise", () => {
    const constitution = usual.append(
      "project.yml",
      "escalation: { to: core-maintainers, answer-within: 2 days, handler-of-another-organisation: false }\n",
    );

    expect(handlerOf({ ...byLead, constitution })).toBe("asta");
    expect(factsOf(text, { ...byLead, constitution })).toMatchObject([{ answerBy: "2026-11-25T10:00:00.000Z" }]);
    expect(draftsOf(text, { ...byLead, constitution })[0]?.clause).toMatch(/^project\.yml:\d+$/);
  });

  test("has the fewest open escalations, is not away and has not left", () => {
    const loose = usual.append(
      "project.yml",
      "escalation: { to: core-maintainers, answer-within: 5 days, handler-of-another-organisation: false }\n",
    );
    const away = loose.edit(
      "people.yml",
      "accounts: [{ login: asta, id: 1001 }]",
      "away: [{ from: 2026-11-23, until: 2026-11-23 }]\n    accounts: [{ login: asta, id: 1001 }]",
    );

    expect(handlerOf({ ...byLead, constitution: loose, load: new Map([["asta", 1]]) })).toBe("bo-okafor");
    expect(handlerOf({ ...byLead, constitution: away })).toBe("bo-okafor");
    expect(handlerOf({ ...withRecord(byLead, { recused: ["asta"] }), constitution: loose })).toBe("bo-okafor");
  });
});

describe("contesting a passed vote", () => {
  const passed = aVote({ closed: { at, outcome: "carried", sequence: 30 } });
  const contested = (changes: Parameters<typeof anOversight>[0] = {}): CommandSituation => ({
    record: {
      ...review.record,
      state: "accepted",
      decisions: [passed],
      oversight: anOversight({ contestUntil: instant("2026-11-27T10:00:00Z"), ...changes }),
    },
  });

  test("is for any of its voters, and undoes what it brought", () => {
    expect(factsOf(text, { ...contested(), as: "noor" })).toMatchObject([
      { type: "oversight-ended", how: "undone" },
      { type: "state-moved", from: "accepted", to: "in-review" },
      { type: "escalation-opened", why: "contested", raisedBy: "noor" },
    ]);
  });

  test("outlasts an oversight that ended, and reaches a rejection", () => {
    const released = contested({ ended: { at, how: "released" } });

    expect(factsOf(text, { ...released, as: "noor" }).map(({ type }) => type)).toEqual(["state-moved", "escalation-opened"]);
    expect(factsOf(text, { ...withRecord(released, { state: "rejected" }), as: "noor" })).toMatchObject([{ from: "rejected" }, {}]);
  });

  test.each([
    ["a Core Maintainer without a vote in it", { ...contested(), as: "bo-okafor" }],
    ["the sponsor", { ...contested(), as: "cleo" }],
    ["the author", { ...contested(), as: "mira" }],
    ["a voter who left", { ...withRecord(contested(), { decisions: [{ ...passed, removed: ["noor"] }] }), as: "noor" }],
  ])("is not for %s", (_, situation) => {
    expect(refusalOf(text, situation)).toMatchObject({ code: "not-concerned" });
  });

  test.each([
    ["once its time has passed", { ...contested(), as: "Juno", at: "2026-11-27T10:00:01Z" }],
    ["once it was undone", { ...contested({ ended: { at, how: "undone" } }), as: "Juno" }],
    ["where consensus decided", { ...contested({ contestUntil: null }), as: "Juno" }],
    [
      "once Core decided since",
      {
        ...withRecord(contested(), { decisions: [passed, aVote({ id: 33, closed: { at, outcome: "carried", sequence: 35 } })] }),
        as: "Juno",
      },
    ],
  ])("is over %s", (_, situation) => {
    expect(refusalOf(text, situation)).toMatchObject({ code: "not-in-review" });
  });

  test("is in time in the last second", () => {
    expect(factsOf(text, { ...contested(), as: "noor", at: "2026-11-27T10:00:00Z" })).toHaveLength(3);
  });
});

describe("the answer", () => {
  const escalated = withRecord(review, { escalations: [waiting] });

  test.each(["guidance", "return", "core"])("%s is the handler's, with a text", (word) => {
    expect(draftsOf(`/escalate ${word} Keep it optional`, { ...escalated, as: "bo-okafor" })).toMatchObject([
      { reason: "Keep it optional", fact: { type: "escalation-answered", escalation: 15, answer: word } },
    ]);
    expect(refusalOf(`/escalate ${word}`, { ...escalated, as: "bo-okafor" })).toMatchObject({ code: "reason-too-short" });
  });

  test.each([
    ["another Core Maintainer", "cleo"],
    ["a lead", "Juno"],
    ["a stranger", "somebody"],
  ])("is not of %s", (_, as) => {
    expect(refusalOf("/escalate return More detail", { ...escalated, as })).toMatchObject({ code: "not-handler", who: ["bo-okafor"] });
  });

  test("is not of a handler who left Core, or became an author", () => {
    const left = usual.edit(
      "people.yml",
      "affiliation: Orbit\n    levels: [{ level: core-maintainer, since: 2025-03-01 }]",
      "affiliation: Orbit\n    emeritus: [core-maintainer]",
    );

    expect(refusalOf("/escalate return More detail", { ...escalated, as: "bo-okafor", constitution: left })).toMatchObject({
      code: "not-handler",
    });
    expect(
      refusalOf("/escalate return More detail", { ...escalated, as: "bo-okafor", facts: { authors: new Set(["bo-okafor"]) } }),
    ).toMatchObject({ code: "own-proposal" });
  });

  test("waits for an escalation", () => {
    expect(refusalOf("/escalate return More detail", { ...review, as: "bo-okafor" })).toMatchObject({ code: "not-escalated" });
  });
});

describe("private matters", () => {
  test.each(["security", "conduct"])("%s is recorded by its kind alone, for anybody", (kind) => {
    for (const written of [`/escalate ${kind}`, `/escalate ${kind}: the token is in the log`]) {
      expect(draftsOf(written, { as: "somebody" })).toEqual([
        { clause: expect.stringMatching(/^project\.yml:\d+$/), fact: { type: "private-matter-reported", kind } },
      ]);
    }
  });

  test("are answered with the channel, where there is one", () => {
    const said = (written: string) => decideText(written, aCommandContext({ as: "somebody" }));

    expect(said("/escalate security")).toMatchObject({ text: expect.stringContaining("https://example.org/security") });
    expect(said("/escalate conduct")).toMatchObject({ text: expect.stringContaining("Core Maintainer in private") });
  });
});
