import { Procedure } from "../schema/index.ts";
import type { ElectorateExample, ExampleVoter } from "./electorate-example.ts";

const consensus = Procedure.parse({
  id: "wg-consensus",
  name: "consensus of the Working Group",
  kind: "lazy-consensus",
  window: { minor: "5 days", significant: "10 days" },
  consents: { needed: 2, organisations: 2, excluding: ["author", "sponsor"] },
  "on-block": "wg-vote",
});

const groupVoteWhere = (abstain: "counts-for-quorum" | "does-not-count"): Procedure =>
  Procedure.parse({
    id: "wg-vote",
    name: "vote of the Working Group",
    kind: "vote",
    window: "7 days",
    quorum: 0.5,
    threshold: "majority",
    abstain,
    "not-passed": "escalate",
  });
const groupVote = groupVoteWhere("counts-for-quorum");

const coreVote = Procedure.parse({
  id: "core-vote",
  name: "recorded vote of Core Maintainers",
  kind: "vote",
  window: "7 days",
  threshold: "half-of-eligible",
  "not-passed": "return",
});

const voter = (login: string, organisation: string | null, more: Partial<ExampleVoter> = {}): ExampleVoter => ({
  login,
  organisation,
  otherAccount: null,
  isPinned: true,
  isAway: false,
  ...more,
});

const juno = voter("juno", "Hexa Labs", { otherAccount: "juno-old" });
const lena = voter("lena", "Orbit");
const noor = voter("noor", "Orbit");
const ravi = voter("ravi", "independent");
const sami = voter("sami", "Tern Works");
const four = [juno, lena, noor, ravi];
const five = [...four, sami];
const away = (person: ExampleVoter): ExampleVoter => ({ ...person, isAway: true });

const usual = { "act-on-own": "recused", away: "leaves-quorum" } as const;

type Case = Pick<ElectorateExample, "about" | "situation" | "because" | "procedure" | "voters" | "acts" | "result"> &
  Partial<ElectorateExample>;

const example = (given: Case): ElectorateExample => ({ rules: usual, authors: ["mira"], sponsor: "tomas", recused: [], ...given });

