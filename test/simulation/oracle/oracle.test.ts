/** Short histories, their outcomes worked out by hand from docs/how-decisions-work.md. */

import type { SimAct, SimHistory, SimOutcome, SimPass, SimPerson, SimProposal, SimRules, SimText } from "../history.ts";
import { oracle } from "./oracle.ts";

const ACCOUNTS: Record<string, number> = {};

function person(id: string, organisation: string | null, levels: SimPerson["levels"] = []): SimPerson {
  ACCOUNTS[id] = 100 + Object.keys(ACCOUNTS).length;
  const account = { login: id, accountId: ACCOUNTS[id] ?? 0, pinned: true };
  return { id, accounts: [account], organisation, levels, emeritus: false, away: [] };
}

// Ada and Bob lead, Cyd and Dan are members of the group; Eve is its author's account; Kim, Lou and Max are of Core, Zoe leads it.
const PEOPLE: readonly SimPerson[] = [
  person("ada", "A"),
  person("bob", "B"),
  person("cyd", "C"),
  person("dan", "B"),
  person("eve", "E"),
  person("kim", "K", ["core-maintainer"]),
  person("lou", "L", ["core-maintainer"]),
  person("max", "E", ["core-maintainer"]),
  person("zoe", "Z", ["lead-maintainer"]),
  person("sam", "S", ["maintainer"]),
];

const RULES: SimRules = {
  people: PEOPLE,
  groups: [
    { id: "tools-wg", leads: ["ada", "bob"], members: ["cyd", "dan"] },
    { id: "events-wg", leads: ["kim"], members: ["cyd", "sam"] },
  ],
  timeZone: "UTC",
  holidays: [],
  groupRequired: false,
  sponsorOwn: "allowed",
  consensus: { minorDays: 5, significantDays: 10, consents: 2, organisations: 2 },
  groupVote: { days: 7, quorum: 0.5, threshold: "majority", abstainCounts: true, earlyClose: false },
  coreVote: { days: 7, insideReviewWindow: false },
  oversight: { kind: "veto-window", businessDays: 5 },
  contestBusinessDays: 5,
  answerBusinessDays: 5,
  holdDays: 14,
  reviewWindows: [],
  recorders: [],
};

/** Thursday 1 October 2026, 12:00. `day(1, 9)` is 09:00 of the next day. */
const START = Date.UTC(2026, 9, 1, 12);
const day = (later: number, hour = 12, minute = 0) => Date.UTC(2026, 9, 1 + later, hour, minute);

type Line = [at: number, who: string, text: string] | [at: number, push: number] | [at: number, rules: SimRules];

interface Story {
  readonly rules?: Partial<SimRules>;
  readonly proposal?: Partial<SimProposal>;
  readonly lines: readonly Line[];
  /** When passes look; `lost` makes one see nothing at or after that time. A pass a minute after each act is added. */
  readonly looks?: readonly { readonly at: number; readonly lost?: number }[];
}

const READY: readonly Line[] = [
  [day(0, 13), "sam", "/sponsor"],
  [day(0, 14), "sam", "/ready attested"],
];
const CONSENSUS: readonly Line[] = [...READY, [day(1), "ada", "/propose accept"]];
const CONSENTS: readonly Line[] = [
  [day(2), "bob", "/lgtm"],
  [day(3), "cyd", "/lgtm"],
];

function historyOf(story: Story): SimHistory {
  const rules = { ...RULES, ...story.rules };
  const acts = story.lines.map((line, index): SimAct => {
    const id = index + 1;
    const [at, second, text] = line;
    if (typeof second === "number") return { kind: "push", id, at, text: { normative: second, editorial: 0 } };
    if (typeof second !== "string") return { kind: "rules", id, at, rules: second };
    return { kind: "comment", id, at, by: ACCOUNTS[second] ?? 999, text: text ?? "", editedAt: null, bot: false };
  });
  // A story that says itself when Steward looks is looked at then; else a minute after each act, for that what was said is read.
  const looks = story.looks ?? [{ at: START + 60_000 }, ...acts.map((act) => ({ at: act.at + 60_000 }))];
  const passes = looks.map((look): SimPass => {
    const horizon = "lost" in look && look.lost !== undefined ? look.lost : look.at + 1;
    const seen = acts.filter((act) => act.at < horizon);
    const shown = seen.reduce<SimText>((text, act) => (act.kind === "push" ? act.text : text), { normative: 1, editorial: 0 });
    const fence = acts.filter((act) => act.at <= look.at).length;
    return { at: look.at, seenThrough: seen.length, shown, shownAt: look.at, fence };
  });
  const proposal: SimProposal = {
    openedBy: ACCOUNTS["eve"] ?? 0,
    authors: [],
    openedAt: START,
    groups: ["tools-wg"],
    route: "delegated",
    ...story.proposal,
  };
  return { rules, proposal, acts, passes };
}

