import fc from "fast-check";
import type { Ballot, DecisionRecord, DecisionRule, Voter } from "../../src/domain/decision.ts";
import { instant } from "../../src/kernel/instant.ts";
import { judgeDecision } from "../../src/procedures/index.ts";
import { propertySeed } from "../simulation/told-history.ts";

const opened = instant("2026-11-23T10:00:00Z");
const ends = instant("2026-11-30T10:00:00Z");
const over = instant("2026-11-30T10:00:01Z");
const persons = ["ada", "bob", "cyd", "dan", "eve", "fay", "gus", "hal"];
const runs = { numRuns: 2000, seed: propertySeed };

const voters: fc.Arbitrary<readonly Voter[]> = fc
  .subarray(persons)
  .chain((chosen) =>
    fc
      .array(fc.constantFrom("hexa", "orbit", "tern", null), { minLength: chosen.length, maxLength: chosen.length })
      .map((organisations) =>
        chosen.map((person, index) => ({ person, login: person, accounts: [index + 1], organisation: organisations[index] ?? null })),
      ),
  );

const ballots: fc.Arbitrary<readonly Ballot[]> = fc
  .array(fc.option(fc.constantFrom("yes" as const, "yes" as const, "no" as const, "abstain" as const)), {
    minLength: persons.length,
    maxLength: persons.length,
  })
  .map((choices) =>
    choices.flatMap((choice, index) =>
      choice ? [{ person: persons[index] ?? "", choice, at: opened, source: `comment/${index}#0` }] : [],
    ),
  );

const vote: fc.Arbitrary<Extract<DecisionRule, { kind: "vote" }>> = fc.record({
  kind: fc.constant("vote" as const),
  procedure: fc.constant("vote"),
  quorum: fc.constantFrom(0, 0.3, 0.5, 0.75, 1),
  threshold: fc.constantFrom("majority", "two-thirds", "half-of-eligible", "two-thirds-of-eligible"),
  abstainCounts: fc.boolean(),
  earlyClose: fc.boolean(),
  notPassed: fc.constantFrom("escalate", "return"),
  away: fc.subarray(persons, { maxLength: 3 }),
});

interface Drawn {
  readonly electorate: readonly Voter[];
  readonly cast: readonly Ballot[];
  readonly removed: readonly string[];
  readonly sponsor: string | null;
  readonly fewest: number;
}

const drawn: fc.Arbitrary<Drawn> = fc.record({
  electorate: voters,
  cast: ballots,
  removed: fc.subarray(persons, { maxLength: 3 }),
  sponsor: fc.option(fc.constantFrom(...persons)),
  fewest: fc.constantFrom(0, 0, 2),
});

function decisionOf(
  { electorate, cast, removed, sponsor, fewest }: Drawn,
  rule: DecisionRule,
  blocks: readonly string[] = [],
): DecisionRecord {
  return {
    ...{ id: 1, matter: "proposal", proposes: "accept", weight: rule.kind === "vote" ? null : "significant", digest: "d".repeat(64) },
    ...{ openedAt: opened, openedBy: "ada", endsAt: ends, deferredAt: null, spoke: [], voteAskedBy: [], closed: null, oversight: null },
    parts: [{ authority: "tools-wg", electorate, fewest, rule }],
    blocks: blocks.map((person) => ({ person, at: opened, source: "comment/1#0" })),
    ...{ ballots: cast, removed, sponsor, authors: [] },
  };
}

