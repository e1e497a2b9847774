import { describe, expect, test } from "@jest/globals";
import { aCoreRoute, aGroupRoute, type CommandSituation, factsOf, recordAfter, refusalOf } from "../../../test/support/command-context.ts";
import { aConsensus, anAcceptedText, aVote, situationOf } from "../../../test/support/command-situations.ts";
import { smallConstitution } from "../../../test/support/constitution.ts";
import { instant } from "../../kernel/instant.ts";

const at = instant("2026-11-22T10:00:00Z");
const usual = smallConstitution();
const review = situationOf("in review");
const consensus = situationOf("consensus is open");
const core: CommandSituation = { ...review, as: "bo-okafor", facts: { route: aCoreRoute() } };
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
const confirmed = {
  domainConfirmed: { domain: "forecasts", person: "juno" },
  changeConfirmed: { change: "additive", person: "juno" },
} as const;
const withRecord = (situation: CommandSituation, record: CommandSituation["record"]) => ({
  ...situation,
  record: { ...situation.record, ...record },
});
const kinds = (situation: CommandSituation) => factsOf("/call-vote", situation).map(({ type }) => type);
const ballots = [{ person: "noor", choice: "yes", at, source: "comment/5#0" }] as const;
const blocks = [{ person: "ravi", at, source: "comment/6#0" }];

