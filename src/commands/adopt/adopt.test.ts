import { describe, expect, test } from "@jest/globals";
import { draftsOf, factsOf, recordAfter, refusalOf } from "../../../test/support/command-context.ts";
import { aConsensus } from "../../../test/support/command-situations.ts";
import { smallConstitution } from "../../../test/support/constitution.ts";
import { emptyRecord } from "../../core/ledger/index.ts";
import { instant } from "../../kernel/instant.ts";

const { group } = emptyRecord;
const at = instant("2026-11-22T10:00:00Z");
const askedFor = (id: string) => ({ group: { ...group, asked: [{ group: id, at }] } });
const stood = (body: string, representative: string) => [{ type: "group-stood", group: body, representative }];

const withDoor = (sponsorship: string) =>
  smallConstitution().append("project.yml", `front-door:\n  group-required: true\n  sponsorship: ${sponsorship}\n`);
const authorities = withDoor("{ by: lead, authorities: [core-maintainers] }");
const byDecision = withDoor("{ by: decision, procedure: wg-consensus, authorities: [core-maintainers] }");

describe("/adopt", () => {
  test("by a lead makes the group stand behind the proposal, asked or not, and names the lead as its representative", () => {
    expect(factsOf("/adopt", { as: "Juno" })).toEqual(stood("forecasts-wg", "juno"));
    expect(factsOf("/adopt", { as: "Juno", record: askedFor("forecasts-wg") })).toEqual(stood("forecasts-wg", "juno"));
    expect(factsOf("/adopt forecasts", { as: "juno-old" })).toEqual(stood("forecasts-wg", "juno"));
  });

  test("rests on the group's charter", () => {
    expect(draftsOf("/adopt", { as: "Juno" })).toMatchObject([{ clause: "groups/forecasts-wg.yml:1" }]);
  });

  test("is refused to members, Core and strangers, naming the leads", () => {
    for (const as of ["ravi", "bo-okafor", "somebody"]) {
      expect(refusalOf("/adopt", { as, record: askedFor("forecasts-wg") })).toMatchObject({ code: "not-lead", who: ["Juno"] });
    }
  });

  test("for a group that somebody else leads is refused, and never taken for one's own group", () => {
    expect(refusalOf("/adopt readings", { as: "Juno" })).toMatchObject({ code: "not-lead", who: ["noor"] });
    expect(refusalOf("/adopt forecats", { as: "Juno" })).toMatchObject({ code: "no-such-group" });
  });

  test("is refused to a lead whose term has ended", () => {
    const ended = smallConstitution().edit(
      "groups/forecasts-wg.yml",
      "person: Juno, since: 2026-02-01",
      "person: Juno, since: 2026-02-01, until: 2026-11-22",
    );

    expect(refusalOf("/adopt", { as: "Juno", constitution: ended })).toMatchObject({ code: "not-lead" });
  });

  test("is refused to a lead who is an author", () => {
    expect(refusalOf("/adopt", { as: "Juno", facts: { authors: new Set(["juno"]) } })).toMatchObject({ code: "own-proposal", who: [] });
  });

  test("asks a lead of several groups, none of which was asked, for the name", () => {
    const both = smallConstitution().with(
      "groups/sky-wg.yml",
      smallConstitution()
        .text("groups/forecasts-wg.yml")
        .replace("id: forecasts-wg", "id: sky-wg")
        .replace("name: Forecasts", "name: Sky")
        .replace("owns: [forecasts]", "owns: []")
        .replace(/delegations:[\s\S]*/, ""),
    );

    const refusal = refusalOf("/adopt", { as: "Juno", constitution: both });

    expect(refusal).toMatchObject({ code: "several-groups", instead: "Name the group: `/adopt forecasts-wg` or `/adopt sky-wg`." });
    expect(factsOf("/adopt", { as: "Juno", constitution: both, record: askedFor("sky-wg") })).toEqual(stood("sky-wg", "juno"));
    expect(factsOf("/adopt sky", { as: "Juno", constitution: both })).toEqual(stood("sky-wg", "juno"));
  });

  test("by any member of an authority that may stand behind proposals is enough, also where groups decide", () => {
    for (const constitution of [authorities, byDecision]) {
      expect(factsOf("/adopt", { as: "cleo", constitution })).toEqual(stood("core-maintainers", "cleo"));
      expect(factsOf("/adopt core", { as: "asta", constitution })).toEqual(stood("core-maintainers", "asta"));
    }
  });

  test("does not replace another group, and repeated for the same changes nothing", () => {
    const record = recordAfter("/adopt", { as: "Juno" });

    expect(factsOf("/adopt", { as: "Juno", record })).toEqual([]);
    expect(refusalOf("/adopt readings", { as: "noor", record })).toMatchObject({
      code: "group-stands",
      text: "Forecasts stands behind it already.",
    });
  });

  test.each(["accepted", "rejected", "final", "withdrawn", "dormant"] as const)("comes too late in %s", (state) => {
    expect(refusalOf("/adopt", { as: "Juno", record: { state } })).toMatchObject({ code: "wrong-state" });
  });
});

describe("/adopt where standing behind a proposal is a decision (L11)", () => {
  const lead = { as: "Juno", constitution: byDecision };

  test("opens the group's lazy consensus, minor, without explicit consents", () => {
    const [opened, more] = factsOf("/adopt", lead);

    expect(more).toBeUndefined();
    expect(opened).toMatchObject({
      type: "decision-opened",
      matter: "sponsorship",
      proposes: "accept",
      weight: "minor",
      parts: [{ authority: "forecasts-wg", rule: { kind: "lazy-consensus", procedure: "wg-consensus", consents: 0, attestation: false } }],
      endsAt: "2026-11-28T10:00:00.000Z",
      oversight: null,
    });
  });

  test("changes nothing while the group decides already", () => {
    const record = recordAfter("/adopt", lead);

    expect(factsOf("/adopt", { ...lead, record })).toEqual([]);
  });

  test("waits for the end of what is open, and of an escalation", () => {
    const escalation = {
      id: 9,
      why: "raised",
      raisedBy: "juno",
      handler: "cleo",
      handlerPerson: "cleo",
      openedAt: at,
      answerBy: at,
      answer: null,
    } as const;

    expect(refusalOf("/adopt", { ...lead, record: { state: "in-review", decisions: [aConsensus()] } })).toMatchObject({
      code: "decision-open",
    });
    expect(refusalOf("/adopt", { ...lead, record: { state: "in-review", escalations: [escalation] } })).toMatchObject({
      code: "escalated",
      who: ["cleo"],
    });
    expect(
      factsOf("/adopt", { ...lead, record: { state: "in-review", decisions: [aConsensus({ matter: "recommendation" })] } }),
    ).toHaveLength(1);
  });

  test("is not for Interest Groups, which take no decisions", () => {
    expect(refusalOf("/adopt readings", { as: "noor", constitution: byDecision })).toMatchObject({ code: "interest-group" });
  });

  test("never falls back to a lead's word where nobody could decide", () => {
    const record = { recused: ["juno", "noor", "ravi"] };

    expect(refusalOf("/adopt", { ...lead, record })).toMatchObject({ code: "no-electorate" });
  });
});
