import { describe, expect, test } from "@jest/globals";
import {
  aCommandContext,
  aCoreRoute,
  aGroupRoute,
  decideText,
  factsOf,
  headDigest,
  recordAfter,
  refusalOf,
} from "../../../test/support/command-context.ts";
import { aConsensus, anAcceptedText, anOversight, aVote, situationOf } from "../../../test/support/command-situations.ts";
import { smallConstitution } from "../../../test/support/constitution.ts";
import { instant } from "../../kernel/instant.ts";

const at = instant("2026-11-22T10:00:00Z");
const consensus = situationOf("consensus open, by a voting member");
const yes = { type: "ballot-cast", decision: 21, person: "noor", choice: "yes" };
const oversight = situationOf("in oversight, by a Core Maintainer");
const byBo = { ...oversight, as: "bo-okafor" };
const said = (text: string, situation: Parameters<typeof aCommandContext>[0]) => {
  const verdict = decideText(text, aCommandContext(situation));
  return verdict.kind === "done" ? verdict.text : verdict.refusal.text;
};

describe("/lgtm where a decision is open", () => {
  test("is a consent of a voting member, or their vote", () => {
    expect(factsOf("/lgtm", consensus)).toEqual([yes]);
    expect(factsOf("/lgtm", situationOf("a vote is open, by a voting member"))).toEqual([yes]);
  });

  test("is theirs whichever of their accounts they use", () => {
    const record = recordAfter("/lgtm", { ...consensus, as: "Juno" });

    expect(factsOf("/lgtm", { ...consensus, as: "juno-old", record })).toEqual([]);
    expect(factsOf("/lgtm", { ...consensus, as: "juno-old" })).toEqual([{ ...yes, person: "juno" }]);
  });

  test.each([
    ["the author", "mira", "own-proposal"],
    ["a stranger", "somebody", "no-voter"],
    ["a Core Maintainer who is no voter of the group", "bo-okafor", "no-voter"],
    ["the sponsor who is no voter of the group", "cleo", "no-voter"],
  ])("is no consent of %s", (_, as, code) => {
    const refusal = refusalOf("/lgtm", { ...consensus, as });

    expect(refusal).toMatchObject({ code, who: ["Juno", "noor", "ravi"] });
    expect(refusal.clause).toMatch(/^(procedures|groups\/forecasts-wg)\.yml:\d+$/);
  });

  test("is no consent of who recused themselves, or left the electorate", () => {
    const removed = { ...consensus.record, decisions: [aConsensus({ removed: ["noor"] })] };

    expect(refusalOf("/lgtm", { ...consensus, record: { ...removed, recused: ["noor"] } })).toMatchObject({ code: "recused" });
    expect(refusalOf("/lgtm", { ...consensus, record: removed })).toMatchObject({ code: "no-voter", who: ["Juno", "ravi"] });
  });

  test("of an author who is a lead of the group is refused, and names the others", () => {
    const facts = { authors: new Set(["juno"]) };
    const record = { ...consensus.record, decisions: [aConsensus({ removed: ["juno"] })] };

    expect(refusalOf("/lgtm", { ...consensus, as: "Juno", facts, record })).toMatchObject({ code: "own-proposal", who: ["noor", "ravi"] });
  });

  test("of a voter who sponsors is recorded, and told not to count", () => {
    const record = { ...consensus.record, sponsor: { person: "noor", login: "noor", at }, decisions: [aConsensus({ sponsor: "noor" })] };

    expect(factsOf("/lgtm", { ...consensus, record })).toEqual([yes]);
    expect(said("/lgtm", { ...consensus, record })).toMatch(/does not count/);
  });

  test("waits until the own block is lifted", () => {
    const blocked = situationOf("the raiser's block stands");

    expect(refusalOf("/lgtm", blocked)).toMatchObject({ code: "own-block", instead: expect.stringContaining("/unblock") });
  });

  test("says how many are needed, and twice changes nothing", () => {
    const record = recordAfter("/lgtm", consensus);

    expect(said("/lgtm", consensus)).toBe("Your consent is recorded, the first of 2 that are needed.");
    expect(said("/lgtm", { ...consensus, as: "ravi", record })).toBe("Your consent is recorded, the second of 2 that are needed.");
    expect(said("/lgtm", { ...consensus, record })).toMatch(/nothing changes/);
  });

  test("cancel takes it back, once, and is for voters", () => {
    const record = recordAfter("/lgtm", consensus);
    const withdrawn = { type: "ballot-withdrawn", decision: 21, person: "noor" };

    expect(factsOf("/lgtm cancel", { ...consensus, record })).toEqual([withdrawn]);
    expect(factsOf("/lgtm cancel", { ...consensus, record, readDigest: "e".repeat(64) })).toEqual([withdrawn]);
    expect(factsOf("/lgtm cancel", consensus)).toEqual([]);
    expect(refusalOf("/lgtm cancel", { ...consensus, as: "mira" })).toMatchObject({ code: "own-proposal" });
    expect(refusalOf("/lgtm cancel", situationOf("in review, by a voting member"))).toMatchObject({ code: "nothing-open" });
  });

  test("of a voter of both is for Core's vote, and of the others for the recommendation beside it", () => {
    const vote = aVote({ id: 30, parts: aVote().parts.map((part) => ({ ...part, electorate: part.electorate.slice(0, 1) })) });
    const record = { ...consensus.record, decisions: [aConsensus({ matter: "recommendation" }), vote] };

    expect(factsOf("/lgtm", { ...consensus, as: "Juno", record })).toMatchObject([{ decision: 30 }]);
    expect(factsOf("/lgtm", { ...consensus, record })).toMatchObject([{ decision: 21 }]);
  });
});