describe("/call-vote in a group", () => {
  test("by a lead ends the open consensus as voted, with its tally, and opens a vote on what was proposed", () => {
    const record = { decisions: [aConsensus({ proposes: "reject", ballots, blocks })] };

    expect(factsOf("/call-vote", { ...withRecord(consensus, record), as: "Juno" })).toMatchObject([
      { type: "decision-closed", decision: 21, outcome: "voted", yes: ["noor"], no: [], abstain: [], blocks: ["ravi"] },
      {
        type: "decision-opened",
        matter: "proposal",
        proposes: "reject",
        oversight: { kind: "veto-window" },
        parts: [{ rule: { kind: "vote", procedure: "wg-vote" } }],
      },
    ]);
  });

  test("by a lead opens one from nothing, and confirms as by opening consensus", () => {
    expect(kinds({ ...review, as: "Juno" })).toEqual(["domain-confirmed", "change-confirmed", "decision-opened"]);
    expect(refusalOf("/call-vote", { ...review, as: "Juno", facts: { authors: new Set(["juno"]) } })).toMatchObject({
      code: "unconfirmed-classification",
    });
  });

  test("by any voting member opens it while a block stands", () => {
    expect(kinds({ ...withRecord(consensus, { decisions: [aConsensus({ blocks })] }), as: "noor" })).toEqual([
      "decision-closed",
      "decision-opened",
    ]);
  });

  test("by voting members opens it with the third who asks, each counted once", () => {
    const noor = { ...consensus, as: "noor" };
    const asked = recordAfter("/call-vote", noor);

    expect(factsOf("/call-vote", noor)).toEqual([{ type: "vote-asked", decision: 21, person: "noor" }]);
    expect(factsOf("/call-vote", { ...noor, record: asked })).toEqual([]);
    expect(factsOf("/call-vote", { ...consensus, as: "ravi", record: asked })).toEqual([
      { type: "vote-asked", decision: 21, person: "ravi" },
    ]);
    expect(kinds({ ...withRecord(consensus, { decisions: [aConsensus({ voteAskedBy: ["noor", "juno"] })] }), as: "ravi" })).toEqual([
      "decision-closed",
      "decision-opened",
    ]);
  });

  test("counts nobody who asked and left the electorate since", () => {
    const record = { decisions: [aConsensus({ voteAskedBy: ["noor", "juno"], removed: ["noor"] })] };

    expect(kinds({ ...withRecord(consensus, record), as: "ravi" })).toEqual(["vote-asked"]);
  });

  test("by voting members works from nothing too, once domain and class are confirmed", () => {
    const first = recordAfter("/call-vote", { ...review, as: "noor" });

    expect(factsOf("/call-vote", { ...review, as: "noor" })).toEqual([{ type: "vote-asked", decision: null, person: "noor" }]);
    expect(factsOf("/call-vote", { ...review, as: "noor", record: first })).toEqual([]);
    const two = { voteAskedBy: ["noor", "juno"] };
    expect(refusalOf("/call-vote", { ...withRecord(review, two), as: "ravi" })).toMatchObject({ code: "unconfirmed-classification" });
    expect(kinds({ ...withRecord(review, { ...two, ...confirmed }), as: "ravi" })).toEqual(["decision-opened"]);
  });

  test("a wish from before goes into the consensus that opens", () => {
    const asked = recordAfter("/call-vote", { ...review, as: "noor" });
    const opened = recordAfter("/propose accept", { ...review, as: "Juno", record: asked });

    expect(opened.voteAskedBy).toEqual([]);
    expect(opened.decisions[0]?.voteAskedBy).toEqual(["noor"]);
  });

  test.each([
    ["the author", "mira"],
    ["the sponsor who has no vote", "cleo"],
    ["a Core Maintainer", "bo-okafor"],
    ["a stranger", "somebody"],
  ])("is not for %s", (_, as) => {
    expect(refusalOf("/call-vote", { ...consensus, as })).toMatchObject({ code: "not-lead", who: ["Juno"] });
    expect(refusalOf("/call-vote", { ...review, as })).toMatchObject({ code: "not-lead" });
  });

  test.each([
    ["while a vote is open", withRecord(review, { decisions: [aVote()] }), "decision-open"],
    ["in draft", situationOf("in draft"), "not-in-review"],
    ["while it is escalated", withRecord(review, { escalations: [escalation] }), "escalated"],
    ["under a Lead veto", withRecord(review, { leadVeto: { person: "asta", login: "asta", at } }), "lead-veto"],
  ])("opens nothing %s", (_, situation, code) => {
    expect(refusalOf("/call-vote", { ...situation, as: "Juno" })).toMatchObject({ code });
  });

  test("uses the vote itself where the delegation names one", () => {
    const facts = { route: aGroupRoute({ procedure: "wg-vote" }) };

    expect(factsOf("/call-vote", { ...review, as: "Juno", facts }).at(-1)).toMatchObject({ parts: [{ rule: { procedure: "wg-vote" } }] });
  });

  test("stays the group's while its decision is open, whatever the route says since", () => {
    const open = withRecord(consensus, { decisions: [aConsensus()] });

    expect(kinds({ ...open, as: "Juno", facts: { route: aCoreRoute() } })).toEqual(["decision-closed", "decision-opened"]);
    expect(refusalOf("/call-vote", { ...open, as: "bo-okafor", facts: { route: aCoreRoute() } })).toMatchObject({ code: "not-lead" });
  });
});

