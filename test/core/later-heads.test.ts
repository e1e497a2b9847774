import { describe, expect, it } from "@jest/globals";
import { settleHeads } from "../../src/core/decide/settle-heads.ts";
import { isGateOpen } from "../../src/core/decide-gate.ts";
import type { ReadText } from "../../src/domain/proposal-record.ts";
import { instant } from "../../src/kernel/instant.ts";
import { aCommandContext } from "../support/command-context.ts";
import { proposalText } from "../support/planning.ts";
import { aRecord } from "../support/proposal-record.ts";
import { open, type Road } from "../support/proposal-road.ts";

const page = "docs/forecasts/today.mdx";
const foreignPage = "docs/readings/units.mdx";
const sha = (digit: string) => digit.repeat(40);
const reasonsOf = (road: Road) => road.record.unconfirmed?.reasons ?? [];

/** By the group, its veto window passed unused. */
const accepted = () =>
  open()
    .say("Juno", "2026-11-24T10:00:00Z", "/lgtm")
    .say("noor", "2026-11-24T11:00:00Z", "/lgtm")
    .look("2026-12-03T10:03:01Z")
    .look("2026-12-11T10:00:00Z");

describe("a head after acceptance", () => {
  it("that changes pages of the group's own domain is what was asked for", () => {
    expect(
      reasonsOf(
        accepted()
          .push(sha("1"), proposalText, { [page]: "as accepted" })
          .look("2026-12-12T10:00:00Z"),
      ),
    ).toEqual([]);
  });

  it("that changes a page of another domain waits, until the page is as it was", () => {
    const road = accepted()
      .push(sha("1"), proposalText, { [foreignPage]: "more" })
      .look("2026-12-12T10:00:00Z");

    expect(reasonsOf(road)).toEqual(["other-domain"]);
    expect(reasonsOf(road.push(sha("2"), proposalText).look("2026-12-12T11:00:00Z"))).toEqual([]);
  });

  it("that changes it once more after it was confirmed waits again, and the confirmed one does not", () => {
    const road = accepted()
      .push(sha("1"), proposalText, { [foreignPage]: "more" })
      .look("2026-12-12T10:00:00Z")
      .say("Juno", "2026-12-12T11:00:00Z", "/lgtm")
      .say("noor", "2026-12-12T12:00:00Z", "/lgtm");

    expect(reasonsOf(road)).toEqual([]);
    expect(reasonsOf(road.push(sha("2"), proposalText, { [foreignPage]: "and more" }).look("2026-12-13T10:00:00Z"))).toEqual([
      "other-domain",
    ]);
    expect(reasonsOf(road.push(sha("3"), proposalText, { [foreignPage]: "more" }).look("2026-12-13T11:00:00Z"))).toEqual([]);
  });
});

describe("a head after the attestation", () => {
  const digest = "d".repeat(64);
  const textAt = (headSha: string, files: Readonly<Record<string, string>>, normative = digest): ReadText => ({
    headSha,
    digest: normative,
    proposal: normative,
    files: Object.entries(files).map(([path, blob]) => ({ path, blob })),
  });
  const attested = textAt(sha("1"), { [page]: "b1", "package.json": "b2" });
  const final = { ...attested, at: instant("2026-12-12T11:00:00Z"), items: [] };
  const recordAt = (text: ReadText) => aRecord({ state: "final", final, text, accepted: { ...attested, ...groupAccepted } });
  const judge = (text: ReadText) => ({
    open: isGateOpen(recordAt(text), text.headSha, []),
    facts: settleHeads(recordAt(text), context(), instant("2026-12-12T12:00:00Z")).map(({ fact }) => fact.type),
  });

  it("keeps the gate open with an editorial change of the proposal's own file", () => {
    expect(judge(attested)).toEqual({ open: true, facts: [] });
    expect(judge({ ...attested, headSha: sha("2") })).toEqual({ open: true, facts: [] });
  });

  it("closes it with any other file, and takes it back where that is of the specification or the text is another", () => {
    expect(judge(textAt(sha("2"), { [page]: "b1", "package.json": "b3" }))).toEqual({ open: false, facts: [] });
    for (const text of [textAt(sha("2"), { [page]: "b3", "package.json": "b2" }), textAt(sha("2"), { "package.json": "b2" })]) {
      expect(judge(text)).toEqual({ open: false, facts: ["final-undone", "state-moved"] });
    }
    expect(judge({ ...attested, headSha: sha("2"), digest: "e".repeat(64) })).toEqual({
      open: false,
      facts: ["final-undone", "state-moved"],
    });
  });

  it("that the pass has not read yet keeps it closed", () => {
    expect(isGateOpen(recordAt(attested), sha("2"), [])).toBe(false);
  });
});

const groupAccepted = { by: "group", domains: ["forecasts"], acceptedAt: instant("2026-12-03T10:03:00Z"), earlier: [] } as const;
const context = () => ({ ...aCommandContext(), load: new Map<string, number>(), reminded: null, sponsored: new Map<string, number>() });
