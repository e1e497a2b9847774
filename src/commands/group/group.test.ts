import { describe, expect, test } from "@jest/globals";
import { factsOf, recordAfter, refusalOf } from "../../../test/support/command-context.ts";
import { situationOf } from "../../../test/support/command-situations.ts";
import { smallConstitution } from "../../../test/support/constitution.ts";
import { emptyRecord } from "../../core/ledger/index.ts";

const author = situationOf("by the author");
const { group } = emptyRecord;
const constitution = smallConstitution().append(
  "project.yml",
  "front-door:\n  group-required: true\n  sponsorship: { by: lead, authorities: [core-maintainers] }\n",
);

describe("/group", () => {
  test.each(["forecasts", "forecasts-wg", "Forecasts", "Forecasts WG", "`forecasts-wg`"])("finds the group written as %s", (written) => {
    expect(factsOf(`/group ${written}`, author)).toEqual([{ type: "group-asked", group: "forecasts-wg" }]);
  });

  test.each(["core-maintainers", "Core Maintainers", "core"])("asks an authority that may stand behind proposals, as %s", (written) => {
    expect(factsOf(`/group ${written}`, { ...author, constitution })).toEqual([{ type: "group-asked", group: "core-maintainers" }]);
  });

  test("asks no authority that the front door does not name", () => {
    expect(refusalOf("/group core-maintainers", author)).toMatchObject({ code: "no-such-group" });
    expect(refusalOf("/group lead-maintainers", { ...author, constitution })).toMatchObject({ code: "no-such-group" });
  });

  test("asks no retired group, and lists those there are", () => {
    const retired = smallConstitution().edit("groups/readings-ig.yml", "status: chartered", "status: retired");

    const refusal = refusalOf("/group readings", { ...author, constitution: retired });

    expect(refusal).toMatchObject({ code: "no-such-group", instead: "Nearest: `/group forecasts-wg`." });
    expect(refusal.text).toBe("No group is called `readings`; there are `forecasts-wg`.");
  });

  test("is for the author, and for Core once nobody answered twice", () => {
    const sought = { record: { group: { ...group, rounds: 2 } } };

    expect(refusalOf("/group forecasts", { as: "Juno" })).toMatchObject({ code: "not-author", who: ["mira"] });
    expect(refusalOf("/group forecasts", { as: "bo-okafor", record: { group: { ...group, rounds: 1 } } })).toMatchObject({
      code: "not-author",
    });
    expect(factsOf("/group forecasts", { as: "bo-okafor", ...sought })).toHaveLength(1);
    expect(refusalOf("/group forecasts", { as: "Juno", ...sought })).toMatchObject({ code: "not-author" });
  });

  test("said twice changes nothing", () => {
    const record = recordAfter("/group forecasts", author);

    expect(factsOf("/group forecasts-wg", { ...author, record })).toEqual([]);
    expect(factsOf("/group forecasts", { ...author, record: { group: { ...group, stands: "forecasts-wg" } } })).toEqual([]);
  });

  test("does not replace a group that stands behind it", () => {
    const record = { group: { ...group, stands: "readings-ig" } };

    expect(refusalOf("/group forecasts", { ...author, record })).toMatchObject({ code: "group-stands" });
  });

  test.each(["accepted", "rejected", "final", "withdrawn", "dormant"] as const)("comes too late in %s", (state) => {
    expect(refusalOf("/group forecasts", { ...author, record: { state } })).toMatchObject({ code: "wrong-state" });
  });
});
