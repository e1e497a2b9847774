import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "@jest/globals";
import { proposalStates } from "../domain/proposal-vocabulary.ts";
import { parseProposal } from "./parse-proposal.ts";
import { planStatusLine, withStatus } from "./status-line.ts";

const file = (...lines: readonly string[]) => ["# SEP-7: Frames", "", ...lines, "", "## Abstract", "", "Words.", ""].join("\n");
const list = (line: string) => file(line, "- **Type**: Process");
const plan = (text: string, state: (typeof proposalStates)[number]) => planStatusLine(parseProposal(text, "seps/7-x.md"), text, state);

describe("the Status line that a state asks for", () => {
  test.each([
    ["proposal", "Draft"],
    ["draft", "Draft"],
    ["in-review", "In-Review"],
    ["accepted", "Accepted"],
    ["rejected", "Rejected"],
    ["final", "Final"],
    ["withdrawn", "Withdrawn"],
    ["superseded", "Superseded"],
    ["dormant", "Dormant"],
  ] as const)("in the state %s is %s", (state, status) => {
    expect(plan(list("- **Status**: Whatever"), state)).toEqual({
      line: 3,
      before: "- **Status**: Whatever",
      after: `- **Status**: ${status}`,
    });
  });

  test("is none where it was merged without a decision", () => {
    expect(plan(list("- **Status**: Draft"), "merged-unratified")).toBeNull();
  });

  test.each(["- **Status**: In-Review", "- **Status**: in review", "- **Status**: `In-Review` (since May)"])(
    "stays when it agrees, whatever its case or remark: %s",
    (line) => {
      expect(plan(list(line), "in-review")).toBeNull();
    },
  );

  test("is not invented where the file has none", () => {
    expect(plan(list("- **Created**: 2026-11-20"), "final")).toBeNull();
  });

  test.each([
    ["with a remark, which falls with it", "- **Status**: Draft (since May)", "- **Status**: Final"],
    ["with the colon inside the bold", "* **Status:** Draft", "* **Status:** Final"],
    ["in code", "- **Status**: `Draft`", "- **Status**: Final"],
    ["without bold", "- Status: Draft", "- Status: Final"],
    ["with a comment, which stays", "- **Status**: Draft <!-- by the sponsor -->", "- **Status**: Final <!-- by the sponsor -->"],
    ["followed by blanks", "- **Status**: Draft  ", "- **Status**: Final  "],
    ["without a value", "- **Status**:", "- **Status**: Final"],
    ["with a word that is no status", "- **Status**: Seeking sponsor", "- **Status**: Final"],
    ["indented", "  - **Status**: Draft", "  - **Status**: Final"],
  ])("is found %s", (_how, before, after) => {
    expect(plan(list(before), "final")).toEqual({ line: 3, before, after });
  });

  test("is found in lines without a list, with their hard breaks", () => {
    expect(plan(file("**Status**: Draft\\", "**Type**: Process\\"), "final")?.after).toBe("**Status**: Final\\");
  });

  test("is found in a table, whose width stays", () => {
    const text = file("| Field  | Value     |", "| ------ | --------- |", "| Status | Draft     |", "| Type   | Process   |");

    expect(plan(text, "in-review")).toEqual({ line: 5, before: "| Status | Draft     |", after: "| Status | In-Review |" });
  });

  test("is found on a hostile line in no time", () => {
    const blanks = " ".repeat(200_000);
    const start = performance.now();

    expect(plan(list(`- **Status**: Draft${blanks}x`), "final")?.after).toBe("- **Status**: Final");
    expect(performance.now() - start).toBeLessThan(1_000);
  });

  test("is the first of two: an older preamble in the body stays as it is (V6)", () => {
    const text = `${list("- **Status**: Draft")}\n- **Status**: Proposal\n`;

    expect(plan(text, "final")?.line).toBe(3);
  });
});

describe("a text with its Status line changed", () => {
  test.each(["\n", "\r\n", "\r"])("keeps its line ends %j and its byte order mark", (end) => {
    const text = `\uFEFF${list("- **Status**: Draft").replaceAll("\n", end)}`;
    const change = plan(text, "accepted");

    expect(change && withStatus(text, change)).toBe(text.replace("Draft", "Accepted"));
  });

  test("keeps a last line without an end", () => {
    expect(withStatus("a\nb", { line: 2, after: "c" })).toBe("a\nc");
  });
});

const seps = new URL("../../../shared/mcp/seps/", import.meta.url);
const names = existsSync(seps) ? readdirSync(seps) : [];
if (names.length === 0) {
  test.skip("the real proposals are skipped: ../shared/mcp is absent", () => {});
} else {
  test.each(names)("%s agrees with every state once its line was changed", (name) => {
    const text = readFileSync(new URL(name, seps), "utf8");
    for (const state of proposalStates) {
      const change = plan(text, state);
      if (state === "final") expect(change).toBeNull();
      if (change === null) continue;
      const changed = withStatus(text, change);

      expect(plan(changed, state)).toBeNull();
      expect(changed.split("\n").filter((line, index) => line !== text.split("\n")[index])).toHaveLength(1);
    }
  });
}
