import { describe, expect, test } from "@jest/globals";
import { factsOf, recordAfter, refusalOf } from "../../../test/support/command-context.ts";
import { aConsensus, sponsoredByCleo } from "../../../test/support/command-situations.ts";
import { smallConstitution } from "../../../test/support/constitution.ts";

const set = (domain: string, login: string, actorId: number) => ({ type: "domain-set-by-hand", domain, action: "set", login, actorId });
const byJuno = (domain: string) => set(domain, "Juno", 1004);
const confirmed = (domain: string) => ({ type: "domain-confirmed", domain, person: "juno" });

describe("/domain", () => {
  test("by a lead of the group concerned settles the domain and confirms it", () => {
    expect(factsOf("/domain forecasts", { as: "Juno" })).toEqual([byJuno("forecasts"), confirmed("forecasts")]);
  });

  test("names the primary domain first, and records it last, which is what makes it primary", () => {
    expect(factsOf("/domain readings, forecasts", { as: "Juno" })).toEqual([
      byJuno("forecasts"),
      byJuno("readings"),
      confirmed("readings"),
    ]);
  });

  test("takes off what was settled before and is not named any more", () => {
    const record = recordAfter("/domain readings forecasts", { as: "Juno" });

    expect(factsOf("/domain forecasts", { as: "Juno", record })).toEqual([
      { ...byJuno("readings"), action: "removed" },
      byJuno("forecasts"),
      confirmed("forecasts"),
    ]);
  });

  test("said again by the same person changes nothing", () => {
    const record = recordAfter("/domain readings forecasts", { as: "Juno" });

    expect(factsOf("/domain readings forecasts", { as: "Juno", record })).toEqual([]);
  });

  test("by a lead of the named domain's owner counts, whatever the present domain is", () => {
    const constitution = smallConstitution().with(
      "groups/sky-wg.yml",
      "id: sky-wg\nname: Sky\nkind: working-group\nstatus: chartered\ncharter: { text: docs/groups/sky.md, since: 2026-02-01 }\nleads:\n  - { person: ravi }\nscope:\n  owns: [readings]\n  clause: Charter, Scope\n",
    );

    expect(factsOf("/domain readings", { as: "ravi", constitution })).toContainEqual({
      type: "domain-confirmed",
      domain: "readings",
      person: "ravi",
    });
    expect(refusalOf("/domain forecasts", { as: "ravi", constitution })).toMatchObject({ code: "not-concerned", who: ["Juno"] });
  });

  test("by Core settles and confirms nothing", () => {
    expect(factsOf("/domain readings", { as: "bo-okafor" })).toEqual([set("readings", "bo-okafor", 1002)]);
  });

  test("by authors and the sponsor only adds, and confirms nothing", () => {
    const own = { as: "Juno", facts: { authors: new Set(["juno"]) } };

    expect(factsOf("/domain readings", own)).toEqual([byJuno("readings")]);
    expect(factsOf("/domain readings", { as: "cleo", record: { sponsor: sponsoredByCleo } })).toEqual([set("readings", "cleo", 1003)]);
    expect(factsOf("/domain readings", { as: "mira" })).toEqual([set("readings", "mira", 2001)]);
  });

  test("by an author leaves a lead's choice the lead's", () => {
    const record = recordAfter("/domain readings forecasts", { as: "Juno" });

    expect(factsOf("/domain forecasts", { as: "mira", record })).toEqual([]);
    expect(factsOf("/domain governance forecasts", { as: "mira", record })).toEqual([set("governance", "mira", 2001)]);
  });

  test("by a lead makes an author's choice the lead's", () => {
    const record = recordAfter("/domain readings", { as: "mira" });

    expect(factsOf("/domain readings", { as: "Juno", record })).toEqual([byJuno("readings"), confirmed("readings")]);
  });

  test("is refused to members and strangers, naming the leads", () => {
    for (const as of ["ravi", "noor", "somebody"]) {
      expect(refusalOf("/domain forecasts", { as })).toMatchObject({ code: "not-concerned", who: ["Juno"] });
    }
  });

  test("knows the taxonomy, and says what was meant", () => {
    expect(refusalOf("/domain forcasts", { as: "Juno" })).toMatchObject({ code: "no-such-domain", instead: "Did you mean `forecasts`?" });
    expect(refusalOf("/domain forcasts", { as: "somebody" })).toMatchObject({ code: "not-concerned", who: ["Juno"] });
    expect(refusalOf("/domain", { as: "Juno" })).toMatchObject({ code: "cannot-be-read" });
  });

  test("waits for the end of what is open", () => {
    for (const matter of ["proposal", "recommendation"] as const) {
      const record = { state: "in-review", decisions: [aConsensus({ matter })] } as const;
      expect(refusalOf("/domain forecasts", { as: "Juno", record })).toMatchObject({ code: "decision-open" });
      expect(refusalOf("/domain readings", { as: "mira", record })).toMatchObject({ code: "decision-open" });
    }
  });

  test.each(["rejected", "final", "withdrawn"] as const)("settles nothing in %s", (state) => {
    expect(refusalOf("/domain forecasts", { as: "Juno", record: { state } })).toMatchObject({ code: "wrong-state" });
  });
});