describe("which text /lgtm is about", () => {
  test.each([
    ["another text was shown", "e".repeat(64)],
    ["none was shown", null],
  ])("is not counted where %s", (_, readDigest) => {
    expect(refusalOf("/lgtm", { ...consensus, readDigest })).toMatchObject({ code: "text-changed" });
  });

  test("counts a text that it names, whatever was shown", () => {
    expect(factsOf(`/lgtm ${headDigest.slice(0, 12)}`, { ...consensus, readDigest: null })).toEqual([yes]);
    expect(factsOf(`/lgtm sha256:${headDigest}`, { ...consensus, readDigest: null })).toEqual([yes]);
  });

  test.each(["eeeeeeeeeeee", "sha256:dddd", "ddd"])("does not count %s, which is not the head's", (digest) => {
    expect(refusalOf(`/lgtm ${digest}`, consensus)).toMatchObject({ code: "text-changed" });
  });

  test.each(["/lgtm once the tests pass", "/lgtm not yet", "/lgtm @noor"])("takes no yes with a condition: %s", (text) => {
    expect(refusalOf(text, consensus)).toMatchObject({ code: "cannot-be-read" });
  });

  test.each(["/lgtm!", "/lgtm .", "/LGTM"])("takes %s for a yes", (text) => {
    expect(factsOf(text.replace("/lgtm!", "/lgtm !"), consensus)).toEqual([yes]);
  });

  test("names both texts where a push has just ended what was open, and neither once the new one was shown", () => {
    const before = "e".repeat(64);
    const ended = aConsensus({ digest: before, closed: { at, outcome: "text-changed", sequence: 30 } });
    const inReview = situationOf("in review, by a voting member");
    const record = { ...inReview.record, decisions: [ended] };
    const both = /the text is now `dddddddddddd`, and when you wrote, `eeeeeeeeeeee` was shown/;

    const { code, text } = refusalOf("/lgtm", { ...inReview, record, readDigest: before });
    expect([code, text]).toEqual(["nothing-open", expect.stringMatching(both)]);
    expect(refusalOf("/lgtm", { ...inReview, record, readDigest: headDigest }).text).not.toMatch(both);
  });

  test("force is answered with /record and who may", () => {
    expect(refusalOf("/lgtm force", consensus)).toMatchObject({
      code: "no-force",
      who: expect.arrayContaining(["asta", "bo-okafor", "cleo"]),
      instead: expect.stringContaining("/record accept"),
    });
  });
});

describe("/lgtm where nothing is open", () => {
  test.each([
    ["in draft", "/ready", ["cleo"]],
    ["in review", "/propose accept", ["Juno"]],
    ["Core decides", "/call-vote", ["asta", "bo-okafor", "cleo"]],
    ["dormant", null, []],
  ])("says %s what would open something", (place, word, who) => {
    const refusal = refusalOf("/lgtm", { ...situationOf(place), as: "noor" });

    expect(refusal).toMatchObject({ code: "nothing-open", who });
    if (word === null) expect(refusal.instead).toBeNull();
    else expect(refusal.instead).toContain(word);
  });
});

