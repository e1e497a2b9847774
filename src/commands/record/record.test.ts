import { describe, expect, test } from "@jest/globals";
import {
  aCoreRoute,
  type CommandSituation,
  draftsOf,
  factsOf,
  headDigest,
  recordAfter,
  refusalOf,
} from "../../../test/support/command-context.ts";
import { aConsensus, aVote, situationOf } from "../../../test/support/command-situations.ts";
import { smallConstitution } from "../../../test/support/constitution.ts";
import { instant } from "../../kernel/instant.ts";

const at = instant("2026-11-22T10:00:00Z");
const link = "https://example.org/notes";
const core: CommandSituation = { ...situationOf("in review"), as: "bo-okafor", facts: { route: aCoreRoute() } };
const withRecord = (situation: CommandSituation, record: CommandSituation["record"]) => ({
  ...situation,
  record: { ...situation.record, ...record },
});
const accept = `/record accept ${link} yes:@asta,@cleo no:@bo-okafor abstain:`;
const escalation = {
  id: 15,
  why: "raised",
  raisedBy: "juno",
  handler: "cleo",
  handlerPerson: "cleo",
  openedAt: at,
  answerBy: at,
  answer: null,
} as const;

describe("/record of a decision of Core", () => {
  test("enters who was for and against, on the text at the head, until five days have passed", () => {
    expect(factsOf(accept, core)).toEqual([
      {
        type: "record-entered",
        verdict: "accept",
        link,
        yes: ["asta", "cleo"],
        no: ["bo-okafor"],
        abstain: [],
        enteredBy: "bo-okafor",
        digest: headDigest,
        settlesAt: "2026-11-28T10:00:00.000Z",
        confirmationsNeeded: 2,
      },
    ]);
    expect(draftsOf(accept, core)[0]?.clause).toMatch(/^project\.yml:\d+$/);
  });

  test.each([
    [
      "names in any case and without the sign",
      `/record accept ${link} yes:ASTA, cleo no:bo-okafor`,
      { yes: ["asta", "cleo"], no: ["bo-okafor"] },
    ],
    ["empty sides", `/record accept ${link} yes: @asta @cleo no: abstain: @bo-okafor`, { no: [], abstain: ["bo-okafor"] }],
    ["a link in brackets", `/record accept (${link}) yes:@asta,@cleo`, { link }],
    ["lines of its own", `/record accept ${link}\nyes: @asta, @cleo\nno: @bo-okafor`, { yes: ["asta", "cleo"], no: ["bo-okafor"] }],
  ])("reads %s", (_, text, fact) => {
    expect(factsOf(text, core)).toMatchObject([fact]);
  });

  test.each([
    "/record",
    "/record yes",
    "/record accept yes:@asta",
    "/record accept https:// yes:@asta",
    `/record accept ${link} yes:@org/team`,
  ])("is not read from %s", (text) => {
    expect(refusalOf(text, core)).toMatchObject({ code: "cannot-be-read" });
  });

  test.each([
    [`/record reject ${link} yes: no:@asta,@cleo`, "reject"],
    [`/record return ${link} yes:@asta no:@cleo abstain:@bo-okafor`, "return"],
    [`/record return ${link} yes:@asta`, "return"],
  ])("takes %s, which the names reach", (text, verdict) => {
    expect(factsOf(text, core)).toMatchObject([{ verdict }]);
  });

  test.each([
    `/record accept ${link} yes:@asta no:@cleo`,
    `/record accept ${link} yes:@asta`,
    `/record reject ${link} yes:@asta,@cleo no:@bo-okafor`,
    `/record return ${link} yes:@asta,@cleo no:@bo-okafor`,
  ])("refuses %s, which they do not reach", (text) => {
    expect(refusalOf(text, core)).toMatchObject({ code: "not-carried", clause: expect.stringMatching(/^procedures\.yml:\d+$/) });
  });

  test("reaches the threshold and quorum of Core's own procedure, whatever it is", () => {
    const constitution = smallConstitution().edit("procedures.yml", "threshold: half-of-eligible", "threshold: majority\n    quorum: 0.6");

    expect(factsOf(`/record accept ${link} yes:@asta abstain:@cleo`, { ...core, constitution })).toHaveLength(1);
    expect(refusalOf(`/record accept ${link} yes:@asta`, { ...core, constitution })).toMatchObject({
      code: "not-carried",
      text: expect.stringContaining("`return`"),
    });
  });

  test.each([
    ["a stranger", `/record accept ${link} yes:@asta,@cleo,@somebody`, "not-eligible"],
    ["a lead of a group", `/record accept ${link} yes:@asta,@cleo no:@Juno`, "not-eligible"],
    ["nobody", `/record return ${link} yes: no:`, "nobody-named"],
    ["one person on two sides", `/record accept ${link} yes:@asta,@cleo no:@cleo`, "named-twice"],
  ])("refuses names of %s", (_, text, code) => {
    expect(refusalOf(text, core)).toMatchObject({ code });
  });

  test("leaves out authors and recused people, and counts half of those who remain", () => {
    const facts = { route: aCoreRoute(), authors: new Set(["cleo"]) };

    expect(refusalOf(accept, { ...core, facts })).toMatchObject({ code: "not-eligible" });
    expect(factsOf(`/record accept ${link} yes:@asta,@bo-okafor`, { ...core, facts })).toHaveLength(1);
    expect(refusalOf(accept, withRecord(core, { recused: ["asta"] }))).toMatchObject({ code: "not-eligible" });
  });

  test("counts one person with two accounts once", () => {
    const constitution = smallConstitution().edit(
      "people.yml",
      "{ login: cleo, id: 1003 }",
      "{ login: cleo, id: 1003 }, { login: cleo-old, id: 1010 }",
    );

    expect(refusalOf(`/record accept ${link} yes:@cleo,@cleo-old`, { ...core, constitution })).toMatchObject({ code: "named-twice" });
  });

  test.each([
    ["a lead of a group", "Juno"],
    ["the author", "mira"],
    ["a stranger", "somebody"],
  ])("is not for %s", (_, as) => {
    expect(refusalOf(accept, { ...core, as })).toMatchObject({ code: "not-recorder", who: ["asta", "bo-okafor", "cleo"] });
  });

  test("is for a recorder who is not of Core", () => {
    const constitution = smallConstitution().edit("project.yml", "recorders: [asta]", "recorders: [noor]");

    expect(factsOf(accept, { ...core, as: "noor", constitution })).toMatchObject([{ enteredBy: "noor" }]);
  });

  test.each([
    ["in draft", withRecord(core, { state: "draft" }), "not-in-review"],
    ["where a group decides", { ...situationOf("in review"), as: "bo-okafor" }, "group-decides"],
    [
      "while Core's vote is open",
      withRecord(core, { decisions: [aVote({ parts: aVote().parts.map((part) => ({ ...part, authority: "core-maintainers" })) })] }),
      "decision-open",
    ],
    ["while another waits", { ...core, record: recordAfter(accept, core) }, "record-pending"],
    ["under a Lead veto", withRecord(core, { leadVeto: { person: "asta", login: "asta", at } }), "lead-veto"],
    ["for a text that was not shown", { ...core, readDigest: null }, "text-changed"],
    [
      "where the constitution names no vote of Core",
      { ...core, facts: { route: aCoreRoute({ procedure: "core-approval" }) } },
      "no-procedure",
    ],
  ])("enters nothing %s", (_, situation, code) => {
    expect(refusalOf(accept, situation)).toMatchObject({ code });
  });

  test("enters beside a recommendation, out of an escalation, and a rejection under a Lead veto", () => {
    const escalated = { ...withRecord(situationOf("in review"), { escalations: [escalation] }), as: "bo-okafor" };

    expect(factsOf(accept, withRecord(core, { decisions: [aConsensus({ matter: "recommendation" })] }))).toHaveLength(1);
    expect(factsOf(accept, escalated)).toHaveLength(1);
    expect(
      factsOf(`/record reject ${link} no:@asta,@cleo`, withRecord(core, { leadVeto: { person: "asta", login: "asta", at } })),
    ).toHaveLength(1);
  });
});

