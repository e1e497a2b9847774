import { describe, expect, test } from "@jest/globals";
import { aCoreRoute, aGroupRoute, type CommandSituation, draftsOf, factsOf, refusalOf } from "../../../test/support/command-context.ts";
import { aConsensus, aVote, situationOf } from "../../../test/support/command-situations.ts";
import { smallConstitution } from "../../../test/support/constitution.ts";
import { instant } from "../../kernel/instant.ts";

const at = instant("2026-11-22T10:00:00Z");
const usual = smallConstitution();
const byLead = situationOf("in review, by a lead");
const bySponsor = situationOf("in review, by the sponsor");
const confirmed = {
  domainConfirmed: { domain: "forecasts", person: "juno" },
  changeConfirmed: { change: "additive", person: "juno" },
} as const;
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
const leadVeto = { person: "asta", login: "asta", at };
const withRecord = (situation: CommandSituation, record: CommandSituation["record"]) => ({
  ...situation,
  record: { ...situation.record, ...record },
});
const kinds = (text: string, situation: CommandSituation) => factsOf(text, situation).map(({ type }) => type);

describe("/propose", () => {
  test("by a lead opens consensus and confirms domain and class", () => {
    expect(factsOf("/propose accept", byLead)).toMatchObject([
      { type: "domain-confirmed", domain: "forecasts", person: "juno" },
      { type: "change-confirmed", change: "additive", person: "juno" },
      { type: "decision-opened", matter: "proposal", proposes: "accept", weight: "significant", oversight: { kind: "veto-window" } },
    ]);
    expect(draftsOf("/propose accept", byLead).at(-1)?.clause).toMatch(/^procedures\.yml:\d+$/);
  });

  test("confirms nothing twice, and anew what has changed since", () => {
    const anew = { ...confirmed, changeConfirmed: { change: "breaking" as const, person: "juno" } };

    expect(kinds("/propose accept", withRecord(byLead, confirmed))).toEqual(["decision-opened"]);
    expect(kinds("/propose accept", withRecord(byLead, anew))).toEqual(["change-confirmed", "decision-opened"]);
  });

  test.each([
    ["the sponsor", bySponsor],
    ["a lead who is author", { ...byLead, facts: { authors: new Set(["juno"]) } }],
    ["a lead who sponsors", withRecord(byLead, { sponsor: { person: "juno", login: "Juno", at } })],
  ])("by %s waits for another lead's confirmation, and then confirms nothing", (_, situation) => {
    expect(refusalOf("/propose accept", situation)).toMatchObject({
      code: "unconfirmed-classification",
      instead: expect.stringContaining("/domain forecasts"),
    });
    expect(kinds("/propose accept", withRecord(situation, confirmed))).toEqual(["decision-opened"]);
  });

  test.each([
    ["a voting member who leads nothing", "noor"],
    ["the author", "mira"],
    ["a Core Maintainer", "bo-okafor"],
    ["a stranger", "somebody"],
  ])("is not for %s", (_, as) => {
    const refusal = refusalOf("/propose accept", { ...byLead, as });

    expect(refusal).toMatchObject({ code: "not-lead-or-sponsor", who: ["Juno", "cleo"] });
    expect(refusal.clause).toMatch(/^groups\/forecasts-wg\.yml:\d+$/);
  });

  test.each(["/propose", "/propose yes", "/propose accept soon", "/propose accept minor please"])("is not read from %s", (text) => {
    expect(refusalOf(text, byLead)).toMatchObject({ code: "cannot-be-read" });
  });

  test.each([
    ["in draft", situationOf("in draft, by a lead"), "not-in-review"],
    ["while a decision is open", withRecord(byLead, { decisions: [aConsensus()] }), "decision-open"],
    ["while it is escalated", withRecord(byLead, { escalations: [escalation] }), "escalated"],
    ["under a Lead veto", withRecord(byLead, { leadVeto }), "lead-veto"],
    ["while an entered decision waits", withRecord(byLead, { entered: [anEntry()] }), "record-pending"],
  ])("opens nothing %s", (_, situation, code) => {
    expect(refusalOf("/propose accept", situation)).toMatchObject({ code });
  });

  test("to reject opens under a Lead veto, which lets nothing be accepted", () => {
    expect(kinds("/propose reject", withRecord(byLead, { leadVeto }))).toContain("decision-opened");
  });

  test("needs somebody who decides, and a consensus to decide by", () => {
    const everybody = { recused: ["juno", "noor", "ravi"] };
    const voting = { ...byLead, facts: { route: aGroupRoute({ procedure: "wg-vote" }) } };
    const missing = { ...byLead, facts: { route: aGroupRoute({ procedure: "gone" }) } };

    expect(refusalOf("/propose accept", withRecord(byLead, everybody))).toMatchObject({ code: "no-electorate" });
    expect(refusalOf("/propose accept", voting)).toMatchObject({ code: "vote-instead", instead: expect.stringContaining("/call-vote") });
    expect(refusalOf("/propose accept", missing)).toMatchObject({ code: "no-procedure" });
  });

  test("where no group decides or recommends is Core's", () => {
    const facts = { route: aCoreRoute({ group: null }) };

    expect(refusalOf("/propose accept", { ...byLead, facts })).toMatchObject({ code: "no-group", who: ["asta", "bo-okafor", "cleo"] });
  });
});

