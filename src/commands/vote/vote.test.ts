import { describe, expect, test } from "@jest/globals";
import { factsOf, recordAfter, refusalOf } from "../../../test/support/command-context.ts";
import { situationOf } from "../../../test/support/command-situations.ts";

const inVote = situationOf("a vote is open, by a voting member");
const consensus = situationOf("consensus is open, by a voting member");
const ballot = (choice: string) => ({ type: "ballot-cast", decision: 21, person: "noor", choice });

describe("/vote in a vote", () => {
  test.each(["yes", "no", "abstain"])("%s is a ballot", (choice) => {
    expect(factsOf(`/vote ${choice}`, inVote)).toEqual([ballot(choice)]);
    expect(factsOf(`/vote ${choice.toUpperCase()}.`, inVote)).toEqual([ballot(choice)]);
  });

  test("the latest counts, and the same again changes nothing", () => {
    const record = recordAfter("/vote yes", inVote);

    expect(factsOf("/vote yes", { ...inVote, record })).toEqual([]);
    expect(factsOf("/vote no", { ...inVote, record })).toEqual([ballot("no")]);
    expect(recordAfter("/vote no", { ...inVote, record }).decisions[0]?.ballots).toMatchObject([{ person: "noor", choice: "no" }]);
  });

  test.each(["yes", "no", "abstain"])("%s is about the text at the head", (choice) => {
    expect(refusalOf(`/vote ${choice}`, { ...inVote, readDigest: "e".repeat(64) })).toMatchObject({ code: "text-changed" });
  });

  test.each(["/vote", "/vote maybe", "/vote yes if it is smaller"])("is not read from %s", (text) => {
    expect(refusalOf(text, inVote)).toMatchObject({ code: "cannot-be-read" });
  });
});

describe("/vote in consensus", () => {
  test("yes is a consent, abstain takes it back, no is asked for its reason", () => {
    const record = recordAfter("/vote yes", consensus);

    expect(factsOf("/vote yes", consensus)).toEqual([ballot("yes")]);
    expect(factsOf("/vote abstain", { ...consensus, record })).toEqual([{ type: "ballot-withdrawn", decision: 21, person: "noor" }]);
    expect(factsOf("/vote abstain", consensus)).toEqual([]);
    expect(refusalOf("/vote no", consensus)).toMatchObject({
      code: "block-instead",
      clause: expect.stringMatching(/^procedures\.yml:\d+$/),
    });
  });

  test("yes is about a text, and taking back is about none", () => {
    const readDigest = "e".repeat(64);
    const record = recordAfter("/vote yes", consensus);

    expect(refusalOf("/vote yes", { ...consensus, readDigest })).toMatchObject({ code: "text-changed" });
    expect(factsOf("/vote abstain", { ...consensus, record, readDigest })).toHaveLength(1);
  });

  test("yes waits until the own block is lifted", () => {
    expect(refusalOf("/vote yes", situationOf("the raiser's block stands"))).toMatchObject({ code: "own-block" });
  });
});

describe("who votes", () => {
  test.each([
    ["the author", "mira", "own-proposal"],
    ["a Core Maintainer in a group's vote", "bo-okafor", "no-voter"],
    ["the sponsor who is no voter", "cleo", "no-voter"],
    ["a stranger", "somebody", "no-voter"],
  ])("not %s", (_, as, code) => {
    expect(refusalOf("/vote yes", { ...inVote, as })).toMatchObject({ code, who: ["Juno", "noor", "ravi"] });
  });

  test("nobody where nothing is open", () => {
    expect(refusalOf("/vote yes", situationOf("in review, by a voting member"))).toMatchObject({ code: "nothing-open", who: ["Juno"] });
  });
});