/** For the reference page, and for the tests of whatever decides. */
export const electorateExamples: readonly ElectorateExample[] = [
  example({
    about: "self-approval",
    situation: "`juno` is a voting member and an author; `juno`, `noor` and `ravi` consent.",
    because: "Authors leave the electorate of their own proposal; the two others suffice.",
    procedure: consensus,
    voters: four,
    authors: ["juno"],
    acts: [
      { by: "juno", says: "yes" },
      { by: "noor", says: "yes" },
      { by: "ravi", says: "yes" },
    ],
    result: { electorate: ["lena", "noor", "ravi"], yes: ["noor", "ravi"], no: [], abstain: [], outcome: "carried" },
  }),
  example({
    about: "self-approval",
    situation: "`juno`, an author, votes yes; `noor` votes yes too. Four are voting members.",
    because: "The author leaves before quorum is counted: one of three took part, less than half.",
    procedure: groupVote,
    voters: four,
    authors: ["juno"],
    acts: [
      { by: "juno", says: "yes" },
      { by: "noor", says: "yes" },
    ],
    result: { electorate: ["lena", "noor", "ravi"], yes: ["noor"], no: [], abstain: [], outcome: "no-quorum" },
  }),
  example({
    about: "self-approval",
    situation: "The rules say `act-on-own: allowed`; `juno`, an author, and `noor` consent.",
    because: "The author may block or vote, but a consent counts only if it is neither author's nor sponsor's (`consents.excluding`).",
    rules: { ...usual, "act-on-own": "allowed" },
    procedure: consensus,
    voters: four,
    authors: ["juno"],
    acts: [
      { by: "juno", says: "yes" },
      { by: "noor", says: "yes" },
    ],
    result: { electorate: ["juno", "lena", "noor", "ravi"], yes: ["noor"], no: [], abstain: [], outcome: "open" },
  }),
  example({
    about: "sponsor",
    situation: "`noor` is a voting member and the sponsor; `noor` and `ravi` consent.",
    because: "The sponsor's consent does not count towards the two; the sponsor may still block.",
    procedure: consensus,
    voters: four,
    sponsor: "noor",
    acts: [
      { by: "noor", says: "yes" },
      { by: "ravi", says: "yes" },
    ],
    result: { electorate: ["juno", "lena", "noor", "ravi"], yes: ["ravi"], no: [], abstain: [], outcome: "open" },
  }),
  example({
    about: "sponsor",
    situation: "`noor`, the sponsor, and `juno` vote yes, `ravi` votes no.",
    because: "In a vote the sponsor is a voter like any other.",
    procedure: groupVote,
    voters: four,
    sponsor: "noor",
    acts: [
      { by: "noor", says: "yes" },
      { by: "juno", says: "yes" },
      { by: "ravi", says: "no" },
    ],
    result: { electorate: ["juno", "lena", "noor", "ravi"], yes: ["juno", "noor"], no: ["ravi"], abstain: [], outcome: "carried" },
  }),
  example({
    about: "several accounts",
    situation: "`juno` consents, and again from a second account, `juno-old`.",
    because: "People count, not accounts: this is one consent.",
    procedure: consensus,
    voters: four,
    acts: [
      { by: "juno", says: "yes" },
      { by: "juno-old", says: "yes" },
    ],
    result: { electorate: ["juno", "lena", "noor", "ravi"], yes: ["juno"], no: [], abstain: [], outcome: "open" },
  }),
  example({
    about: "several accounts",
    situation: "`juno` and `noor` vote yes; then `juno` votes no from `juno-old`.",
    because: "A person's latest ballot counts, from whatever account; one yes and one no are no majority.",
    procedure: groupVote,
    voters: four,
    acts: [
      { by: "juno", says: "yes" },
      { by: "noor", says: "yes" },
      { by: "juno-old", says: "no" },
    ],
    result: { electorate: ["juno", "lena", "noor", "ravi"], yes: ["noor"], no: ["juno"], abstain: [], outcome: "not-passed" },
  }),
  example({
    about: "several accounts",
    situation: "`juno`, an author, consents from a second account, `juno-old`; so does `noor`.",
    because: "An author stays an author, whatever account they use.",
    procedure: consensus,
    voters: four,
    authors: ["juno"],
    acts: [
      { by: "juno-old", says: "yes" },
      { by: "noor", says: "yes" },
    ],
    result: { electorate: ["lena", "noor", "ravi"], yes: ["noor"], no: [], abstain: [], outcome: "open" },
  }),
  example({
    about: "affiliation",
    situation: "`noor` and `lena`, both of Orbit, consent.",
    because: "Two consents, but of one organisation; two are asked for.",
    procedure: consensus,
    voters: four,
    acts: [
      { by: "noor", says: "yes" },
      { by: "lena", says: "yes" },
    ],
    result: { electorate: ["juno", "lena", "noor", "ravi"], yes: ["lena", "noor"], no: [], abstain: [], outcome: "open" },
  }),
  example({
    about: "affiliation",
    situation: "`noor` of Orbit and `vik`, who states no organisation, consent.",
    because: "An organisation that is not stated may be Orbit too, so it is no second one.",
    procedure: consensus,
    voters: [...four, voter("vik", null)],
    acts: [
      { by: "noor", says: "yes" },
      { by: "vik", says: "yes" },
    ],
    result: { electorate: ["juno", "lena", "noor", "ravi", "vik"], yes: ["noor", "vik"], no: [], abstain: [], outcome: "open" },
  }),
  example({
    about: "affiliation",
    situation: "`ravi` and `zola`, both independent, consent.",
    because: "Each independent person stands for themselves alone.",
    procedure: consensus,
    voters: [...four, voter("zola", "independent")],
    acts: [
      { by: "ravi", says: "yes" },
      { by: "zola", says: "yes" },
    ],
    result: { electorate: ["juno", "lena", "noor", "ravi", "zola"], yes: ["ravi", "zola"], no: [], abstain: [], outcome: "carried" },
  }),
  example({
    about: "affiliation",
    situation: "The sponsor is `sami` of Tern Works; `anna`, of Tern Works too, and `noor` consent.",
    because: "Sharing an organisation with author or sponsor takes no voice away.",
    procedure: consensus,
    voters: [...five, voter("anna", "Tern Works")],
    sponsor: "sami",
    acts: [
      { by: "anna", says: "yes" },
      { by: "noor", says: "yes" },
    ],
    result: {
      electorate: ["anna", "juno", "lena", "noor", "ravi", "sami"],
      yes: ["anna", "noor"],
      no: [],
      abstain: [],
      outcome: "carried",
    },
  }),
  example({
    about: "recusal",
    situation: "`noor` is recused and consents all the same; so does `ravi`.",
    because: "Who is recused has left the electorate.",
    procedure: consensus,
    voters: four,
    recused: ["noor"],
    acts: [
      { by: "noor", says: "yes" },
      { by: "ravi", says: "yes" },
    ],
    result: { electorate: ["juno", "lena", "ravi"], yes: ["ravi"], no: [], abstain: [], outcome: "open" },
  }),
  example({
    about: "recusal",
    situation: "Of four, `juno` and `noor` are recused; `ravi` votes yes, `lena` does not vote.",
    because: "Quorum is of those who remain: one of two is half.",
    procedure: groupVote,
    voters: four,
    recused: ["juno", "noor"],
    acts: [{ by: "ravi", says: "yes" }],
    result: { electorate: ["lena", "ravi"], yes: ["ravi"], no: [], abstain: [], outcome: "carried" },
  }),
  example({
    about: "recusal",
    situation: "Of five Core Maintainers two are recused; `ravi` and `sami` vote yes.",
    because: "Recused people are not eligible: two of three is more than half.",
    procedure: coreVote,
    voters: five,
    recused: ["juno", "noor"],
    acts: [
      { by: "ravi", says: "yes" },
      { by: "sami", says: "yes" },
    ],
    result: { electorate: ["lena", "ravi", "sami"], yes: ["ravi", "sami"], no: [], abstain: [], outcome: "carried" },
  }),
  example({
    about: "abstention",
    situation: "Of four, `noor` votes yes and `ravi` abstains.",
    because: "Abstaining is taking part, so half took part; yes and no are compared without it.",
    procedure: groupVote,
    voters: four,
    acts: [
      { by: "noor", says: "yes" },
      { by: "ravi", says: "abstain" },
    ],
    result: { electorate: ["juno", "lena", "noor", "ravi"], yes: ["noor"], no: [], abstain: ["ravi"], outcome: "carried" },
  }),
  example({
    about: "abstention",
    situation: "The same, under `abstain: does-not-count`.",
    because: "Only one of four took part, less than half.",
    procedure: groupVoteWhere("does-not-count"),
    voters: four,
    acts: [
      { by: "noor", says: "yes" },
      { by: "ravi", says: "abstain" },
    ],
    result: { electorate: ["juno", "lena", "noor", "ravi"], yes: ["noor"], no: [], abstain: ["ravi"], outcome: "no-quorum" },
  }),
  example({
    about: "abstention",
    situation: "Of five Core Maintainers two vote yes, one abstains, two do not vote.",
    because: "Neither yes nor no comes from more than half of all: abstention and absence are not yes (L14).",
    procedure: coreVote,
    voters: five,
    acts: [
      { by: "noor", says: "yes" },
      { by: "ravi", says: "yes" },
      { by: "sami", says: "abstain" },
    ],
    result: {
      electorate: ["juno", "lena", "noor", "ravi", "sami"],
      yes: ["noor", "ravi"],
      no: [],
      abstain: ["sami"],
      outcome: "returned",
    },
  }),
  example({
    about: "abstention",
    situation: "Of five Core Maintainers three vote no and one abstains.",
    because: "No from more than half of all rejects (L14).",
    procedure: coreVote,
    voters: five,
    acts: [
      { by: "juno", says: "no" },
      { by: "noor", says: "no" },
      { by: "ravi", says: "no" },
      { by: "sami", says: "abstain" },
    ],
    result: {
      electorate: ["juno", "lena", "noor", "ravi", "sami"],
      yes: [],
      no: ["juno", "noor", "ravi"],
      abstain: ["sami"],
      outcome: "rejected",
    },
  }),
  example({
    about: "abstention",
    situation: "`noor` and `ravi` consent; then `ravi` abstains.",
    because: "To abstain takes a consent back; one more is needed.",
    procedure: consensus,
    voters: four,
    acts: [
      { by: "noor", says: "yes" },
      { by: "ravi", says: "yes" },
      { by: "ravi", says: "abstain" },
    ],
    result: { electorate: ["juno", "lena", "noor", "ravi"], yes: ["noor"], no: [], abstain: [], outcome: "open" },
  }),
  example({
    about: "away",
    situation: "Of four, `juno` and `lena` are away over the whole vote; `noor` votes yes, `ravi` does not vote.",
    because: "People who are away leave the base of the quorum: one of two is half.",
    procedure: groupVote,
    voters: [away(juno), away(lena), noor, ravi],
    acts: [{ by: "noor", says: "yes" }],
    result: { electorate: ["juno", "lena", "noor", "ravi"], yes: ["noor"], no: [], abstain: [], outcome: "carried" },
  }),
  example({
    about: "away",
    situation: "The same, under `away: stays-in-quorum`.",
    because: "One of four took part, less than half.",
    rules: { ...usual, away: "stays-in-quorum" },
    procedure: groupVote,
    voters: [away(juno), away(lena), noor, ravi],
    acts: [{ by: "noor", says: "yes" }],
    result: { electorate: ["juno", "lena", "noor", "ravi"], yes: ["noor"], no: [], abstain: [], outcome: "no-quorum" },
  }),
  example({
    about: "away",
    situation: "Of four, `juno` and `lena` are away, but `juno` votes yes; nobody else votes.",
    because: "Who votes is counted, away or not: one of three took part, less than half.",
    procedure: groupVote,
    voters: [away(juno), away(lena), noor, ravi],
    acts: [{ by: "juno", says: "yes" }],
    result: { electorate: ["juno", "lena", "noor", "ravi"], yes: ["juno"], no: [], abstain: [], outcome: "no-quorum" },
  }),
  example({
    about: "away",
    situation: "Of five Core Maintainers two are away; two of the others vote yes.",
    because: "Away people stay eligible, and two of five is not more than half (L14).",
    procedure: coreVote,
    voters: [away(juno), away(lena), noor, ravi, sami],
    acts: [
      { by: "noor", says: "yes" },
      { by: "ravi", says: "yes" },
    ],
    result: {
      electorate: ["juno", "lena", "noor", "ravi", "sami"],
      yes: ["noor", "ravi"],
      no: [],
      abstain: [],
      outcome: "returned",
    },
  }),
  example({
    about: "without an id",
    situation: "people.yml gives no numeric id for `noor`; `noor` and `ravi` vote yes.",
    because: "Nobody can tell whose the account is now, so it has no voice; one of three took part, less than half.",
    procedure: groupVote,
    voters: [juno, lena, { ...noor, isPinned: false }, ravi],
    acts: [
      { by: "noor", says: "yes" },
      { by: "ravi", says: "yes" },
    ],
    result: { electorate: ["juno", "lena", "ravi"], yes: ["ravi"], no: [], abstain: [], outcome: "no-quorum" },
  }),
];