function endOf(story: Story): SimOutcome {
  const last = oracle(historyOf(story)).at(-1);
  if (last === undefined) throw new Error("a story without a look");
  return last;
}

/** Looks a minute after each act, and at the end. */
function until(end: number, lines: readonly Line[], more: Partial<Story> = {}): SimOutcome {
  const looks = [START, ...lines.map(([at]) => at).filter((at) => at < end), end].map((at) => ({ at: at + 60_000 }));
  return endOf({ looks: looks.map((look, index) => (index === looks.length - 1 ? { at: end } : look)), ...more, lines });
}

describe("the road to acceptance", () => {
  test("a sponsor makes a draft, and the sponsor's word a review that is in the queue", () => {
    expect(until(day(0, 13, 30), READY)).toMatchObject({ state: "draft", sponsor: "sam", queued: false });
    expect(until(day(0, 15), READY)).toMatchObject({ state: "in-review", queued: true, open: null });
  });

  test("where a group is required, a sponsor alone makes no draft", () => {
    const rules = { groupRequired: true };
    expect(until(day(1), READY, { rules })).toMatchObject({ state: "proposal", group: null, sponsor: "sam" });
    const adopted: Line[] = [...READY, [day(1), "bob", "/adopt tools-wg"]];
    expect(until(day(2), adopted, { rules })).toMatchObject({ state: "draft", group: "tools-wg" });
  });

  test("significant consensus with two consents closes at its end, and oversight counts five business days from then", () => {
    const lines = [...CONSENSUS, ...CONSENTS];
    // Friday 2 October 12:00 and ten days: Monday 12 October 12:00. Five business days later: Monday 19 October 12:00.
    expect(until(day(11), lines)).toMatchObject({ state: "in-review", open: { endsAt: day(11), yes: ["bob", "cyd"] } });
    expect(until(day(11, 12, 1), lines)).toMatchObject({ state: "accepted", open: null, oversight: day(18), queued: false });
    expect(until(day(18, 12, 1), lines)).toMatchObject({ state: "accepted", oversight: null, gate: "closed" });
  });

  test("silence accepts nothing: without consents it waits, and closes when the second comes", () => {
    const waiting: Line[] = [...CONSENSUS, [day(2), "bob", "/lgtm"]];
    expect(until(day(15), waiting)).toMatchObject({ state: "in-review", open: { procedure: "consensus" } });
    const late: Line[] = [...waiting, [day(15), "cyd", "/lgtm"]];
    expect(until(day(16), late)).toMatchObject({ state: "accepted", oversight: day(22) });
  });

  test("two consents of one organisation are not two", () => {
    const lines: Line[] = [...CONSENSUS, [day(2), "bob", "/lgtm"], [day(3), "dan", "/lgtm"]];
    expect(until(day(12), lines)).toMatchObject({ state: "in-review", open: { yes: ["bob", "dan"] } });
  });

  test("without the attestation nothing is accepted", () => {
    const lines: Line[] = [[day(0, 13), "sam", "/sponsor"], [day(0, 14), "sam", "/ready"], [day(1), "ada", "/propose accept"], ...CONSENTS];
    expect(until(day(12), lines)).toMatchObject({ state: "in-review" });
    expect(until(day(13), [...lines, [day(12), "sam", "/ready attested"]])).toMatchObject({ state: "accepted" });
  });

  test("a sponsor's proposal to decide needs domain and class confirmed by a lead", () => {
    expect(until(day(2), [...READY, [day(1), "sam", "/propose accept"]])).toMatchObject({ open: null });
    const confirmed: Line[] = [
      ...READY,
      [day(1), "ada", "/domain own"],
      [day(1, 13), "bob", "/change additive"],
      [day(1, 14), "sam", "/propose accept"],
    ];
    expect(until(day(2), confirmed)).toMatchObject({ open: { procedure: "consensus", endsAt: day(11, 14) } });
  });

  test("after the end, confirmation of all R7 by the sponsor makes it final, and a hold keeps the gate closed", () => {
    const lines: Line[] = [...CONSENSUS, ...CONSENTS, [day(19), "sam", "/final attested"]];
    expect(until(day(20), lines)).toMatchObject({ state: "final", gate: "green" });
    const held: Line[] = [...lines, [day(20), "ada", "/hold the release is tomorrow"]];
    expect(until(day(21), held)).toMatchObject({ held: true, gate: "closed" });
    expect(until(day(35), held)).toMatchObject({ held: false, gate: "green" });
  });
});

