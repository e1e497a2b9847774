import { describe, expect, test } from "@jest/globals";
import { draftsOf, factsOf, recordAfter, refusalOf } from "../../../test/support/command-context.ts";
import { situationOf } from "../../../test/support/command-situations.ts";
import { smallConstitution } from "../../../test/support/constitution.ts";

describe("/decline", () => {
  const lead = situationOf("by a lead of the group asked");

  test("by a lead of the group that was asked ends the asking, with the reason", () => {
    expect(draftsOf("/decline It is about transport", lead)).toMatchObject([
      { reason: "It is about transport", fact: { type: "group-declined", group: "forecasts-wg" } },
    ]);
    expect(recordAfter("/decline It is about transport", lead).group).toMatchObject({ asked: [], declined: ["forecasts-wg"] });
  });

  test("said again changes nothing", () => {
    const record = recordAfter("/decline It is about transport", lead);

    expect(factsOf("/decline It is about transport", { as: "Juno", record })).toEqual([]);
  });

  test("is refused to others, to authors, and where no group was asked", () => {
    expect(refusalOf("/decline Not ours", { ...lead, as: "ravi" })).toMatchObject({ code: "not-asked", who: ["Juno"] });
    expect(refusalOf("/decline Not ours", { ...lead, facts: { authors: new Set(["juno"]) } })).toMatchObject({ code: "own-proposal" });
    expect(refusalOf("/decline Not ours", { as: "Juno" })).toMatchObject({ code: "not-asked", text: "No group was asked." });
  });

  test("is not the way out of a decision that the group has opened", () => {
    const constitution = smallConstitution().append(
      "project.yml",
      "front-door: { sponsorship: { by: decision, procedure: wg-consensus } }\n",
    );
    const record = recordAfter("/adopt", { ...lead, constitution });

    expect(refusalOf("/decline Not ours", { as: "Juno", constitution, record })).toMatchObject({ code: "decision-open" });
  });

  test("ends such a decision where a block stands in it, though nobody had asked the group", () => {
    const constitution = smallConstitution().append(
      "project.yml",
      "front-door: { sponsorship: { by: decision, procedure: wg-consensus } }\n",
    );
    const opened = recordAfter("/adopt forecasts-wg", { as: "Juno", constitution });
    const record = recordAfter("/block It is about transport; ask the transport group instead", {
      as: "ravi",
      constitution,
      record: opened,
    });

    expect(factsOf("/decline Not ours", { as: "Juno", constitution, record }).map(({ type }) => type)).toEqual([
      "decision-closed",
      "group-declined",
    ]);
  });
});
