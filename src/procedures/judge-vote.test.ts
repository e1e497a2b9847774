import { describe, expect, test } from "@jest/globals";
import { aVote } from "../../test/support/command-situations.ts";
import type { Choice, DecisionOutcome, DecisionPart, DecisionRule, VoteThreshold } from "../domain/decision.ts";
import { instant } from "../kernel/instant.ts";
import { judgeDecision } from "./judge-decision.ts";
import { judgeVote } from "./judge-vote.ts";

type VoteRule = Extract<DecisionRule, { kind: "vote" }>;

const at = instant("2026-11-24T10:00:00Z");
const usual: VoteRule = {
  kind: "vote",
  procedure: "wg-vote",
  quorum: 0.5,
  threshold: "majority",
  abstainCounts: true,
  earlyClose: false,
  notPassed: "escalate",
  away: [],
};
const core: Partial<VoteRule> = { quorum: 0, threshold: "half-of-eligible", notPassed: "return" };

/** `p0` to `p(n-1)`. */
function partOf(voters: number, rule: Partial<VoteRule> = {}, authority = "forecasts-wg"): DecisionPart {
  const electorate = Array.from({ length: voters }, (_, index) => ({
    person: `p${index}`,
    login: `p${index}`,
    accounts: [index],
    organisation: null,
  }));
  return { authority, electorate, fewest: 0, rule: { ...usual, ...rule } };
}

/** "yyna-": yes, yes, no, abstain, and one who has not voted. */
function ballotsOf(letters: string) {
  const choices: Readonly<Record<string, Choice>> = { y: "yes", n: "no", a: "abstain" };
  return [...letters].flatMap((letter, index) => {
    const choice = choices[letter];
    return choice ? [{ person: `p${index}`, choice, at, source: `comment/${index}#0` }] : [];
  });
}

const voteOf = (letters: string, rule: Partial<VoteRule> = {}, removed: readonly string[] = []) =>
  aVote({ parts: [partOf(letters.length, rule)], ballots: ballotsOf(letters), removed });

type Row = readonly [rule: string, letters: string, rules: Partial<VoteRule>, outcome: DecisionOutcome];

const ended: readonly Row[] = [
  ["V3: half of four is half", "yy--", {}, "carried"],
  ["V3: one of four is less than half", "y---", {}, "no-quorum"],
  ["V3: an abstention is part where it counts", "ya--", {}, "carried"],
  ["V3: and is none where it does not", "ya--", { abstainCounts: false }, "no-quorum"],
  ["V3: who is away and silent leaves the base", "y---", { away: ["p2", "p3"] }, "carried"],
  ["V3: who is away and votes stays in it", "y---", { away: ["p0", "p3"] }, "no-quorum"],
  ["V3: Core's without quorum is returned, above it is nobody", "y---", { ...core, quorum: 0.5 }, "returned"],
  ["V4: as many yes as no is no majority", "yn--", {}, "not-passed"],
  ["V4: abstentions alone carry nothing", "aaaa", {}, "not-passed"],
  ["V4: silence carries nothing, without any quorum", "----", { quorum: 0 }, "not-passed"],
  ["V4: two of three are two thirds", "yyn", { threshold: "two-thirds" }, "carried"],
  ["V4: three of five are less", "yyynn", { threshold: "two-thirds" }, "not-passed"],
  ["V4: half of all is not more than half", "yy--", core, "returned"],
  ["V4: three of five are more than half of all", "yyy--", core, "carried"],
  ["V4: away people stay eligible", "yy---", { ...core, away: ["p3", "p4"] }, "returned"],
  ["V4: four of six are two thirds of all", "yyyy--", { ...core, threshold: "two-thirds-of-eligible" }, "carried"],
  ["V4: three of five are less than two thirds of all", "yyy--", { ...core, threshold: "two-thirds-of-eligible" }, "returned"],
  ["V6: no from more than half of all rejects", "nnn--", core, "rejected"],
  ["V6: no from half of all returns", "nn--", core, "returned"],
  ["V5: a group rejects nothing by voting no", "nnn-", {}, "not-passed"],
];

describe("a vote whose time is over", () => {
  test.each(ended)("%s", (_, letters, rule, outcome) => {
    expect(judgeVote(voteOf(letters, rule), true)).toEqual({ kind: "ends", outcome });
  });

  test("O6: the ballot of who left is gone, and so are they from what quorum is a share of", () => {
    expect(judgeVote(voteOf("yn--", {}, ["p1"]), true)).toEqual({ kind: "ends", outcome: "no-quorum" });
    expect(judgeVote(voteOf("yn--", {}, ["p1", "p2"]), true)).toEqual({ kind: "ends", outcome: "carried" });
  });

  test.each<readonly [VoteThreshold]>([["majority"], ["two-thirds"], ["half-of-eligible"], ["two-thirds-of-eligible"]])(
    "V4: nobody's vote carries nothing, by %s",
    (threshold) => {
      expect(judgeVote(voteOf("", { threshold }), true)).not.toMatchObject({ outcome: "carried" });
    },
  );
});