describe("/lgtm in oversight", () => {
  test("of a Core Maintainer who took no part releases it, or gives the approval", () => {
    const approval = { ...byBo, record: { ...byBo.record, oversight: anOversight({ kind: "approval", endsAt: null }) } };

    expect(factsOf("/lgtm", byBo)).toEqual([{ type: "oversight-ended", how: "released" }]);
    expect(factsOf("/lgtm", approval)).toEqual([{ type: "oversight-ended", how: "approved" }]);
  });

  test.each([
    ["a lead of the group", { as: "Juno" }, "not-in-oversight"],
    ["the author", { as: "mira" }, "own-proposal"],
    ["the sponsor", { as: "cleo" }, "sponsor-involved"],
  ])("is not taken of %s", (_, who, code) => {
    expect(refusalOf("/lgtm", { ...oversight, ...who })).toMatchObject({ code, who: ["asta", "bo-okafor"] });
  });

  test("is not taken of a Core Maintainer who is author, even where authors decide their own", () => {
    const constitution = smallConstitution().edit("procedures.yml", "act-on-own: recused", "act-on-own: allowed");
    const facts = { authors: new Set(["bo-okafor"]) };

    expect(refusalOf("/lgtm", { ...byBo, constitution, facts })).toMatchObject({ code: "own-proposal", who: ["asta"] });
  });

  test("is not taken of who ever spoke in the group's decision, or in the consensus that its vote ended", () => {
    const vote = aVote({ closed: { at, outcome: "carried", sequence: 30 } });
    const before = aConsensus({ id: 11, spoke: ["bo-okafor"], closed: { at, outcome: "voted", sequence: 20 } });
    const spoke = { ...byBo.record, decisions: [aConsensus({ spoke: ["bo-okafor"], closed: { at, outcome: "carried", sequence: 30 } })] };

    expect(refusalOf("/lgtm", { ...byBo, record: spoke })).toMatchObject({ code: "took-part", who: ["asta"] });
    expect(refusalOf("/lgtm", { ...byBo, record: { ...byBo.record, decisions: [before, vote] } })).toMatchObject({ code: "took-part" });
    const ended = { ...before, closed: { at, outcome: "text-changed" as const, sequence: 20 } };
    expect(factsOf("/lgtm", { ...byBo, record: { ...byBo.record, decisions: [ended, vote] } })).toHaveLength(1);
  });

  test("is not taken of who recused themselves, nor for another text", () => {
    expect(refusalOf("/lgtm", { ...byBo, record: { ...byBo.record, recused: ["bo-okafor"] } })).toMatchObject({ code: "recused" });
    expect(refusalOf("/lgtm", { ...byBo, readDigest: null })).toMatchObject({ code: "text-changed" });
  });
});

describe("/lgtm to a changed text after acceptance", () => {
  const base = situationOf("accepted and complete");
  const text = "e".repeat(64);
  const accepted = anAcceptedText({ headSha: "b".repeat(40), digest: text, proposal: text, acceptedAt: at, domains: null });
  const unconfirmed = { headSha: "a".repeat(40), reasons: ["text-changed"] };
  const changed = { ...base, record: { ...base.record, accepted, unconfirmed } };
  const given = { type: "head-confirmation-given", headSha: "a".repeat(40), person: "noor", organisation: "orbit" };

  test("is a confirmation of a voter of the group, once", () => {
    const record = recordAfter("/lgtm", { ...changed, as: "noor" });

    expect(factsOf("/lgtm", { ...changed, as: "noor" })).toEqual([given]);
    expect(factsOf("/lgtm", { ...changed, as: "noor", record })).toEqual([]);
  });

  test.each([
    ["the author", { as: "mira" }],
    ["the sponsor", { as: "noor", record: { ...changed.record, sponsor: { person: "noor", login: "noor", at } } }],
    ["who recused themselves", { as: "noor", record: { ...changed.record, recused: ["noor"] } }],
    ["a Core Maintainer, where the group accepted and decides", { as: "bo-okafor" }],
    ["a stranger", { as: "somebody" }],
  ])("is none of %s", (_, situation) => {
    const refusal = refusalOf("/lgtm", { ...changed, ...situation });

    expect(refusal.code).toBe("no-confirmation");
    expect(refusal.who).toContain("Juno");
  });

  test("is a confirmation of a Core Maintainer where Core accepted and decides", () => {
    const byCore = {
      ...changed,
      facts: { route: aCoreRoute() },
      record: { ...changed.record, accepted: { ...accepted, by: "core" as const } },
    };

    expect(factsOf("/lgtm", { ...byCore, as: "bo-okafor" })).toMatchObject([{ type: "head-confirmation-given", person: "bo-okafor" }]);
    expect(refusalOf("/lgtm", { ...byCore, as: "noor" })).toMatchObject({ code: "no-confirmation", who: ["asta", "bo-okafor"] });
  });

  test("confirms nothing that another authority accepted: Core decides anew", () => {
    const nowCore = { ...changed, facts: { route: aCoreRoute() } };
    const nowGroup = {
      ...changed,
      facts: { route: aGroupRoute() },
      record: { ...changed.record, accepted: { ...accepted, by: "core" as const } },
    };

    expect(refusalOf("/lgtm", { ...nowCore, as: "bo-okafor" })).toMatchObject({ code: "core-decides-anew" });
    expect(refusalOf("/lgtm", { ...nowGroup, as: "noor" })).toMatchObject({ code: "core-decides-anew" });
  });

  test("in oversight confirms for a voter of the group, and releases for Core", () => {
    const overseen = { ...changed, record: { ...changed.record, oversight: anOversight() } };

    expect(factsOf("/lgtm", { ...overseen, as: "noor" })).toEqual([given]);
    expect(factsOf("/lgtm", { ...overseen, as: "bo-okafor" })).toEqual([{ type: "oversight-ended", how: "released" }]);
  });
});