describe("who counts", () => {
  test("an author's consent does not, whatever account writes it", () => {
    const twice = PEOPLE.map((one) =>
      one.id === "cyd" ? { ...one, accounts: [...one.accounts, { login: "cyd2", accountId: 777, pinned: true }] } : one,
    );
    const outcome = until(day(12), [...CONSENSUS, ...CONSENTS], { rules: { people: twice }, proposal: { openedBy: 777 } });
    expect(outcome).toMatchObject({ state: "in-review", open: { yes: ["bob"] } });
  });

  test("a stranger, a bot and an edited comment change nothing", () => {
    const history = historyOf({ lines: [...CONSENSUS, ...CONSENTS, [day(4), "who", "/block this should never count for anything"]] });
    const acts = history.acts.map((act) => {
      if (act.kind !== "comment") return act;
      if (act.id === 4) return { ...act, bot: true };
      return act.id === 5 ? { ...act, editedAt: act.at + 1000 } : act;
    });
    expect(oracle({ ...history, acts }).at(-1)).toMatchObject({ open: { yes: [], blocks: [] } });
  });

  test("who leaves the roster takes the block along, and who joins waits", () => {
    const lines: Line[] = [...CONSENSUS, ...CONSENTS, [day(4), "dan", "/block it breaks every client; say which may stay"]];
    expect(until(day(12), lines)).toMatchObject({ state: "in-review", open: { blocks: ["dan"] } });
    const without = { ...RULES, groups: [{ id: "tools-wg", leads: ["ada", "bob"], members: ["cyd", "sam"] }] };
    const changed: Line[] = [...lines, [day(5), without], [day(6), "sam", "/block nor do I want this without a test"]];
    expect(until(day(10), changed)).toMatchObject({ open: { blocks: [] } });
    expect(until(day(12), changed)).toMatchObject({ state: "accepted" });
  });
});

describe("accounts and absences", () => {
  test("an account whose id the roster does not give cannot act, and its person votes with another or not at all", () => {
    ACCOUNTS["cyd2"] = 777;
    const second = { login: "cyd2", accountId: 777, pinned: false };
    const withSecond = PEOPLE.map((one) => (one.id === "cyd" ? { ...one, accounts: [...one.accounts, second] } : one));
    const onlySecond = PEOPLE.map((one) => (one.id === "cyd" ? { ...one, accounts: [second] } : one));
    const lines: Line[] = [...CONSENSUS, [day(2), "bob", "/lgtm"], [day(3), "cyd2", "/lgtm"]];
    expect(until(day(12), lines, { rules: { people: withSecond } })).toMatchObject({ open: { yes: ["bob"] } });
    expect(until(day(12), lines, { rules: { people: onlySecond } })).toMatchObject({ open: { yes: ["bob"] } });
    expect(until(day(13), [...lines, [day(12), "cyd", "/lgtm"]], { rules: { people: withSecond } })).toMatchObject({ state: "accepted" });
  });

  test("who is away for the whole vote leaves the base of the quorum, and who is there on its last day does not", () => {
    const vote: Line[] = [...READY, [day(1), "ada", "/call-vote"], [day(2), "ada", "/vote yes"], [day(2, 13), "bob", "/vote yes"]];
    const awayUntil = (last: string) =>
      PEOPLE.map((one) => (one.id === "dan" ? { ...one, away: [{ from: "2026-10-02", until: last }] } : one));
    const groupVote = { ...RULES.groupVote, quorum: 0.6 };
    const rules = (last: string) => ({ rules: { groupVote, people: awayUntil(last) } });
    expect(until(day(9), vote, rules("2026-10-09"))).toMatchObject({ state: "accepted" });
    expect(until(day(9), vote, rules("2026-10-08"))).toMatchObject({ state: "in-review", escalated: true });
  });

  test("the handler shares no organisation with the author", () => {
    const people = PEOPLE.map((one) => (one.id === "kim" ? { ...one, organisation: "E" } : one));
    const lines: Line[] = [...READY, [day(1), "ada", "/escalate whose is it"], [day(2), "kim", "/escalate return say more"]];
    expect(until(day(3), lines)).toMatchObject({ escalated: false });
    expect(until(day(3), lines, { rules: { people } })).toMatchObject({ escalated: true });
    expect(until(day(4), [...lines, [day(3), "lou", "/escalate return say more"]], { rules: { people } })).toMatchObject({
      escalated: false,
    });
  });
});

