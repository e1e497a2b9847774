import { describe, expect, test } from "@jest/globals";
import { draftsOf, factsOf, recordAfter, refusalOf } from "../../../test/support/command-context.ts";
import { situationOf } from "../../../test/support/command-situations.ts";

describe("/withdraw", () => {
  test.each(["proposal", "draft", "in-review", "accepted", "dormant", "merged-unratified"] as const)(
    "by the author ends it in %s",
    (state) => {
      expect(factsOf("/withdraw", { as: "mira", record: { state } })).toEqual([{ type: "state-moved", from: state, to: "withdrawn" }]);
    },
  );

  test("is for every author, by whichever account", () => {
    expect(factsOf("/withdraw", { as: "juno-old", facts: { authors: new Set(["juno"]) } })).toHaveLength(1);
    expect(factsOf("/withdraw", { as: "Zoe", facts: { authors: new Set(["zoe"]) } })).toHaveLength(1);
  });

  test("is refused to everybody else, the sponsor and Core too", () => {
    for (const as of ["cleo", "Juno", "somebody"]) {
      expect(refusalOf("/withdraw", { ...situationOf("in review"), as })).toMatchObject({ code: "not-author", who: ["mira"] });
    }
  });

  test("keeps the reason, where one is given", () => {
    expect(draftsOf("/withdraw Superseded by events", { as: "mira" })).toMatchObject([{ reason: "Superseded by events" }]);
    expect(draftsOf("/withdraw", { as: "mira" })).toMatchObject([{ reason: null }]);
  });

  test("takes it out of the queue", () => {
    expect(recordAfter("/withdraw", situationOf("in review, by the author"))).toMatchObject({ state: "withdrawn", ready: null });
  });

  test("leaves no oversight behind: what is vetoed later is nothing", () => {
    const withdrawn = recordAfter("/withdraw", situationOf("in oversight, by the author"));

    expect(withdrawn.oversight?.ended).toMatchObject({ how: "undone" });
    expect(refusalOf("/veto It splits the ecosystem", { as: "bo-okafor", record: withdrawn })).toMatchObject({ code: "nothing-to-veto" });
  });

  test("said twice changes nothing", () => {
    expect(factsOf("/withdraw", { as: "mira", record: { state: "withdrawn" } })).toEqual([]);
  });

  test.each(["rejected", "final", "superseded"] as const)("is not possible in %s, an end", (state) => {
    expect(refusalOf("/withdraw", { as: "mira", record: { state } })).toMatchObject({ code: "wrong-state" });
  });
});
