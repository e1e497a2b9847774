import { describe, expect, test } from "@jest/globals";
import { aCoreRoute, factsOf, recordAfter, refusalOf } from "../../../test/support/command-context.ts";
import { aConsensus, situationOf } from "../../../test/support/command-situations.ts";

const review = situationOf("in review");
const recused = (person: string) => [{ type: "recused", person }];

describe("/recuse", () => {
  test.each([
    ["a voting member of the deciding group", "noor", "noor"],
    ["a lead, by any of their accounts", "juno-old", "juno"],
    ["a Core Maintainer, whose vote may come", "bo-okafor", "bo-okafor"],
  ])("takes out %s, with nothing open", (_, as, person) => {
    expect(factsOf("/recuse", { ...review, as })).toEqual(recused(person));
  });

  test("takes a voter out of the group that recommends to Core", () => {
    expect(factsOf("/recuse", { ...review, as: "noor", facts: { route: aCoreRoute() } })).toEqual(recused("noor"));
  });

  test("takes out who votes in what is open, whatever the route names now", () => {
    const record = { ...review.record, decisions: [aConsensus()] };

    expect(factsOf("/recuse", { ...review, as: "noor", record, facts: { route: aCoreRoute({ group: null }) } })).toEqual(recused("noor"));
    expect(refusalOf("/recuse", { ...review, as: "noor", facts: { route: aCoreRoute({ group: null }) } })).toMatchObject({
      code: "no-voter",
    });
  });

  test("twice changes nothing", () => {
    const record = recordAfter("/recuse", { ...review, as: "noor" });

    expect(factsOf("/recuse", { ...review, as: "noor", record })).toEqual([]);
  });

  test.each([
    ["the author", "mira"],
    ["a stranger", "somebody"],
  ])("is nothing for %s", (_, as) => {
    expect(refusalOf("/recuse", { ...review, as })).toMatchObject({ code: "no-voter" });
  });

  test("is nothing for an author who is left out anyway", () => {
    expect(refusalOf("/recuse", { ...review, as: "noor", facts: { authors: new Set(["noor"]) } })).toMatchObject({ code: "no-voter" });
  });
});
