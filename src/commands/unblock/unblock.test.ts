import { describe, expect, test } from "@jest/globals";
import { draftsOf, factsOf, refusalOf } from "../../../test/support/command-context.ts";
import { aConsensus, situationOf } from "../../../test/support/command-situations.ts";
import { instant } from "../../kernel/instant.ts";

const at = instant("2026-11-22T10:00:00Z");
const base = situationOf("consensus is open");
const blocks = ["ravi", "noor"].map((person) => ({ person, at, source: "comment/7#0" }));
const blocked = { ...base, record: { ...base.record, decisions: [aConsensus({ blocks })] } };
const answered = {
  id: 15,
  why: "raised",
  raisedBy: "juno",
  handler: "cleo",
  handlerPerson: "cleo",
  openedAt: at,
  answerBy: at,
  answer: { at, kind: "return" },
} as const;
const escalated = { ...blocked, record: { ...blocked.record, escalations: [answered] } };
const lifted = (person: string) => ({ type: "block-lifted", decision: 21, person });

describe("/unblock", () => {
  test("of the raiser lifts theirs alone", () => {
    expect(factsOf("/unblock", { ...blocked, as: "ravi" })).toEqual([lifted("ravi")]);
    expect(factsOf("/unblock @noor as well", { ...escalated, as: "ravi" })).toEqual([lifted("ravi")]);
  });

  test("of Core lifts all or one, with a reason, once it was escalated", () => {
    expect(draftsOf("/unblock Answered in the text", { ...escalated, as: "bo-okafor" })).toEqual(
      ["ravi", "noor"].map((person) => ({ reason: "Answered in the text", fact: lifted(person) })),
    );
    expect(factsOf("/unblock @Noor Answered in the text", { ...escalated, as: "bo-okafor" })).toEqual([lifted("noor")]);
  });

  test.each([
    ["Core before it was escalated", "bo-okafor", blocked, "/unblock It is answered", "not-raiser"],
    ["Core without a reason", "bo-okafor", escalated, "/unblock", "reason-too-short"],
    ["Core with a name alone", "bo-okafor", escalated, "/unblock @noor", "reason-too-short"],
    ["Core for a block that does not stand", "bo-okafor", escalated, "/unblock @Juno answered", "no-block"],
    ["another voter", "Juno", escalated, "/unblock It is answered", "not-raiser"],
    ["the author", "mira", escalated, "/unblock It is answered", "own-proposal"],
    ["a stranger", "somebody", escalated, "/unblock It is answered", "not-raiser"],
    ["anybody where none stands", "noor", base, "/unblock", "no-block"],
  ])("is refused to %s", (_, as, situation, text, code) => {
    expect(refusalOf(text, { ...situation, as })).toMatchObject({ code });
  });

  test("is refused to a Core Maintainer who is author, and names whoever can", () => {
    const facts = { authors: new Set(["bo-okafor"]) };

    expect(refusalOf("/unblock It is answered", { ...escalated, as: "bo-okafor", facts })).toMatchObject({
      code: "own-proposal",
      who: ["ravi", "noor"],
      clause: expect.stringMatching(/^procedures\.yml:\d+$/),
    });
  });
});
