import { describe, expect, test } from "@jest/globals";
import { factsOf, refusalOf } from "../../../test/support/command-context.ts";
import { sponsoredByCleo } from "../../../test/support/command-situations.ts";
import { smallConstitution } from "../../../test/support/constitution.ts";

const sponsoredBy = (person: string, login: string) => [{ type: "sponsor-set", person, login }];

describe("/sponsor", () => {
  test("is for whoever holds a level that may sponsor", () => {
    expect(factsOf("/sponsor", { as: "Juno" })).toEqual(sponsoredBy("juno", "Juno"));
    expect(factsOf("/sponsor @juno", { as: "Juno" })).toEqual(sponsoredBy("juno", "Juno"));
    expect(factsOf("/sponsor", { as: "juno-old" })).toEqual(sponsoredBy("juno", "juno-old"));
  });

  test("is refused to everybody else, naming the levels and a few people who are no authors", () => {
    for (const as of ["noor", "ravi", "somebody"]) {
      const refusal = refusalOf("/sponsor", { as });
      expect(refusal).toMatchObject({ code: "may-not-sponsor", text: "Only these may sponsor: Maintainer.", who: ["Juno"] });
    }
    expect(refusalOf("/sponsor", { as: "noor", facts: { authors: new Set(["juno"]) } }).who).toEqual([]);
  });

  test("is for leads of Working Groups where the ladder lets them, and never for leads of Interest Groups", () => {
    const constitution = smallConstitution()
      .edit("ladder.yml", "    may-sponsor: true\n", "")
      .edit("ladder.yml", "name: Lead, rank: 1, after: [member]", "name: Lead, rank: 1, after: [member], may-sponsor: true");

    expect(factsOf("/sponsor", { as: "Juno", constitution })).toEqual(sponsoredBy("juno", "Juno"));
    expect(refusalOf("/sponsor", { as: "noor", constitution })).toMatchObject({ code: "may-not-sponsor", who: ["Juno"] });
  });

  test("is for authors too, unless the rules refuse it", () => {
    const own = { as: "Juno", facts: { authors: new Set(["juno"]) } };
    const constitution = smallConstitution().edit("procedures.yml", "act-on-own: recused", "act-on-own: recused\nsponsor-own: refused");

    expect(factsOf("/sponsor", own)).toHaveLength(1);
    expect(refusalOf("/sponsor", { ...own, constitution })).toMatchObject({ code: "own-proposal", clause: "procedures.yml:2" });
  });

  test("does not replace a sponsor, and by the sponsor changes nothing", () => {
    const record = { sponsor: sponsoredByCleo };

    expect(refusalOf("/sponsor", { as: "Juno", record })).toMatchObject({
      code: "has-sponsor",
      instead: expect.stringContaining("/unsponsor"),
    });
    expect(factsOf("/sponsor", { as: "cleo", record })).toEqual([]);
  });

  test("names nobody else", () => {
    expect(refusalOf("/sponsor @cleo", { as: "Juno" })).toMatchObject({ code: "for-themselves" });
  });

  test("of a group is /adopt, with its rights", () => {
    const stood = [{ type: "group-stood", group: "forecasts-wg", representative: "juno" }];

    expect(factsOf("/sponsor group", { as: "Juno" })).toEqual(stood);
    expect(factsOf("/sponsor forecasts", { as: "Juno" })).toEqual(stood);
    expect(refusalOf("/sponsor group", { as: "ravi" })).toMatchObject({ code: "not-lead" });
    expect(refusalOf("/sponsor please", { as: "Juno" })).toMatchObject({
      code: "no-such-group",
      instead: expect.stringContaining("`/sponsor` alone"),
    });
  });

  test.each(["proposal", "draft", "in-review", "accepted"] as const)("is possible in %s", (state) => {
    expect(factsOf("/sponsor", { as: "Juno", record: { state } })).toHaveLength(1);
  });

  test.each(["rejected", "final", "withdrawn", "superseded", "dormant", "merged-unratified"] as const)("is not possible in %s", (state) => {
    expect(refusalOf("/sponsor", { as: "Juno", record: { state } })).toMatchObject({ code: "wrong-state" });
  });
});
