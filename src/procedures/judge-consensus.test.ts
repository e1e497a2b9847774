import { describe, expect, test } from "@jest/globals";
import { aConsensus, groupVoters } from "../../test/support/command-situations.ts";
import type { Ballot, Block, Choice, DecisionPart, DecisionRecord } from "../domain/decision.ts";
import { instant } from "../kernel/instant.ts";
import { judgeConsensus } from "./judge-consensus.ts";

const at = instant("2026-11-24T10:00:00Z");
const cast = (person: string, choice: Choice = "yes"): Ballot => ({ person, choice, at, source: "comment/2#0" });
const blockOf = (person: string): Block => ({ person, at, source: "comment/3#0" });
const enough = [cast("noor"), cast("ravi")];
const over = { late: true, attested: true };
const [groupPart] = aConsensus().parts;
if (groupPart?.rule.kind !== "lazy-consensus") throw new Error("The group's consensus has lost its part.");
const part: DecisionPart = groupPart;
const silent: DecisionPart = { ...part, rule: { ...groupPart.rule, consents: 0, organisations: 0, attestation: false } };
const readings: DecisionPart = { ...part, authority: "readings-wg", electorate: groupVoters.slice(0, 1), fewest: 0 };
const sameOrganisation: DecisionPart = {
  ...part,
  fewest: 0,
  electorate: groupVoters.map((voter) => ({ ...voter, organisation: "Orbit" })),
};

interface Row {
  readonly rule: string;
  readonly given: Partial<DecisionRecord>;
  readonly by?: Partial<typeof over>;
  /** Kinds of what is missing; none where it carries. */
  readonly missing: readonly string[];
}

const rows: readonly Row[] = [
  { rule: "C5: with consents and attestation it carries at its end", given: { ballots: enough }, missing: [] },
  { rule: "C5: before its end it waits, whatever is there", given: { ballots: enough }, by: { late: false }, missing: ["time"] },
  {
    rule: "O1: silence is no consent of a group of which one voter is left beside the sponsor",
    given: { parts: [silent], removed: ["ravi", "juno"], sponsor: "lena" },
    missing: ["voters"],
  },
  {
    rule: "O1: nor of one whose voters are left of one organisation",
    given: { parts: [{ ...silent, electorate: groupVoters.map((voter) => ({ ...voter, organisation: "Orbit" })) }] },
    missing: ["voters"],
  },
  { rule: "C1: silence alone accepts no proposal", given: {}, missing: ["consents"] },
  { rule: "C1: one consent is not two", given: { ballots: [cast("noor")] }, missing: ["consents"] },
  { rule: "C1: only a yes consents", given: { ballots: [cast("noor"), cast("ravi", "abstain")] }, missing: ["consents"] },
  { rule: "C1: the sponsor's consent is not counted", given: { ballots: enough, sponsor: "noor" }, missing: ["consents"] },
  { rule: "C1: an author's consent is not counted", given: { ballots: enough, authors: ["ravi"] }, missing: ["consents"] },
  {
    rule: "C1: two consents of one organisation are not of two",
    given: { ballots: enough, parts: [sameOrganisation] },
    missing: ["organisations"],
  },
  { rule: "C1: acceptance asks for the attestation", given: { ballots: enough }, by: { attested: false }, missing: ["attestation"] },
  { rule: "C1: a rejection asks for none", given: { ballots: enough, proposes: "reject" }, by: { attested: false }, missing: [] },
  {
    rule: "C1: a recommendation asks for none",
    given: { ballots: enough, matter: "recommendation" },
    by: { attested: false },
    missing: [],
  },
  { rule: "C1: silence suffices where no consent is asked for", given: { parts: [silent] }, by: { attested: false }, missing: [] },
  { rule: "C5: a block stands against every consent", given: { ballots: enough, blocks: [blockOf("juno")] }, missing: ["block"] },
  { rule: "C5: a block stands against silence", given: { parts: [silent], blocks: [blockOf("juno")] }, missing: ["block"] },
  {
    rule: "O6: a block of who left falls",
    given: { ballots: enough, blocks: [blockOf("juno")], removed: ["juno"] },
    missing: [],
  },
  { rule: "O6: a consent of who left falls", given: { ballots: enough, removed: ["ravi"] }, missing: ["consents"] },
  { rule: "C6: every part needs its own consents", given: { ballots: enough, parts: [part, readings] }, missing: ["consents"] },
  {
    rule: "C6: a block in one part stands against all",
    given: { ballots: enough, parts: [part, { ...silent, authority: "readings-wg" }], blocks: [blockOf("juno")] },
    missing: ["block"],
  },
  {
    rule: "what is missing is told whole",
    given: { blocks: [blockOf("juno")] },
    by: { late: false, attested: false },
    missing: ["time", "block", "consents", "attestation"],
  },
];

describe("lazy consensus", () => {
  test.each(rows)("$rule", ({ given, by, missing }) => {
    const verdict = judgeConsensus(aConsensus(given), { ...over, ...by });

    expect(verdict.kind === "open" ? verdict.missing.map(({ kind }) => kind) : [verdict.outcome]).toEqual(
      missing.length > 0 ? missing : ["carried"],
    );
  });

  test("C1: tells how many consents there are, and of which group's how many are needed", () => {
    expect(judgeConsensus(aConsensus({ ballots: [cast("noor")] }), over)).toEqual({
      kind: "open",
      missing: [{ kind: "consents", authority: "forecasts-wg", needed: 2, given: 1 }],
    });
  });
});
