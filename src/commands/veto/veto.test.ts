import { describe, expect, test } from "@jest/globals";
import { type CommandSituation, draftsOf, factsOf, recordAfter, refusalOf } from "../../../test/support/command-context.ts";
import { anOversight, situationOf } from "../../../test/support/command-situations.ts";
import type { ProposalState } from "../../domain/proposal-vocabulary.ts";
import { instant } from "../../kernel/instant.ts";

const at = instant("2026-11-22T10:00:00Z");
const overseen = situationOf("in oversight");
const leadVeto = { person: "asta", login: "asta", at };
const withRecord = (situation: CommandSituation, record: CommandSituation["record"]) => ({
  ...situation,
  record: { ...situation.record, ...record },
});
const inState = (state: ProposalState) => ({ record: { state } });
const vetoed = { type: "oversight-ended", how: "vetoed" };
const raised = { type: "lead-veto-raised", person: "asta", login: "asta" };

describe("/veto in oversight", () => {
  test("of a Core Maintainer ends it, with the reason", () => {
    expect(draftsOf("/veto It splits the ecosystem", { ...overseen, as: "bo-okafor" })).toEqual([
      { reason: "It splits the ecosystem", clause: expect.stringMatching(/^project\.yml:\d+$/), fact: vetoed },
    ]);
  });

  test("is open to Core's sponsor and to who took part, and not to authors", () => {
    expect(factsOf("/veto It splits the ecosystem", { ...overseen, as: "cleo" })).toEqual([vetoed]);
    expect(
      refusalOf("/veto It splits the ecosystem", { ...overseen, as: "bo-okafor", facts: { authors: new Set(["bo-okafor"]) } }),
    ).toMatchObject({
      code: "own-proposal",
      who: ["asta", "cleo"],
    });
  });

  test("of a Lead Maintainer stands besides", () => {
    expect(factsOf("/veto It splits the ecosystem", { ...overseen, as: "asta" })).toEqual([vetoed, raised]);
  });

  test("holds against a rejection too", () => {
    const rejected = withRecord(overseen, { state: "rejected", oversight: anOversight({ outcome: "reject" }) });

    expect(factsOf("/veto It deserves a hearing", { ...rejected, as: "bo-okafor" })).toEqual([vetoed]);
    expect(factsOf("/veto It deserves a hearing", { ...rejected, as: "asta" })).toEqual([vetoed, raised]);
  });

  test.each(["Juno", "mira", "somebody"])("is not for %s", (as) => {
    expect(refusalOf("/veto I changed my mind", { ...overseen, as }).code).toBe(as === "mira" ? "own-proposal" : "not-core");
  });

  test("says why", () => {
    expect(refusalOf("/veto", { ...overseen, as: "bo-okafor" })).toMatchObject({ code: "reason-too-short" });
  });
});

describe("/veto outside oversight", () => {
  const ended = withRecord(overseen, { oversight: anOversight({ ended: { at, how: "window-passed" } }) });

  test("is a Lead Maintainer's alone", () => {
    expect(refusalOf("/veto Too late", { ...ended, as: "bo-okafor" })).toMatchObject({ code: "no-oversight", who: ["asta"] });
    expect(refusalOf("/veto Too late", { ...ended, as: "Juno" })).toMatchObject({ code: "not-core", who: ["asta"] });
    expect(factsOf("/veto Not like this", { ...ended, as: "asta" })).toEqual([raised]);
  });

  test.each<ProposalState>(["proposal", "draft", "in-review", "accepted"])("stands in %s", (state) => {
    expect(factsOf("/veto Not like this", { ...inState(state), as: "asta" })).toEqual([raised]);
  });

  test.each<ProposalState>(["final", "rejected", "withdrawn", "dormant", "superseded"])("finds nothing in %s", (state) => {
    expect(refusalOf("/veto Not like this", { ...inState(state), as: "asta" })).toMatchObject({ code: "nothing-to-veto" });
  });

  test("is refused to a Lead Maintainer who is author", () => {
    expect(refusalOf("/veto Not like this", { ...inState("in-review"), as: "asta", facts: { authors: new Set(["asta"]) } })).toMatchObject({
      code: "own-proposal",
    });
  });

  test("stands once", () => {
    const record = recordAfter("/veto Not like this", { ...inState("in-review"), as: "asta" });

    expect(factsOf("/veto Not like this", { as: "asta", record })).toEqual([]);
  });
});

describe("/veto lift", () => {
  const standing = { record: { state: "in-review", leadVeto } } as const;

  test("of a Lead Maintainer lifts it, with a reason", () => {
    expect(draftsOf("/veto lift The text answers it", { ...standing, as: "asta" })).toMatchObject([
      { reason: "The text answers it", fact: { type: "lead-veto-lifted", person: "asta" } },
    ]);
  });

  test.each([
    ["without a reason", { ...standing, as: "asta" }, "reason-too-short"],
    ["by a Core Maintainer", { ...standing, as: "bo-okafor" }, "not-lead-maintainer"],
    ["by the author", { ...standing, as: "asta", facts: { authors: new Set(["asta"]) } }, "own-proposal"],
    ["where none stands", { ...inState("in-review"), as: "asta" }, "no-veto"],
  ])("is refused %s", (_, situation, code) => {
    expect(refusalOf(code === "reason-too-short" ? "/veto lift" : "/veto lift The text answers it", situation)).toMatchObject({ code });
  });

  test("is not read out of a reason that begins alike", () => {
    expect(factsOf("/veto lifting this limit breaks clients", { ...inState("in-review"), as: "asta" })).toEqual([raised]);
  });
});