describe("blocks and votes", () => {
  const blocked: readonly Line[] = [...CONSENSUS, ...CONSENTS, [day(4), "dan", "/block it breaks every client; say which may stay"]];

  test("a block stops consensus until its raiser lifts it; after the end it then closes at once", () => {
    expect(until(day(14), blocked)).toMatchObject({ state: "in-review", open: { blocks: ["dan"], yes: ["bob", "cyd"] } });
    expect(until(day(15), [...blocked, [day(14), "dan", "/unblock"]])).toMatchObject({ state: "accepted", oversight: day(21) });
  });

  test("a block without twenty characters of reason is none", () => {
    expect(until(day(12), [...CONSENSUS, ...CONSENTS, [day(4), "dan", "/block no"]])).toMatchObject({ state: "accepted" });
  });

  test("on a block any voter calls the vote; a majority with quorum accepts, and a voter may contest it", () => {
    const vote: Line[] = [
      ...blocked,
      [day(5), "cyd", "/call-vote"],
      [day(6), "ada", "/vote yes"],
      [day(6, 13), "cyd", "/vote yes"],
      [day(6, 14), "dan", "/vote no"],
    ];
    expect(until(day(12), vote)).toMatchObject({ open: { procedure: "group-vote", endsAt: day(12), yes: ["ada", "cyd"], no: ["dan"] } });
    expect(until(day(13), vote)).toMatchObject({ state: "accepted", oversight: day(19) });
    const contested: Line[] = [...vote, [day(15), "dan", "/escalate the objection was never answered"]];
    expect(until(day(16), contested)).toMatchObject({ state: "in-review", oversight: null, escalated: true });
  });

  test("a vote without quorum is escalated, and the handler's guidance gives it back", () => {
    const vote: Line[] = [...READY, [day(1), "ada", "/call-vote"], [day(2), "bob", "/vote yes"]];
    expect(until(day(9), vote)).toMatchObject({ state: "in-review", open: null, escalated: true });
    // Kim, Lou and Zoe share no organisation with author or sponsor; Kim is first by login.
    const others: Line[] = [...vote, [day(9), "lou", "/escalate guidance ask them again"], [day(9, 13), "ada", "/propose accept"]];
    expect(until(day(10), others)).toMatchObject({ escalated: true, open: null });
    const answered: Line[] = [...vote, [day(9), "kim", "/escalate guidance ask them again"], [day(9, 13), "ada", "/propose accept"]];
    expect(until(day(10), answered)).toMatchObject({ escalated: false, open: { procedure: "consensus" } });
  });

  test("the third member who asks opens the vote; who asks twice is one", () => {
    const rules = { groups: [{ id: "tools-wg", leads: ["ada", "bob"], members: ["cyd", "dan", "max"] }] };
    const two: Line[] = [...CONSENSUS, [day(2), "cyd", "/call-vote"], [day(2, 13), "dan", "/call-vote"], [day(2, 14), "cyd", "/call-vote"]];
    expect(until(day(3), two, { rules })).toMatchObject({ open: { procedure: "consensus" } });
    const three: Line[] = [...two, [day(3), "max", "/call-vote"]];
    expect(until(day(4), three, { rules })).toMatchObject({ open: { procedure: "group-vote", endsAt: day(10) } });
  });

  test("early close ends a vote once those who are silent can change nothing", () => {
    const groupVote = { ...RULES.groupVote, earlyClose: true };
    const vote: Line[] = [...READY, [day(1), "ada", "/call-vote"], [day(2), "ada", "/lgtm"], [day(2, 13), "bob", "/lgtm"]];
    expect(until(day(3), vote, { rules: { groupVote } })).toMatchObject({ open: { procedure: "group-vote" } });
    expect(until(day(4), [...vote, [day(3), "cyd", "/lgtm"]], { rules: { groupVote } })).toMatchObject({ state: "accepted" });
  });

  test("a recused blocker's block falls", () => {
    expect(until(day(12), [...blocked, [day(5), "dan", "/recuse"]])).toMatchObject({ state: "accepted" });
  });
});

