import { describe, expect, test } from "@jest/globals";
import { factsOf, recordAfter, refusalOf } from "../../../test/support/command-context.ts";
import { aConsensus, sponsoredByCleo } from "../../../test/support/command-situations.ts";
import type { ChangeClass } from "../../domain/proposal-vocabulary.ts";

const set = (change: string, login: string, actorId: number) => ({ type: "change-set-by-hand", change, action: "set", login, actorId });
const confirmed = (change: string) => ({ type: "change-confirmed", change, person: "juno" });
const assessed = (present: ChangeClass) => ({ change: { class: present, evidence: [] } });

describe("/change", () => {
  test("by a lead of the group concerned settles the class, up or down, and confirms it", () => {
    expect(factsOf("/change additive", { as: "Juno", facts: assessed("unclear") })).toEqual([
      set("additive", "Juno", 1004),
      confirmed("additive"),
    ]);
    expect(factsOf("/change Breaking.", { as: "Juno" })).toEqual([set("breaking", "Juno", 1004), confirmed("breaking")]);
  });

  test("by Core settles and confirms nothing", () => {
    expect(factsOf("/change breaking", { as: "cleo" })).toEqual([set("breaking", "cleo", 1003)]);
  });

  test.each([
    ["additive", "breaking"],
    ["clarification", "additive"],
    ["additive", "unclear"],
    ["unclear", "breaking"],
    ["additive", "process"],
  ] as const)("by authors and the sponsor raises %s to %s", (present, wanted) => {
    const facts = assessed(present);

    expect(factsOf(`/change ${wanted}`, { as: "mira", facts })).toEqual([set(wanted, "mira", 2001)]);
    expect(factsOf(`/change ${wanted}`, { as: "cleo", facts, record: { sponsor: sponsoredByCleo } })).toEqual([set(wanted, "cleo", 1003)]);
  });

  test.each([
    ["breaking", "additive"],
    ["unclear", "additive"],
    ["additive", "clarification"],
    ["extension", "informational"],
  ] as const)("by authors and the sponsor, leads too, never lowers %s to %s", (present, wanted) => {
    const facts = assessed(present);
    const own = { ...facts, authors: new Set(["juno"]) };

    expect(refusalOf(`/change ${wanted}`, { as: "mira", facts })).toMatchObject({ code: "only-raises", who: ["Juno"] });
    expect(refusalOf(`/change ${wanted}`, { as: "Juno", facts: own })).toMatchObject({ code: "only-raises", who: [] });
    expect(refusalOf(`/change ${wanted}`, { as: "cleo", facts, record: { sponsor: sponsoredByCleo } })).toMatchObject({
      code: "only-raises",
    });
  });

  test("by a lead who is an author or the sponsor confirms nothing", () => {
    const byJuno = [set("breaking", "Juno", 1004)];

    expect(factsOf("/change breaking", { as: "Juno", facts: { authors: new Set(["juno"]) } })).toEqual(byJuno);
    expect(factsOf("/change breaking", { as: "Juno", record: { sponsor: { ...sponsoredByCleo, person: "juno", login: "Juno" } } })).toEqual(
      byJuno,
    );
  });

  test("said again by the same person changes nothing, and by a lead makes an author's choice the lead's", () => {
    const record = recordAfter("/change breaking", { as: "Juno" });
    const authors = recordAfter("/change breaking", { as: "mira" });

    expect(factsOf("/change breaking", { as: "Juno", record })).toEqual([]);
    expect(factsOf("/change breaking", { as: "mira", record })).toEqual([]);
    expect(factsOf("/change breaking", { as: "Juno", record: authors })).toEqual([set("breaking", "Juno", 1004), confirmed("breaking")]);
  });

  test("is refused to others, while a decision is open, and for what is no class", () => {
    expect(refusalOf("/change additive", { as: "ravi" })).toMatchObject({ code: "not-concerned", who: ["Juno"] });
    expect(refusalOf("/change additive", { as: "Juno", record: { state: "in-review", decisions: [aConsensus()] } })).toMatchObject({
      code: "decision-open",
    });
    expect(refusalOf("/change small", { as: "Juno" })).toMatchObject({
      code: "cannot-be-read",
      instead: "Write it anew, such as `/change additive`.",
    });
    expect(refusalOf("/change additive or breaking", { as: "Juno" })).toMatchObject({ code: "cannot-be-read" });
  });
});
