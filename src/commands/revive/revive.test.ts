import { describe, expect, test } from "@jest/globals";
import { factsOf, recordAfter, refusalOf } from "../../../test/support/command-context.ts";
import { sponsoredByCleo } from "../../../test/support/command-situations.ts";

describe("/revive", () => {
  test.each(["dormant", "withdrawn"] as const)("by the author makes what is %s a proposal again, without its sponsor", (state) => {
    const record = { state, sponsor: sponsoredByCleo };

    expect(factsOf("/revive", { as: "mira", record })).toEqual([{ type: "state-moved", from: state, to: "proposal" }]);
    expect(recordAfter("/revive", { as: "mira", record })).toMatchObject({ state: "proposal", sponsor: null });
  });

  test("is refused to everybody else", () => {
    expect(refusalOf("/revive", { as: "Juno", record: { state: "dormant" } })).toMatchObject({ code: "not-author", who: ["mira"] });
  });

  test.each(["proposal", "draft", "in-review", "accepted", "rejected", "final", "superseded"] as const)(
    "is not possible in %s",
    (state) => {
      expect(refusalOf("/revive", { as: "mira", record: { state } })).toMatchObject({ code: "wrong-state" });
    },
  );
});