const running: readonly (readonly [rule: string, letters: string, rules: Partial<VoteRule>, outcome: DecisionOutcome | null])[] = [
  ["V2: stays open, even when all have voted", "yyyy", {}, null],
  ["V2: early-close ends it when yes has more than half of all", "yyy--", { ...core, earlyClose: true }, "carried"],
  ["V2: early-close ends it when no has more than half of all", "nnn--", { ...core, earlyClose: true }, "rejected"],
  ["V2: early-close waits while the silent could still carry it", "yy---", { ...core, earlyClose: true }, null],
  ["V2: early-close waits while the silent could still stop it", "yy--", { earlyClose: true }, null],
  ["V2: early-close ends a majority that the silent cannot undo", "yyy-", { earlyClose: true }, "carried"],
  ["V2: early-close ends what can neither carry nor be rejected", "aaa-", { ...core, earlyClose: true }, "returned"],
];

describe("a vote whose time runs", () => {
  test.each(running)("%s", (_, letters, rule, outcome) => {
    const expected = outcome === null ? { kind: "open", missing: [{ kind: "time" }] } : { kind: "ends", outcome };
    expect(judgeVote(voteOf(letters, rule), false)).toEqual(expected);
  });
});

describe("a joint vote", () => {
  test("O1: of fewer than two voters of two organisations beside the sponsor nothing is carried, however they vote", () => {
    const [first, second] = [{ organisation: "Hexa" }, { organisation: "Orbit" }];
    const electorate = partOf(2).electorate.map((voter, index) => ({ ...voter, ...(index === 0 ? first : second) }));
    const vote = { parts: [{ ...partOf(2), electorate, fewest: 2 }], ballots: ballotsOf("yy") };

    expect(judgeVote(aVote(vote), true)).toEqual({ kind: "ends", outcome: "carried" });
    expect(judgeVote(aVote({ ...vote, sponsor: "p0" }), true)).toEqual({ kind: "ends", outcome: "no-quorum" });
    expect(judgeVote(aVote({ ...vote, removed: ["p1"] }), true)).toEqual({ kind: "ends", outcome: "no-quorum" });
    const early = { ...partOf(2, { earlyClose: true }), electorate, fewest: 2 };
    expect(judgeVote(aVote({ parts: [early], ballots: ballotsOf("yy"), removed: ["p1"] }), false)).toMatchObject({ kind: "open" });
  });

  const joint = (second: DecisionPart) => aVote({ parts: [partOf(4), second], ballots: ballotsOf("yyn-") });

  test("V8: passes when every part does", () => {
    expect(judgeVote(joint(partOf(3, {}, "readings-wg")), true)).toEqual({ kind: "ends", outcome: "carried" });
  });

  test("V8: closes early as soon as one part can no longer pass, however open the others are", () => {
    const early = (electorate: DecisionPart) => ({ ...electorate, rule: { ...usual, earlyClose: true } });
    const decision = (ballots: string) =>
      aVote({ parts: [early(partOf(9)), early(partOf(3, {}, "readings-wg"))], ballots: ballotsOf(ballots) });

    expect(judgeVote(decision("nn-------"), false)).toEqual({ kind: "ends", outcome: "not-passed" });
    expect(judgeVote(decision("yy-------"), false)).toMatchObject({ kind: "open" });
  });

  test("V8: ends as the part that fell shortest", () => {
    const strangers = partOf(2, {}, "readings-wg").electorate.map((voter) => ({ ...voter, person: `q${voter.person}` }));
    expect(judgeVote(joint({ ...partOf(2, {}, "readings-wg"), electorate: strangers }), true)).toEqual({
      kind: "ends",
      outcome: "no-quorum",
    });
  });
});

describe("deadlines", () => {
  const endsAt = instant("2026-12-02T10:00:00Z");
  const vote = { ...voteOf("yyy-"), endsAt };
  const judged = (now: string, deferredAt: string | null = null) =>
    judgeDecision({ ...vote, deferredAt: deferredAt === null ? null : instant(deferredAt) }, { now: instant(now), attested: true });

  test("T2: the deadline falls after every act of its own second", () => {
    expect(judged("2026-12-02T10:00:00Z")).toMatchObject({ kind: "open" });
    expect(judged("2026-12-02T10:00:01Z")).toEqual({ kind: "ends", outcome: "carried" });
  });

  test("V7: the close of the review window defers it without a result, however it stands", () => {
    expect(judged("2026-12-01T22:59:59Z", "2026-12-01T22:59:59Z")).toMatchObject({ kind: "open" });
    expect(judged("2026-12-01T23:00:00Z", "2026-12-01T22:59:59Z")).toEqual({ kind: "ends", outcome: "deferred" });
  });
});
