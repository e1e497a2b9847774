import { describe, expect, test } from "@jest/globals";
import {
  aCommandContext,
  aCoreRoute,
  aGroupRoute,
  type CommandSituation,
  factsOf,
  refusalOf,
} from "../../../test/support/command-context.ts";
import { situationOf } from "../../../test/support/command-situations.ts";
import { type Constitution, smallConstitution } from "../../../test/support/constitution.ts";
import type { DecisionPart } from "../../domain/decision.ts";
import { instant } from "../../kernel/instant.ts";
import { freezeElectorate } from "./index.ts";

const usual = smallConstitution();
const review = situationOf("in review");
const byLead = situationOf("in review, by a lead");
const core: CommandSituation = { ...review, as: "bo-okafor", facts: { route: aCoreRoute() } };

function opened(text: string, situation: CommandSituation) {
  const fact = factsOf(text, situation).find(({ type }) => type === "decision-opened");
  if (fact?.type !== "decision-opened") throw new Error(`${text} opened nothing`);
  return fact;
}

const persons = (parts: readonly DecisionPart[]) => parts.map(({ electorate }) => electorate.map(({ person }) => person));
const electorate = (authority: string, situation: CommandSituation) =>
  freezeElectorate(authority, aCommandContext({ ...review, ...situation })).map(({ person }) => person);
const coreVote = (constitution: Constitution) =>
  constitution.edit("procedures.yml", "threshold: half-of-eligible", "threshold: half-of-eligible\n    inside-review-window: true");

describe("the electorate", () => {
  test("is of persons, with all their accounts and their organisation", () => {
    expect(freezeElectorate("forecasts-wg", aCommandContext(review))).toEqual([
      { person: "juno", login: "Juno", accounts: [1004, 1005], organisation: "hexa labs" },
      { person: "noor", login: "noor", accounts: [1006], organisation: "orbit" },
      { person: "ravi", login: "ravi", accounts: [1007], organisation: "independent:ravi" },
    ]);
  });

  test("leaves out authors, who recused themselves, and who is not pinned", () => {
    const unpinned = usual.edit("people.yml", "{ login: noor, id: 1006 }", "{ login: noor }");

    expect(electorate("forecasts-wg", { facts: { authors: new Set(["juno"]) } })).toEqual(["noor", "ravi"]);
    expect(electorate("forecasts-wg", { record: { ...review.record, recused: ["ravi"] } })).toEqual(["juno", "noor"]);
    expect(electorate("forecasts-wg", { constitution: unpinned })).toEqual(["juno", "ravi"]);
    expect(electorate("core-maintainers", { facts: { authors: new Set(["cleo"]) } })).toEqual(["asta", "bo-okafor"]);
  });

  test("of a group that people without a numeric id leave with fewer than two voters of two organisations opens nothing", () => {
    const one = usual
      .edit("people.yml", "{ login: noor, id: 1006 }", "{ login: noor }")
      .edit("people.yml", "{ login: ravi, id: 1007 }", "{ login: ravi }");
    const two = usual.edit("people.yml", "{ login: noor, id: 1006 }", "{ login: noor }");

    for (const text of ["/propose accept", "/call-vote"]) {
      expect(refusalOf(text, { ...byLead, constitution: one })).toMatchObject({
        code: "too-few-voters",
        who: ["asta", "bo-okafor", "cleo"],
        instead: expect.stringContaining("`noor`, `ravi`"),
      });
      expect(opened(text, { ...byLead, constitution: two })).toMatchObject({ parts: [{ fewest: 2 }] });
    }
    const byRavi = {
      ...byLead,
      constitution: two,
      record: { ...byLead.record, sponsor: { person: "ravi", login: "ravi", at: instant("2026-11-20T10:00:00Z") } },
    };
    expect(refusalOf("/propose accept", byRavi)).toMatchObject({ code: "too-few-voters" });
    expect(opened("/propose accept", { ...byLead, constitution: one, facts: { route: aCoreRoute() } })).toMatchObject({
      matter: "recommendation",
      parts: [{ fewest: 0 }],
    });
  });

  test("keeps the sponsor, and authors where they decide their own", () => {
    const allowed = usual.edit("procedures.yml", "act-on-own: recused", "act-on-own: allowed");

    expect(electorate("core-maintainers", {})).toContain("cleo");
    expect(electorate("forecasts-wg", { constitution: allowed, facts: { authors: new Set(["juno"]) } })).toContain("juno");
  });

  test("leaves out seats whose term has not begun or has ended", () => {
    const later = usual.edit(
      "groups/forecasts-wg.yml",
      "{ person: noor, since: 2026-02-01, until: 2027-12-31 }",
      "{ person: noor, until: 2026-11-01 }",
    );

    expect(electorate("forecasts-wg", { constitution: later })).toEqual(["juno", "ravi"]);
  });
});