describe("oversight", () => {
  const accepted: readonly Line[] = [...CONSENSUS, ...CONSENTS];

  test("a veto in time sends it to Core, whose vote then decides", () => {
    const vetoed: Line[] = [...accepted, [day(18), "kim", "/veto the wire format is not theirs"]];
    expect(until(day(19), vetoed)).toMatchObject({ state: "in-review", oversight: null, queued: true });
    const voted: Line[] = [...vetoed, [day(19), "lou", "/call-vote"], [day(20), "lou", "/lgtm"], [day(20, 13), "zoe", "/lgtm"]];
    expect(until(day(27), voted)).toMatchObject({ state: "in-review", open: null, queued: false });
    expect(until(day(27), [...voted, [day(21), "kim", "/vote yes"]])).toMatchObject({ state: "accepted", oversight: null });
  });

  test("a veto a second after the window is refused", () => {
    expect(until(day(19), [...accepted, [day(18) + 1000, "kim", "/veto the wire format is not theirs"]])).toMatchObject({
      state: "accepted",
    });
  });

  test("an uninvolved Core Maintainer releases early; one who voted in the group does not", () => {
    const rules = { groups: [{ id: "tools-wg", leads: ["ada", "bob"], members: ["kim", "cyd"] }] };
    const withKim: Line[] = [...CONSENSUS, [day(2), "bob", "/lgtm"], [day(3), "kim", "/lgtm"]];
    expect(until(day(13), [...withKim, [day(12), "kim", "/lgtm"]], { rules })).toMatchObject({ oversight: day(18) });
    expect(until(day(13), [...withKim, [day(12), "lou", "/lgtm"]], { rules })).toMatchObject({ state: "accepted", oversight: null });
  });

  test("oversight by approval ends only by a yes", () => {
    const rules: Partial<SimRules> = { oversight: { kind: "approval" } };
    expect(until(day(60), accepted, { rules })).toMatchObject({ state: "accepted", oversight: "approval" });
    expect(until(day(61), [...accepted, [day(60), "max", "/lgtm"]], { rules })).toMatchObject({ oversight: null });
  });

  test("a Lead Maintainer's veto undoes an acceptance, and holds until a Lead Maintainer lifts it", () => {
    const vetoed: Line[] = [...accepted, [day(25), "zoe", "/veto not this year"]];
    expect(until(day(26), vetoed)).toMatchObject({ state: "in-review", leadVeto: true, queued: false });
    const tried: Line[] = [...vetoed, [day(26), "ada", "/propose accept"], [day(27), "kim", "/veto lift please"]];
    expect(until(day(28), tried)).toMatchObject({ leadVeto: true, open: null });
    expect(until(day(30), [...tried, [day(29), "zoe", "/veto lift it may come"]])).toMatchObject({ leadVeto: false });
  });
});