describe("/record confirm and dispute", () => {
  const entered = { ...core, record: recordAfter(accept, core) };

  test("are for those listed in it; who entered it does not confirm it", () => {
    expect(factsOf("/record confirm", { ...entered, as: "cleo" })).toEqual([{ type: "record-confirmed", record: 41, person: "cleo" }]);
    expect(refusalOf("/record confirm", entered)).toMatchObject({ code: "own-record", who: ["asta", "cleo"] });
    expect(refusalOf("/record confirm", { ...entered, as: "Juno" })).toMatchObject({ code: "not-listed", who: ["asta", "cleo"] });
    expect(refusalOf("/record dispute It was two", { ...entered, as: "mira" })).toMatchObject({ code: "not-listed" });
  });

  test("a second confirmation of the same person changes nothing", () => {
    const record = recordAfter("/record confirm", { ...entered, as: "cleo" });

    expect(factsOf("/record confirm", { ...entered, as: "cleo", record })).toEqual([]);
  });

  test("a dispute has a reason, and may be of who entered it", () => {
    expect(draftsOf("/record dispute I said no", entered)).toEqual([
      { reason: "I said no", fact: { type: "record-ended", record: 41, how: "disputed" } },
    ]);
    expect(refusalOf("/record dispute", { ...entered, as: "cleo" })).toMatchObject({ code: "reason-too-short" });
  });

  test("find nothing where nothing waits", () => {
    expect(refusalOf("/record confirm", core)).toMatchObject({ code: "no-record" });
    expect(refusalOf("/record dispute I said no", core)).toMatchObject({ code: "no-record" });
  });
});