describe("a consensus as it opens", () => {
  test("ends after its window on the wall of the calendar's zone, with the numbers of its procedure", () => {
    expect(opened("/propose accept", byLead)).toMatchObject({
      matter: "proposal",
      weight: "significant",
      endsAt: "2026-12-03T10:00:00.000Z",
      deferredAt: null,
      openedBy: "juno",
      sponsor: "cleo",
      authors: ["mira"],
      parts: [{ authority: "forecasts-wg", rule: { consents: 2, organisations: 2, attestation: true, excluding: ["author", "sponsor"] } }],
    });
    expect(opened("/propose accept minor", byLead).endsAt).toBe("2026-11-28T10:00:00.000Z");
  });

  test("asks consents of what accepts, whatever its weight, and of a minor rejection silence alone", () => {
    const ruleOf = (text: string) => opened(text, byLead).parts[0]?.rule;

    expect(ruleOf("/propose accept minor")).toMatchObject({ consents: 2, attestation: true });
    expect(ruleOf("/propose reject")).toMatchObject({ consents: 2, attestation: false });
    expect(ruleOf("/propose reject minor")).toMatchObject({ consents: 0, organisations: 0, attestation: false });
  });

  test("has a part for each group, and the longest window", () => {
    const constitution = usual
      .append(
        "procedures.yml",
        "  - { id: slow, name: Slow, kind: lazy-consensus, window: { minor: 9 days, significant: 20 days }, on-block: wg-vote }\n",
      )
      .with("groups/readings-wg.yml", readingsWg);
    const facts = { route: aGroupRoute({ jointWith: ["readings-wg"] }) };
    const fact = opened("/propose accept", { ...byLead, constitution, facts });

    expect(persons(fact.parts)).toEqual([
      ["juno", "noor", "ravi"],
      ["noor", "ravi"],
    ]);
    expect(fact.parts.map(({ rule }) => rule.procedure)).toEqual(["wg-consensus", "slow"]);
    expect(fact.endsAt).toBe("2026-12-13T10:00:00.000Z");
  });
});

describe("a vote as it opens", () => {
  test("of Core has its members less authors, no oversight, and nobody to escalate to", () => {
    const facts = { route: aCoreRoute(), authors: new Set(["cleo"]) };

    expect(opened("/call-vote", { ...core, facts })).toMatchObject({
      proposes: "accept",
      oversight: null,
      endsAt: "2026-11-30T10:00:00.000Z",
      deferredAt: null,
      parts: [
        {
          authority: "core-maintainers",
          electorate: [{ person: "asta" }, { person: "bo-okafor" }],
          rule: { threshold: "half-of-eligible", notPassed: "return" },
        },
      ],
    });
  });

  test("takes out of the quorum who is away on every one of its days, and nobody else", () => {
    const away = (from: string, until: string) =>
      usual.edit("people.yml", "{ from: 2026-12-20, until: 2027-01-03 }", `{ from: ${from}, until: ${until} }`);
    const awayIn = (constitution: Constitution) => {
      const { rule } = opened("/call-vote", { ...byLead, constitution }).parts[0] ?? { rule: null };
      return rule?.kind === "vote" ? rule.away : null;
    };

    expect(awayIn(away("2026-11-23", "2026-11-30"))).toEqual(["ravi"]);
    expect(awayIn(away("2026-11-24", "2026-12-30"))).toEqual([]);
    expect(awayIn(away("2026-11-01", "2026-11-29"))).toEqual([]);
    expect(
      awayIn(away("2026-11-01", "2026-12-30").edit("procedures.yml", "act-on-own: recused", "act-on-own: recused\naway: stays-in-quorum")),
    ).toEqual([]);
  });

  test("is deferred at the close of the review window that ends before it, where its procedure says so", () => {
    const closing = (day: string, constitution: Constitution) =>
      opened("/call-vote", { ...core, constitution: constitution.edit("project.yml", "closes: 2026-12-15", `closes: ${day}`) }).deferredAt;

    expect(closing("2026-11-28", coreVote(usual))).toBe("2026-11-28T22:59:59.000Z");
    expect(closing("2026-11-30", coreVote(usual))).toBeNull();
    expect(closing("2026-11-28", usual)).toBeNull();
  });
});

const readingsWg = `id: readings-wg
name: Readings WG
kind: working-group
status: chartered
charter: { text: docs/groups/readings-wg.md }
leads:
  - { person: noor }
members:
  - { person: ravi }
scope:
  owns: [readings]
  clause: "Charter, Scope"
delegations:
  - decision: accept
    domains: [readings]
    types: [Standards Track]
    changes: [additive]
    procedure: slow
    oversight: { kind: veto-window, by: core-maintainers, within: 5 business days }
    joint: true
    adopted: https://example.org/decisions/8
    clause: "Charter, Authority, row 1"
`;