describe("/propose where Core decides", () => {
  const recommending = { ...byLead, facts: { route: aCoreRoute() } };

  test("opens the group's recommendation, without oversight or attestation", () => {
    expect(factsOf("/propose accept", recommending).at(-1)).toMatchObject({
      matter: "recommendation",
      oversight: null,
      parts: [{ authority: "forecasts-wg", rule: { procedure: "wg-consensus", attestation: false, consents: 2 } }],
    });
  });

  test("stands beside Core's vote, once, and never beside the group's own decision", () => {
    const coreVote = aVote({ parts: aVote().parts.map((part) => ({ ...part, authority: "core-maintainers" })) });

    expect(kinds("/propose accept", withRecord(recommending, { decisions: [coreVote] }))).toContain("decision-opened");
    for (const open of [aConsensus({ matter: "recommendation" }), aConsensus()]) {
      expect(refusalOf("/propose accept", withRecord(recommending, { decisions: [open] }))).toMatchObject({ code: "decision-open" });
    }
  });

  test("waits for an escalation, and for the confirmation like any other", () => {
    expect(refusalOf("/propose accept", withRecord(recommending, { escalations: [escalation] }))).toMatchObject({
      code: "escalated",
      who: ["cleo"],
    });
    expect(refusalOf("/propose accept", { ...recommending, as: "cleo" })).toMatchObject({ code: "unconfirmed-classification" });
  });

  test("is so by an act as by the route", () => {
    expect(factsOf("/propose accept", withRecord(byLead, { coreDecides: true })).at(-1)).toMatchObject({ matter: "recommendation" });
  });

  test("uses a consensus even of a group that otherwise votes", () => {
    const constitution = usual.edit("groups/forecasts-wg.yml", "procedure: wg-consensus", "procedure: wg-vote");

    expect(factsOf("/propose accept", { ...recommending, constitution }).at(-1)).toMatchObject({
      parts: [{ rule: { procedure: "wg-consensus" } }],
    });
  });
});

function anEntry() {
  const sides = { yes: ["asta", "bo-okafor"], no: [], abstain: [] };
  return {
    id: 16,
    verdict: "accept",
    link: "https://example.org/notes",
    ...sides,
    enteredBy: "asta",
    digest: "d",
    at,
    settlesAt: at,
    confirmationsNeeded: 2,
    confirmedBy: [],
    ended: null,
  } as const;
}