describe("Core", () => {
  const proposal: Partial<SimProposal> = { route: "core" };
  const open: readonly Line[] = [...READY, [day(1), "kim", "/call-vote"]];

  test("half of all eligible is not more than half: returned, out of the queue until a new /ready", () => {
    const lines: Line[] = [...open, [day(2), "kim", "/vote yes"], [day(2, 13), "lou", "/vote yes"]];
    expect(until(day(9), lines, { proposal })).toMatchObject({ state: "in-review", open: null, queued: false });
    expect(until(day(10), [...lines, [day(9), "sam", "/ready"]], { proposal })).toMatchObject({ queued: true });
  });

  test("no from more than half rejects", () => {
    const lines: Line[] = [...open, [day(2), "kim", "/vote no"], [day(2, 13), "lou", "/vote no"], [day(2, 14), "max", "/vote no"]];
    expect(until(day(9), lines, { proposal })).toMatchObject({ state: "rejected", oversight: null });
  });

  test("the group recommends beside it, and moves nothing", () => {
    const lines: Line[] = [...READY, [day(1), "ada", "/propose accept minor"]];
    expect(until(day(2), lines, { proposal })).toMatchObject({ open: { procedure: "recommendation", endsAt: day(6) } });
    expect(until(day(7), lines, { proposal })).toMatchObject({ state: "in-review", open: null });
  });

  test("a vote that ends after the review window is deferred at its close, and stays in the queue", () => {
    const rules: Partial<SimRules> = {
      coreVote: { days: 7, insideReviewWindow: true },
      reviewWindows: [{ opens: "2026-10-01", closes: "2026-10-05" }],
    };
    const lines: Line[] = [...open, ...["kim", "lou", "max"].map((who, index): Line => [day(2, 12 + index), who, "/lgtm"])];
    expect(until(day(4, 23, 59), lines, { proposal, rules })).toMatchObject({ open: { procedure: "core-vote", endsAt: day(8) } });
    expect(until(day(5, 0), lines, { proposal, rules })).toMatchObject({ state: "in-review", open: null, queued: true });
    expect(until(day(7), [...READY, [day(6), "kim", "/call-vote"]], { proposal, rules })).toMatchObject({ open: null });
  });

  test("a recorded decision takes effect by two others, or after five days, and a dispute ends it", () => {
    const record: Line[] = [...READY, [day(1), "kim", "/record accept yes:@kim,@lou,@zoe"]];
    expect(until(day(6), record, { proposal })).toMatchObject({ state: "in-review" });
    expect(until(day(6, 12, 1), record, { proposal })).toMatchObject({ state: "accepted" });
    const confirmed: Line[] = [...record, [day(2), "lou", "/record confirm"], [day(2, 13), "zoe", "/record confirm"]];
    expect(until(day(3), confirmed, { proposal })).toMatchObject({ state: "accepted" });
    const disputed: Line[] = [...record, [day(2), "lou", "/record dispute I said no such thing"]];
    expect(until(day(7), disputed, { proposal })).toMatchObject({ state: "in-review" });
    expect(until(day(7), [...READY, [day(1), "kim", "/record accept yes:@kim,@lou"]], { proposal })).toMatchObject({ state: "in-review" });
  });
});

