import { describe, expect, test } from "@jest/globals";
import { factsOf, refusalOf } from "../../../test/support/command-context.ts";
import { aConsensus, situationOf } from "../../../test/support/command-situations.ts";
import { instant } from "../../kernel/instant.ts";

const consensus = situationOf("consensus is open, by a voting member");
const back = { type: "unrecused", person: "noor" };
const left = (changes: Parameters<typeof aConsensus>[0] = {}) => ({
  ...consensus,
  record: { ...consensus.record, recused: ["noor"], decisions: [aConsensus({ removed: ["noor"], ...changes })] },
});

describe("/unrecuse", () => {
  test("brings back into what is open who had said nothing in it", () => {
    expect(factsOf("/unrecuse", left())).toEqual([back, { type: "voter-restored", decision: 21, person: "noor" }]);
  });

  test("brings back from the next decision on who had spoken in it, even if they took it back", () => {
    expect(factsOf("/unrecuse", left({ spoke: ["noor"], ballots: [] }))).toEqual([back]);
  });

  test("brings back into nothing that has ended, or that they never voted in", () => {
    const closed = { at: instant("2026-11-22T10:00:00Z"), outcome: "carried", sequence: 30 } as const;

    expect(factsOf("/unrecuse", left({ closed }))).toEqual([back]);
    expect(factsOf("/unrecuse", left({ removed: [] }))).toEqual([back]);
  });

  test("is nothing for who did not recuse themselves", () => {
    expect(refusalOf("/unrecuse", consensus)).toMatchObject({ code: "not-recused" });
    expect(refusalOf("/unrecuse", { ...left(), as: "ravi" })).toMatchObject({ code: "not-recused" });
  });
});
