import { describe, expect, test } from "@jest/globals";
import { actTime, draftsOf, factsOf, recordAfter, refusalOf } from "../../../test/support/command-context.ts";
import { emptyRecord } from "../../core/ledger/index.ts";

const text = "/close It is out of scope here";

describe("/close", () => {
  test.each(["proposal", "draft"] as const)("by a lead of the group concerned lays a %s to rest, with the reason", (state) => {
    expect(draftsOf(text, { as: "Juno", record: { state } })).toMatchObject([
      { reason: "It is out of scope here", fact: { type: "state-moved", from: state, to: "dormant" } },
    ]);
  });

  test("is also for a lead of the group that stands behind it", () => {
    const record = { group: { ...emptyRecord.group, stands: "readings-ig" } };

    expect(factsOf(text, { as: "noor", record })).toHaveLength(1);
    expect(refusalOf(text, { as: "noor" })).toMatchObject({
      code: "not-lead",
      who: ["Juno"],
      clause: expect.stringMatching(/^groups\/forecasts-wg\.yml:\d+$/),
    });
  });

  test("is refused to Core, strangers, and leads who are authors", () => {
    expect(refusalOf(text, { as: "bo-okafor" })).toMatchObject({ code: "not-lead" });
    expect(refusalOf(text, { as: "somebody" })).toMatchObject({ code: "not-lead" });
    expect(refusalOf(text, { as: "Juno", facts: { authors: new Set(["juno"]) } })).toMatchObject({
      code: "own-proposal",
      who: [],
      instead: "You can `/withdraw` it.",
    });
  });

  test("needs a reason", () => {
    expect(refusalOf("/close", { as: "Juno" })).toMatchObject({
      code: "cannot-be-read",
      text: expect.stringContaining("A reason is missing."),
    });
  });

  test("takes it out of the queue, and said twice changes nothing", () => {
    const ready = { kind: "pre", date: "2026-11-20", digest: "d".repeat(64), at: actTime } as const;
    const record = recordAfter(text, { as: "Juno", record: { state: "draft", ready } });

    expect(record).toMatchObject({ state: "dormant", ready: null });
    expect(factsOf(text, { as: "Juno", record })).toEqual([]);
  });

  test.each(["in-review", "accepted", "rejected", "final", "withdrawn"] as const)("is not possible in %s", (state) => {
    expect(refusalOf(text, { as: "Juno", record: { state } })).toMatchObject({ code: "wrong-state" });
  });
});