describe("text and time", () => {
  test("a normative push ends an open consensus, and an old consent does not come along", () => {
    const lines: Line[] = [...CONSENSUS, ...CONSENTS, [day(4), 2]];
    expect(until(day(5), lines)).toMatchObject({ state: "in-review", open: null, queued: true });
    expect(until(day(6), [...lines, [day(5), "ada", "/propose accept"]])).toMatchObject({ open: { yes: [] } });
  });

  test("a consent right after a push binds to what was shown before it, and does not count", () => {
    const lines: Line[] = [...READY, [day(1), 2], [day(1) + 1000, "ada", "/propose accept"], [day(1) + 2000, "bob", "/lgtm"]];
    const named: Line[] = [...lines, [day(1) + 3000, "cyd", "/lgtm text-2"]];
    expect(until(day(2), named)).toMatchObject({ open: { yes: ["cyd"] } });
  });

  test("a head that changed after acceptance waits for as many of the group as consents", () => {
    const lines: Line[] = [...CONSENSUS, ...CONSENTS, [day(20), 2], [day(21), "sam", "/final attested"]];
    expect(until(day(22), lines)).toMatchObject({ state: "accepted", unconfirmed: true });
    const one: Line[] = [...lines, [day(22), "ada", "/lgtm"]];
    expect(until(day(23), one)).toMatchObject({ unconfirmed: true });
    expect(until(day(24), [...one, [day(23), "dan", "/lgtm"]])).toMatchObject({ unconfirmed: false });
    expect(until(day(24), [...one, [day(23), 1]])).toMatchObject({ unconfirmed: false });
  });

  test("a block in time that is found after the end opens the decision again; a late call for a vote does not", () => {
    const late = (who: string, text: string): Story => ({
      lines: [...CONSENSUS, ...CONSENTS, [day(10), who, text]],
      looks: [START, ...[0.6, 1.1, 2.1, 3.1].map((later) => START + later * 86_400_000)]
        .map((at): { readonly at: number; readonly lost?: number } => ({ at }))
        .concat([{ at: day(12), lost: day(9) }, { at: day(13) }]),
    });
    const blocked = oracle(historyOf(late("dan", "/block it breaks every client; say which may stay")));
    expect(blocked.at(-2)).toMatchObject({ state: "accepted" });
    expect(blocked.at(-1)).toMatchObject({ state: "in-review", oversight: null, open: { blocks: ["dan"], yes: ["bob", "cyd"] } });

    const vote: Story = late("ada", "/call-vote");
    expect(oracle(historyOf(vote)).at(-1)).toMatchObject({ state: "accepted", open: null });
  });

  test("the wall clock keeps the hour over a change of clocks, and holidays are no business days", () => {
    // Berlin leaves summer time on 25 October 2026: ten days from 20 October 14:00 (+2) is 30 October 14:00 (+1).
    const rules: Partial<SimRules> = { timeZone: "Europe/Berlin", holidays: ["2026-11-02"] };
    const lines: Line[] = [...READY, [day(19), "ada", "/propose accept"], [day(20), "bob", "/lgtm"], [day(21), "cyd", "/lgtm"]];
    expect(until(day(25), lines, { rules })).toMatchObject({ open: { endsAt: day(29, 13) } });
    // 30 October is a Friday: 3, 4, 5, 6 and 9 November follow.
    expect(until(day(30), lines, { rules })).toMatchObject({ state: "accepted", oversight: day(39, 13) });
  });
});

