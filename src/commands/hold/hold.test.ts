import { describe, expect, test } from "@jest/globals";
import { draftsOf, factsOf, recordAfter, refusalOf } from "../../../test/support/command-context.ts";
import { aHold, sponsoredByCleo } from "../../../test/support/command-situations.ts";
import { smallConstitution } from "../../../test/support/constitution.ts";

const text = "/hold Wait for the release";

describe("/hold", () => {
  test("stands for fourteen days, with the reason", () => {
    expect(draftsOf(text, { as: "Juno" })).toMatchObject([
      { reason: "Wait for the release", fact: { type: "hold-set", person: "juno", login: "Juno", endsAt: "2026-12-07T10:00:00.000Z" } },
    ]);
  });

  test("is for Core, leads of the groups concerned and the sponsor", () => {
    const record = { sponsor: { ...sponsoredByCleo, person: "ravi", login: "ravi" } };

    for (const as of ["bo-okafor", "asta", "Juno", "ravi"]) expect(factsOf(text, { as, record })).toHaveLength(1);
  });

  test("is refused to members, authors and strangers, naming who could", () => {
    for (const as of ["noor", "mira", "somebody"]) {
      expect(refusalOf(text, { as, record: { sponsor: sponsoredByCleo } })).toMatchObject({
        code: "may-not-hold",
        text: "It is held by Core Maintainers, leads of the groups concerned or the sponsor.",
        who: ["cleo", "asta", "bo-okafor"],
      });
    }
  });

  test("is for whom the constitution names, as long as it says", () => {
    const constitution = smallConstitution().append("project.yml", "holds: { by: [lead-maintainers], lasts: 3 days }\n");

    expect(factsOf(text, { as: "asta", constitution })).toMatchObject([{ endsAt: "2026-11-26T10:00:00.000Z" }]);
    expect(refusalOf(text, { as: "bo-okafor", constitution })).toMatchObject({
      who: ["asta"],
      clause: `project.yml:${constitution.lineOf("project.yml", "holds:")}`,
    });
  });

  test("by its holder is renewed, beside those of others", () => {
    const record = recordAfter(text, { as: "Juno", record: { holds: [aHold("juno", "Juno"), aHold("cleo")] } });

    expect(record.holds.map(({ person, endsAt }) => [person, endsAt.slice(0, 10)])).toEqual([
      ["cleo", "2026-12-02"],
      ["juno", "2026-12-07"],
    ]);
  });

  test("needs a reason", () => {
    expect(refusalOf("/hold", { as: "Juno" })).toMatchObject({ code: "cannot-be-read" });
  });
});
