import { describe, expect, test } from "@jest/globals";
import { factsOf, recordAfter, refusalOf } from "../../../test/support/command-context.ts";
import { sponsoredByCleo } from "../../../test/support/command-situations.ts";

describe("/unsponsor", () => {
  const record = { state: "draft", sponsor: sponsoredByCleo } as const;

  test("by the sponsor steps back and moves nothing by itself", () => {
    expect(factsOf("/unsponsor", { as: "cleo", record })).toEqual([{ type: "sponsor-left" }]);
    expect(recordAfter("/unsponsor", { as: "cleo", record })).toMatchObject({ state: "draft", sponsor: null });
  });

  test("is refused to everybody else", () => {
    expect(refusalOf("/unsponsor", { as: "Juno", record })).toMatchObject({ code: "not-sponsor", who: ["cleo"] });
    expect(refusalOf("/unsponsor", { as: "cleo" })).toMatchObject({ code: "not-sponsor", text: "It has no sponsor.", who: [] });
  });
});
