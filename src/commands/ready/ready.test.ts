import { describe, expect, test } from "@jest/globals";
import { factsOf, headDigest, recordAfter, refusalOf } from "../../../test/support/command-context.ts";
import { aConsensus, sponsoredByCleo } from "../../../test/support/command-situations.ts";
import { instant } from "../../kernel/instant.ts";

const at = instant("2026-11-22T10:00:00Z");
const draft = { state: "draft", sponsor: sponsoredByCleo } as const;
const cleo = { as: "cleo", record: draft };
const nothing = { prototype: [], benefit: [], support: [] };
const demo = "https://example.org/demo";
const report = "https://example.org/report";

describe("/ready", () => {
  test("by the sponsor moves a draft into review and the queue, with today's date and the head's digest", () => {
    expect(factsOf("/ready", cleo)).toEqual([
      { type: "state-moved", from: "draft", to: "in-review" },
      { type: "readied", kind: "formal", date: "2026-11-23", digest: headDigest, links: nothing },
    ]);
  });

  test("dates readiness by the project's own day", () => {
    expect(factsOf("/ready", { ...cleo, at: "2026-11-23T23:30:00Z" })).toContainEqual(expect.objectContaining({ date: "2026-11-24" }));
  });

  test("takes the sponsor's links, the first also on the line of the command", () => {
    const text = `/ready prototype: ${demo}\n- benefit: see ${report}, page 2\nsupport: [thread](${demo}) and ${report}`;

    expect(factsOf(text, cleo)).toContainEqual(
      expect.objectContaining({ links: { prototype: [demo], benefit: [report], support: [demo, report] } }),
    );
  });

  test("counts no word without a link as attestation", () => {
    expect(refusalOf("/ready\nbenefit: everybody wants it", cleo)).toMatchObject({
      code: "cannot-be-read",
      instead: "Write it anew, with lines such as `benefit: https://…`.",
    });
    expect(refusalOf("/ready\nproof: https://example.org", cleo)).toMatchObject({ code: "cannot-be-read" });
  });

  test("guesses nothing from a word that it does not know", () => {
    expect(refusalOf("/ready per", cleo)).toMatchObject({ code: "cannot-be-read", text: expect.stringContaining("`pre`") });
  });

  test("repeated adds and replaces links and keeps the readiness date", () => {
    const record = { ...recordAfter(`/ready\nprototype: ${demo}`, { ...cleo, at }), sponsor: sponsoredByCleo };

    expect(factsOf(`/ready\nbenefit: ${report}\nprototype: ${report}`, { as: "cleo", record })).toEqual([
      {
        type: "readied",
        kind: "formal",
        date: "2026-11-22",
        digest: headDigest,
        links: { prototype: [report], benefit: [report], support: [] },
      },
    ]);
  });

  test("repeated without anything new changes nothing", () => {
    const record = recordAfter(`/ready\nprototype: ${demo}`, cleo);

    expect(factsOf("/ready", { as: "cleo", record })).toEqual([]);
    expect(factsOf(`/ready\nprototype: ${demo}`, { as: "cleo", record })).toEqual([]);
    expect(factsOf("/ready", { as: "cleo", record, facts: { digest: "e".repeat(64) } })).toHaveLength(1);
  });

  test("after a return joins the queue anew, with the day's date, and keeps what was attested", () => {
    const record = { ...recordAfter(`/ready\nprototype: ${demo}`, { ...cleo, at }), ready: null };

    expect(factsOf("/ready", { as: "cleo", record })).toEqual([
      { type: "readied", kind: "formal", date: "2026-11-23", digest: headDigest, links: { ...nothing, prototype: [demo] } },
    ]);
  });

  test("is the sponsor's word alone", () => {
    expect(refusalOf("/ready", { ...cleo, as: "mira" })).toMatchObject({ code: "not-sponsor", who: ["cleo"] });
    expect(refusalOf("/ready", { ...cleo, as: "Juno" })).toMatchObject({ code: "not-sponsor" });
    expect(refusalOf("/ready", { as: "mira" })).toMatchObject({
      code: "not-sponsor",
      instead: "Somebody who may sponsor writes `/sponsor` first, such as `Juno`.",
    });
  });

  test.each(["proposal", "accepted", "rejected", "final", "withdrawn", "dormant"] as const)("is not possible in %s", (state) => {
    expect(refusalOf("/ready", { as: "cleo", record: { ...draft, state } })).toMatchObject({ code: "wrong-state" });
  });
});

describe("/ready pre", () => {
  test("puts a draft into the queue for a pre-review and leaves it a draft", () => {
    const record = recordAfter("/ready pre", cleo);

    expect(record).toMatchObject({ state: "draft", ready: { kind: "pre", date: "2026-11-23" } });
    expect(factsOf("/ready", { as: "cleo", record, at: "2026-11-30T10:00:00Z" })).toContainEqual(
      expect.objectContaining({ kind: "formal", date: "2026-11-30" }),
    );
  });

  test("is for drafts only", () => {
    expect(refusalOf("/ready pre", { as: "cleo", record: { ...draft, state: "in-review" } })).toMatchObject({ code: "wrong-state" });
  });
});

describe("/ready draft", () => {
  const record = recordAfter("/ready", cleo);

  test("takes it back to draft and out of the queue", () => {
    expect(recordAfter("/ready draft", { as: "cleo", record })).toMatchObject({ state: "draft", ready: null });
  });

  test("of a draft changes nothing", () => {
    expect(factsOf("/ready draft", cleo)).toEqual([]);
  });

  test("waits for whatever is open", () => {
    const escalation = {
      id: 9,
      why: "raised",
      raisedBy: "juno",
      handler: null,
      handlerPerson: null,
      openedAt: at,
      answerBy: at,
      answer: null,
    } as const;

    expect(refusalOf("/ready draft", { as: "cleo", record: { ...record, decisions: [aConsensus()] } })).toMatchObject({
      code: "decision-open",
    });
    expect(refusalOf("/ready draft", { as: "cleo", record: { ...record, escalations: [escalation] } })).toMatchObject({
      code: "escalated",
    });
  });
});