describe("what people settle", () => {
  test("in a joint decision every group needs its own consents, and a block in one stands against all", () => {
    const proposal: Partial<SimProposal> = { groups: ["tools-wg", "events-wg"] };
    const lines: Line[] = [...CONSENSUS, ...CONSENTS];
    // Bob and Cyd are two of the first group; only Cyd is of the second.
    expect(until(day(12), lines, { proposal })).toMatchObject({ state: "in-review", open: { yes: ["bob", "cyd"] } });
    const both: Line[] = [...lines, [day(4), "kim", "/lgtm"]];
    expect(until(day(12), both, { proposal })).toMatchObject({ state: "accepted" });
    const blocked: Line[] = [...both, [day(5), "kim", "/block it needs an event for each of these calls"]];
    expect(until(day(12), blocked, { proposal })).toMatchObject({ open: { blocks: ["kim"], yes: ["bob", "cyd"] } });
  });

  test("a sponsor's consent is not one of the two", () => {
    const lines: Line[] = [
      [day(0, 13), "bob", "/sponsor"],
      [day(0, 14), "bob", "/ready attested"],
      [day(1), "ada", "/propose accept"],
      ...CONSENTS,
    ];
    expect(until(day(12), lines)).toMatchObject({ state: "in-review", open: { yes: ["bob", "cyd"] } });
    expect(until(day(13), [...lines, [day(12), "ada", "/lgtm"]])).toMatchObject({ state: "accepted" });
  });

  test("a group that recusals leave with one voter does not decide; Core does", () => {
    const rules = { groups: [{ id: "tools-wg", leads: ["ada", "bob"], members: [] }] };
    const lines: Line[] = [...READY, [day(1), "bob", "/recuse"], [day(2), "ada", "/propose accept"]];
    expect(until(day(3), lines, { rules })).toMatchObject({ open: { procedure: "recommendation" } });
  });

  test("whoever recuses before casting anything may come back into the open decision, and nobody else", () => {
    const lines: Line[] = [...CONSENSUS, [day(2), "bob", "/lgtm"], [day(3), "bob", "/recuse"], [day(3, 13), "cyd", "/recuse"]];
    const back: Line[] = [...lines, [day(4), "bob", "/unrecuse"], [day(4, 13), "cyd", "/unrecuse"]];
    const said: Line[] = [...back, [day(5), "bob", "/lgtm"], [day(5, 13), "cyd", "/lgtm"]];
    expect(until(day(6), said)).toMatchObject({ open: { yes: ["cyd"] } });
  });

  test("an escalation that its handler gives to Core makes the vote Core's", () => {
    const lines: Line[] = [...CONSENSUS, [day(2), "bob", "/escalate two charters claim this"], [day(3), "ada", "/call-vote"]];
    expect(until(day(4), lines)).toMatchObject({ open: null, escalated: true });
    const core: Line[] = [...lines, [day(4), "kim", "/escalate core all of us"], [day(5), "lou", "/call-vote"]];
    expect(until(day(6), core)).toMatchObject({ escalated: false, open: { procedure: "core-vote" } });
  });

  test("a group's rejection is under oversight, and a veto brings it back to Core", () => {
    const lines: Line[] = [...READY, [day(1), "ada", "/propose reject"], ...CONSENTS];
    expect(until(day(12), lines)).toMatchObject({ state: "rejected", oversight: day(18) });
    expect(until(day(14), [...lines, [day(13), "kim", "/veto it deserves a look"]])).toMatchObject({ state: "in-review", oversight: null });
  });

  test("labels and assignments are their commands where the person may, and nothing otherwise", () => {
    const by = (who: string) => ACCOUNTS[who] ?? 0;
    const history = historyOf({ lines: [], looks: [{ at: day(9) }] });
    const acts: SimAct[] = [
      { kind: "assign", id: 1, at: day(1), by: by("dan"), action: "assigned" },
      { kind: "label", id: 2, at: day(2), by: by("sam"), action: "put", label: "draft" },
      { kind: "label", id: 3, at: day(3), by: by("eve"), action: "put", label: "in-review" },
      { kind: "label", id: 4, at: day(4), by: by("sam"), action: "put", label: "accepted" },
      { kind: "label", id: 5, at: day(5), by: by("ada"), action: "put", label: "do-not-merge/hold" },
    ];
    const passes = history.passes.map((pass) => ({ ...pass, seenThrough: 9 }));
    expect(oracle({ ...history, acts, passes }).at(-1)).toMatchObject({ state: "draft", sponsor: "sam", held: true });
    const more: SimAct[] = [
      ...acts,
      { kind: "label", id: 6, at: day(6), by: by("sam"), action: "put", label: "in-review" },
      { kind: "label", id: 7, at: day(7), by: by("ada"), action: "taken", label: "do-not-merge/hold" },
      { kind: "assign", id: 8, at: day(8), by: by("sam"), action: "unassigned" },
    ];
    expect(oracle({ ...history, acts: more, passes }).at(-1)).toMatchObject({ state: "in-review", sponsor: null, held: false });
  });
});

describe("rest", () => {
  test("a proposal rests after six months, and only once sponsors were asked twice", () => {
    const looks = [0, 59, 61, 122, 181, 183].map((later) => ({ at: day(later, 13) }));
    const states = oracle(historyOf({ lines: [], looks })).map((outcome) => outcome.state);
    expect(states).toEqual(["proposal", "proposal", "proposal", "proposal", "proposal", "dormant"]);
    expect(endOf({ lines: [], looks: [{ at: START }, { at: day(200) }] })).toMatchObject({ state: "proposal" });
  });

  test("its author withdraws and revives it; it seeks a sponsor anew", () => {
    const lines: Line[] = [...CONSENSUS, [day(2), "eve", "/withdraw"]];
    expect(until(day(3), lines)).toMatchObject({ state: "withdrawn", open: null, queued: false });
    expect(until(day(4), [...lines, [day(3), "eve", "/revive"]])).toMatchObject({ state: "proposal", sponsor: null });
  });
});