/** How a vote stands when it is over, by V3 to V6 word for word. */
function outcomeOf({ electorate, cast, removed, sponsor, fewest }: Drawn, rule: Extract<DecisionRule, { kind: "vote" }>): string {
  const left = electorate.filter(({ person }) => !removed.includes(person));
  const says = (person: string) => cast.find((ballot) => ballot.person === person)?.choice ?? null;
  const count = (choice: string) => left.filter(({ person }) => says(person) === choice).length;
  const [yes, no, abstain] = [count("yes"), count("no"), count("abstain")];
  const others = left.filter(({ person }) => person !== sponsor);
  const tooFew = others.length < fewest || organisations(others) < fewest;
  const present = left.filter(({ person }) => says(person) !== null || !rule.away.includes(person)).length;
  const took = rule.abstainCounts ? yes + no + abstain : yes + no;
  if (tooFew || (present > 0 ? took / present < rule.quorum : false)) return rule.notPassed === "escalate" ? "no-quorum" : "returned";
  const passes = {
    majority: yes > no,
    "two-thirds": yes / (yes + no) >= 2 / 3,
    "half-of-eligible": yes > left.length / 2,
    "two-thirds-of-eligible": yes / left.length >= 2 / 3,
  }[rule.threshold];
  if (yes > 0 && passes) return "carried";
  if (rule.notPassed === "escalate") return "not-passed";
  return no > left.length / 2 ? "rejected" : "returned";
}

const organisations = (of: readonly Voter[]) => new Set(of.map(({ organisation }) => organisation).filter((each) => each !== null)).size;

describe("the tally of a vote", () => {
  it("is what V3 to V6 say, counted naively", () => {
    fc.assert(
      fc.property(drawn, vote, (who, rule) => {
        expect(judgeDecision(decisionOf(who, rule), { now: over, attested: true })).toEqual({
          kind: "ends",
          outcome: outcomeOf(who, rule),
        });
      }),
      runs,
    );
  });

  it("is taken before the end only where early-close is on and everybody who has not voted could say what they like", () => {
    fc.assert(
      fc.property(drawn, vote, fc.array(fc.constantFrom("yes" as const, "no" as const, "abstain" as const)), (who, rule, later) => {
        const verdict = judgeDecision(decisionOf(who, rule), { now: ends, attested: true });
        if (verdict.kind === "open") return;
        const silent = who.electorate.filter(({ person }) => !who.cast.some((ballot) => ballot.person === person));
        const more = silent.flatMap(({ person }, index): readonly Ballot[] => {
          const choice = later[index];
          return choice ? [{ person, choice, at: opened, source: "comment/99#0" }] : [];
        });
        const failed = (outcome: string) => (outcome === "no-quorum" ? "not-passed" : outcome);

        expect(rule.earlyClose).toBe(true);
        expect(failed(outcomeOf({ ...who, cast: [...who.cast, ...more] }, rule))).toBe(failed(verdict.outcome));
      }),
      runs,
    );
  });
});

describe("lazy consensus", () => {
  const consensus: fc.Arbitrary<Extract<DecisionRule, { kind: "lazy-consensus" }>> = fc.record({
    kind: fc.constant("lazy-consensus" as const),
    procedure: fc.constant("consensus"),
    consents: fc.integer({ min: 0, max: 3 }),
    organisations: fc.integer({ min: 0, max: 2 }),
    excluding: fc.constantFrom([], ["sponsor" as const], ["author" as const, "sponsor" as const]),
    attestation: fc.boolean(),
  });

  it("is carried exactly when it is over, unblocked, attested, and has its consents, counted naively", () => {
    fc.assert(
      fc.property(
        drawn,
        consensus,
        fc.subarray(persons, { maxLength: 1 }),
        fc.boolean(),
        fc.boolean(),
        (who, rule, blocks, late, attested) => {
          const left = who.electorate.filter(({ person }) => !who.removed.includes(person));
          const others = left.filter(({ person }) => person !== who.sponsor);
          const counted = rule.excluding.includes("sponsor") ? others : left;
          const consents = counted.filter(({ person }) => who.cast.some((ballot) => ballot.person === person && ballot.choice === "yes"));
          const carried =
            late &&
            blocks.every((person) => who.removed.includes(person)) &&
            (attested || !rule.attestation) &&
            others.length >= who.fewest &&
            organisations(others) >= who.fewest &&
            consents.length >= rule.consents &&
            organisations(consents) >= rule.organisations;

          expect(judgeDecision(decisionOf(who, rule, blocks), { now: late ? over : ends, attested }).kind).toBe(carried ? "ends" : "open");
        },
      ),
      runs,
    );
  });
});
