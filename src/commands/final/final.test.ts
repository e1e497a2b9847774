import { describe, expect, test } from "@jest/globals";
import {
  aCommandContext,
  decideText,
  factsOf,
  headDigest,
  headSha,
  recordAfter,
  refusalOf,
} from "../../../test/support/command-context.ts";
import { aConsensus, aHold, aJudgement, anOversight, situationOf } from "../../../test/support/command-situations.ts";
import type { FinalAttestation } from "../../conformance/index.ts";

const complete = situationOf("accepted and complete, by the sponsor");
const text = "/final\nimplementation: https://example.org/demo";
const items = [
  { item: "implementation", status: "met", links: ["https://example.org/demo"] },
  { item: "schema", status: "not-needed", links: [] },
  { item: "changelog", status: "met", links: [] },
];

describe("/final", () => {
  test("by the sponsor, with everything there, attests it at the head and ends the road", () => {
    expect(factsOf(text, complete)).toEqual([
      { type: "final-attested", headSha, digest: headDigest, items },
      { type: "state-moved", from: "accepted", to: "final" },
    ]);
  });

  test("judges what the sponsor wrote, the first item also on the line of the command", () => {
    const heard: FinalAttestation[] = [];
    const final = (attestation: FinalAttestation) => {
      heard.push(attestation);
      return aJudgement(true);
    };

    factsOf("/final implementation: https://example.org/demo\n- [x] changelog: docs/changelog.mdx", { ...complete, facts: { final } });

    expect(heard[0]?.items.map(({ item, links }) => [item, links])).toEqual([
      ["implementation", ["https://example.org/demo"]],
      ["changelog", ["docs/changelog.mdx"]],
    ]);
  });

  test("names everything that is missing or unknown in one refusal", () => {
    const refusal = refusalOf("/final", { ...complete, facts: { final: () => aJudgement(false) } });

    expect(refusal).toMatchObject({ code: "incomplete" });
    expect(refusal.text).toContain("`implementation`: No reference implementation is attested. (Guidelines, step 9 (R7.1))");
    expect(refusal.text).toContain("`changelog`: The changelog could not be read.");
    expect(refusal.text).not.toContain("`schema`");
  });

  test("takes what could not be looked at for no yes", () => {
    expect(refusalOf(text, { ...complete, facts: { final: null } })).toMatchObject({ code: "unknown" });
  });

  test("names every mistake in what was written", () => {
    const refusal = refusalOf("/final\nimplementation: soon\nexempt:\nchangelgo: docs/changelog.mdx", complete);

    expect(refusal).toMatchObject({ code: "cannot-be-read" });
    expect(refusal.text).toMatch(/`implementation` has no link · `exempt` says no reason · .*changelgo/);
  });

  test("is the sponsor's word alone", () => {
    for (const as of ["mira", "Juno", "bo-okafor"])
      expect(refusalOf(text, { ...complete, as })).toMatchObject({ code: "not-sponsor", who: ["cleo"] });
    expect(refusalOf(text, { ...complete, record: { ...complete.record, sponsor: null } })).toMatchObject({ code: "not-sponsor", who: [] });
  });

  test("waits for the end of oversight, of an open decision, and for an unconfirmed head", () => {
    const waiting = (record: typeof complete.record) => refusalOf(text, { ...complete, record: { ...complete.record, ...record } });

    expect(waiting({ oversight: anOversight() })).toMatchObject({
      code: "in-oversight",
      text: "It is in oversight until Wednesday 2 December 2026, 10:00 UTC.",
    });
    expect(waiting({ oversight: anOversight({ kind: "approval", endsAt: null }) })).toMatchObject({ code: "in-oversight" });
    expect(waiting({ decisions: [aConsensus()] })).toMatchObject({ code: "decision-open" });
    expect(waiting({ unconfirmed: { headSha, reasons: ["text-changed"] } })).toMatchObject({ code: "head-unconfirmed" });
  });

  test("does not wait for a hold, and says that one stands", () => {
    const held = { ...complete, record: { ...complete.record, holds: [aHold("noor")] } };

    expect(decideText(text, aCommandContext(held))).toMatchObject({ kind: "done", text: expect.stringContaining("a hold still keeps it") });
  });

  test("repeated at the same head changes nothing; at another head, or with more, it attests anew", () => {
    const record = recordAfter(text, complete);

    expect(record.state).toBe("final");
    expect(factsOf("/final", { ...complete, record })).toEqual([]);
    expect(factsOf(text, { ...complete, record })).toEqual([]);
    expect(factsOf("/final\nschema: https://example.org/schema", { ...complete, record })).toMatchObject([{ type: "final-attested" }]);
    expect(factsOf(text, { ...complete, record, facts: { ...complete.facts, headSha: "b".repeat(40) } })).toMatchObject([
      { type: "final-attested", headSha: "b".repeat(40) },
    ]);
  });

  test.each(["proposal", "draft", "in-review", "rejected", "withdrawn", "dormant"] as const)("is not possible in %s", (state) => {
    expect(refusalOf(text, { ...complete, record: { ...complete.record, state } })).toMatchObject({ code: "not-accepted", who: [] });
  });
});
