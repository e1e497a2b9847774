import { describe, expect, test } from "@jest/globals";
import { aCommandContext, decideText, draftsOf, factsOf, refusalOf } from "../../../test/support/command-context.ts";
import { aHold } from "../../../test/support/command-situations.ts";

const record = { holds: [aHold("juno", "Juno"), aHold("cleo")] };
const lifted = (...persons: readonly string[]) => persons.map((person) => ({ type: "hold-lifted", person }));

describe("/unhold", () => {
  test("by a holder lifts their own hold and says that another stands", () => {
    expect(factsOf("/unhold", { as: "Juno", record })).toEqual(lifted("juno"));
    expect(factsOf("/unhold The release is out", { as: "Juno", record })).toEqual(lifted("juno"));
    expect(decideText("/unhold", aCommandContext({ as: "Juno", record }))).toMatchObject({ text: "Your hold is lifted; another stands." });
  });

  test("by Core with a reason lifts all, without one only their own", () => {
    expect(factsOf("/unhold The release is out", { as: "bo-okafor", record })).toEqual(lifted("juno", "cleo"));
    expect(draftsOf("/unhold The release is out", { as: "cleo", record })).toMatchObject([
      { reason: "The release is out" },
      { reason: "The release is out" },
    ]);
    expect(factsOf("/unhold", { as: "cleo", record })).toEqual(lifted("cleo"));
    expect(refusalOf("/unhold", { as: "bo-okafor", record })).toMatchObject({
      code: "reason-too-short",
      instead: "Write `/unhold reason`.",
    });
  });

  test("is refused to everybody else, naming who could", () => {
    expect(refusalOf("/unhold It is out", { as: "noor", record })).toMatchObject({
      code: "not-holder",
      who: ["Juno", "cleo", "asta", "bo-okafor"],
    });
  });

  test("where nothing is held says so", () => {
    expect(refusalOf("/unhold", { as: "Juno" })).toMatchObject({ code: "no-hold" });
  });
});