describe("/call-vote where Core decides", () => {
  test.each([
    ["a Core Maintainer", "bo-okafor"],
    ["a Lead Maintainer", "asta"],
  ])("opens Core's vote for %s, by the route or by an act", (_, as) => {
    expect(kinds({ ...core, as })).toEqual(["decision-opened"]);
    expect(kinds({ ...withRecord(review, { coreDecides: true }), as })).toEqual(["decision-opened"]);
  });

  test("is for nobody else", () => {
    for (const as of ["Juno", "mira", "somebody"]) {
      expect(refusalOf("/call-vote", { ...core, as })).toMatchObject({
        code: "not-core",
        who: ["asta", "bo-okafor", "cleo"],
        clause: expect.stringMatching(/^project\.yml:\d+$/),
      });
    }
  });

  test("takes it out of an escalation", () => {
    const escalated = withRecord(review, { escalations: [escalation], ready: null });

    expect(kinds({ ...escalated, as: "bo-okafor" })).toEqual(["decision-opened"]);
  });

  test.each([
    ["in draft", { ...situationOf("in draft"), facts: core.facts ?? {} }, "not-in-review"],
    [
      "while a decision is open",
      withRecord(core, { decisions: [aVote({ parts: [{ ...onePart(), authority: "core-maintainers" }] })] }),
      "decision-open",
    ],
    ["after it was returned, until a new `/ready`", withRecord(core, { ready: null }), "not-in-queue"],
    ["under a Lead veto", withRecord(core, { leadVeto: { person: "asta", login: "asta", at } }), "lead-veto"],
    ["where the constitution names no vote", { ...core, facts: { route: aCoreRoute({ procedure: "core-approval" }) } }, "no-procedure"],
    ["where everybody is out", withRecord(core, { recused: ["asta", "bo-okafor", "cleo"] }), "no-electorate"],
  ])("opens nothing %s", (_, situation, code) => {
    expect(refusalOf("/call-vote", { ...situation, as: "bo-okafor" })).toMatchObject({ code });
  });

  test("stands beside a recommendation", () => {
    expect(kinds(withRecord(core, { decisions: [aConsensus({ matter: "recommendation" })] }))).toEqual(["decision-opened"]);
  });

  test("decides anew about a text that no acceptance covers, and about no other after acceptance", () => {
    const accepted = anAcceptedText({ headSha: "b", digest: "e", proposal: "e", acceptedAt: at, domains: null });
    const changed = { state: "accepted", accepted, unconfirmed: { headSha: "a".repeat(40), reasons: ["text-changed"] } } as const;

    expect(kinds(withRecord(core, { ...changed, ready: null }))).toEqual(["decision-opened"]);
    expect(refusalOf("/call-vote", withRecord(core, { ...changed, unconfirmed: null }))).toMatchObject({ code: "not-in-review" });
    expect(refusalOf("/call-vote", withRecord(core, { ...changed, accepted: { ...accepted, by: "core" } }))).toMatchObject({
      code: "not-in-review",
    });
    expect(kinds({ ...withRecord(review, { ...changed, accepted: { ...accepted, by: "core" } }), as: "bo-okafor" })).toEqual([
      "decision-opened",
    ]);
  });
});

describe("review windows", () => {
  const inside = usual.edit("procedures.yml", "threshold: half-of-eligible", "threshold: half-of-eligible\n    inside-review-window: true");
  const on = (day: string, constitution = inside) => ({ ...core, at: `${day}T10:00:00Z`, constitution });

  test("keep Core's vote from opening outside them, and say when the next one opens", () => {
    const later = inside.edit(
      "project.yml",
      "    - { name: Spring,",
      "    - { name: Autumn, opens: 2027-03-10, closes: 2027-05-01 }\n    - { name: Spring,",
    );

    expect(refusalOf("/call-vote", on("2026-12-16", later))).toMatchObject({
      code: "outside-review-window",
      instead: "The next review window opens on 2027-03-10.",
    });
    expect(kinds(on("2026-12-15"))).toEqual(["decision-opened"]);
  });

  test("do not help in a hard freeze, and a soft one stops nothing", () => {
    const frozen = (kind: string) =>
      inside
        .edit("project.yml", "closes: 2026-12-15", "closes: 2027-03-31")
        .edit("project.yml", "name: Spring hard freeze,", `name: Spring freeze, kind: ${kind},`);

    expect(refusalOf("/call-vote", on("2027-02-10", frozen("hard")))).toMatchObject({ code: "hard-freeze" });
    expect(kinds(on("2027-02-10", frozen("soft")))).toEqual(["decision-opened"]);
  });

  test("bind only votes that say so", () => {
    expect(kinds(on("2026-12-16", usual))).toEqual(["decision-opened"]);
  });
});

function onePart() {
  const [part] = aVote().parts;
  if (!part) throw new Error("A vote has a part");
  return part;
}
