import { describe, expect, test } from "@jest/globals";
import { draftsOf, factsOf, recordAfter, refusalOf } from "../../../test/support/command-context.ts";
import { aConsensus, aVote, situationOf } from "../../../test/support/command-situations.ts";

const consensus = situationOf("consensus is open, by a voting member");
const reason = "Clients cannot tell; name the error code";

describe("/block", () => {
  test("stands with its reason, and the blocker's consent falls", () => {
    const record = recordAfter("/lgtm", consensus);

    expect(draftsOf(`/block ${reason}`, consensus)).toEqual([{ reason, fact: { type: "block-raised", decision: 21, person: "noor" } }]);
    expect(recordAfter(`/block ${reason}`, { ...consensus, record }).decisions[0]).toMatchObject({
      ballots: [],
      blocks: [{ person: "noor" }],
    });
  });

  test("needs twenty characters in all, spaces at its ends not counted", () => {
    expect(factsOf("/block 12345678901234567890", consensus)).toHaveLength(1);
    expect(factsOf("/block 1234567890\n123456789", consensus)).toHaveLength(1);
    for (const text of ["/block", "/block no", "/block 1234567890123456789   "]) {
      expect(refusalOf(text, consensus)).toMatchObject({
        code: "reason-too-short",
        clause: expect.stringMatching(/^procedures\.yml:\d+$/),
      });
    }
  });

  test("is one a person: a second changes nothing", () => {
    expect(factsOf(`/block ${reason}`, situationOf("the raiser's block stands"))).toEqual([]);
  });

  test("is about no text that was shown", () => {
    expect(factsOf(`/block ${reason}`, { ...consensus, readDigest: null })).toHaveLength(1);
  });

  test("in a vote is answered with /vote no", () => {
    const refusal = refusalOf(`/block ${reason}`, situationOf("a vote is open, by a voting member"));

    expect(refusal).toMatchObject({ code: "vote-instead", instead: "Write `/vote no`." });
  });

  test("reaches the recommendation beside a vote", () => {
    const record = { ...consensus.record, decisions: [aConsensus({ matter: "recommendation" }), aVote({ id: 30 })] };

    expect(factsOf(`/block ${reason}`, { ...consensus, record })).toMatchObject([{ decision: 21 }]);
  });

  test.each([
    ["the author", "mira", "own-proposal"],
    ["the sponsor who is no voter", "cleo", "no-voter"],
    ["a Core Maintainer", "bo-okafor", "no-voter"],
    ["a stranger", "somebody", "no-voter"],
  ])("is not for %s, with or without a reason", (_, as, code) => {
    expect(refusalOf(`/block ${reason}`, { ...consensus, as })).toMatchObject({ code });
    expect(refusalOf("/block", { ...consensus, as })).toMatchObject({ code });
  });

  test("is for a voter who sponsors", () => {
    const record = { ...consensus.record, decisions: [aConsensus({ sponsor: "noor" })] };

    expect(factsOf(`/block ${reason}`, { ...consensus, record })).toHaveLength(1);
  });

  test("finds nothing where nothing is open", () => {
    expect(refusalOf(`/block ${reason}`, situationOf("in review, by a voting member"))).toMatchObject({ code: "nothing-open" });
  });
});
