import { describe, expect, test } from "@jest/globals";
import {
  aCommandContext,
  aCoreRoute,
  actTime,
  decideText,
  draftsOf,
  factsOf,
  recordAfter,
  refusalOf,
} from "../../../test/support/command-context.ts";
import { aConsensus } from "../../../test/support/command-situations.ts";

describe("/route core", () => {
  test("by a lead of the group concerned or by Core sends it to Core, with the reason", () => {
    expect(draftsOf("/route core It concerns every client", { as: "Juno" })).toEqual([
      { reason: "It concerns every client", fact: { type: "route-set", to: "core" } },
    ]);
    expect(factsOf("/route core", { as: "bo-okafor" })).toHaveLength(1);
    expect(recordAfter("/route core", { as: "Juno" }).coreDecides).toBe(true);
  });

  test("is also for a lead who is an author: it delegates nothing", () => {
    expect(factsOf("/route core", { as: "Juno", facts: { authors: new Set(["juno"]) } })).toHaveLength(1);
  });

  test("is refused to members, authors and strangers, naming who could", () => {
    for (const as of ["ravi", "mira", "somebody"]) {
      expect(refusalOf("/route core", { as })).toMatchObject({ code: "not-concerned", who: ["Juno", "asta", "bo-okafor", "cleo"] });
    }
  });

  test("changes nothing where the matter is Core's by an act already", () => {
    expect(factsOf("/route core", { as: "Juno", record: { coreDecides: true } })).toEqual([]);
  });
});

describe("/route group", () => {
  const sent = recordAfter("/route core", { as: "Juno" });

  test("by Core gives it back to what the rules say", () => {
    expect(factsOf("/route group", { as: "cleo", record: sent })).toEqual([{ type: "route-set", to: "rules" }]);
    expect(recordAfter("/route group", { as: "cleo", record: sent })).toMatchObject({ coreDecides: false, routeSet: null });
  });

  test("delegates nothing that the rules do not: it says whom they name", () => {
    const verdict = decideText("/route group", aCommandContext({ as: "cleo", record: sent, facts: { route: aCoreRoute() } }));

    expect(verdict).toMatchObject({ kind: "done", text: "It goes by the rules again, and they name Core." });
  });

  test("changes nothing where it goes by the rules", () => {
    expect(factsOf("/route group", { as: "cleo" })).toEqual([]);
  });

  test("is refused to leads, and to Core Maintainers who are authors", () => {
    expect(refusalOf("/route group", { as: "Juno", record: sent })).toMatchObject({ code: "not-core", who: ["asta", "bo-okafor", "cleo"] });
    expect(refusalOf("/route group", { as: "cleo", record: sent, facts: { authors: new Set(["cleo"]) } })).toMatchObject({
      code: "own-proposal",
      who: ["asta", "bo-okafor"],
    });
  });
});

describe("/route", () => {
  const escalation = {
    id: 9,
    why: "raised",
    raisedBy: "juno",
    handler: null,
    handlerPerson: null,
    openedAt: actTime,
    answerBy: actTime,
    answer: null,
  } as const;

  test("waits for whatever is open", () => {
    const inReview = { state: "in-review" } as const;

    expect(refusalOf("/route core", { as: "Juno", record: { ...inReview, decisions: [aConsensus()] } })).toMatchObject({
      code: "decision-open",
    });
    expect(refusalOf("/route core", { as: "cleo", record: { ...inReview, escalations: [escalation] } })).toMatchObject({
      code: "escalated",
    });
  });

  test.each(["accepted", "rejected", "final", "withdrawn", "dormant"] as const)("comes too late in %s", (state) => {
    expect(refusalOf("/route core", { as: "cleo", record: { state } })).toMatchObject({ code: "wrong-state" });
  });

  test("knows two words", () => {
    expect(refusalOf("/route forecasts-wg", { as: "cleo" })).toMatchObject({
      code: "cannot-be-read",
      instead: "Write it anew, such as `/route core`.",
    });
  });
});
