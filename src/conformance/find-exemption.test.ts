import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "@jest/globals";
import { parseProposal } from "../proposals/index.ts";
import { findExemption } from "./find-exemption.ts";
import { namesNumber, namesProposal } from "./names-proposal.ts";

const find = (body: string) => findExemption(parseProposal(`# SEP-7: Frames\n\n- **Type**: Standards Track\n\n${body}\n`, "seps/7-x.md"));

describe("an exemption is documented by", () => {
  test.each([
    "## Conformance\n\nThis SEP has no observable protocol behavior.",
    "## Conformance\n\nExempt: documentation only.",
    "## Specification\n\nIt changes wording. There is no change that is observable in the protocol.",
    "## Backward Compatibility\n\nThis SEP is exempt from the conformance requirement (SEP-2484).",
    "## Conformance Exemption\n\nThis proposal is exempt, as it\nonly hardens implementations.",
    "## Notes\n\nNothing is sent: the change is not observable on the wire.",
  ])("%s", (body) => {
    expect(find(body)).toMatchObject({ line: 5 });
  });
});

describe("no exemption is documented by", () => {
  test.each([
    "## Specification\n\nServers MUST answer.",
    "## Conformance\n\nThis SEP is not exempt from the conformance requirement.",
    "## Conformance\n\nA scenario covers it.",
    "## Security\n\nHosts are exempt from asking twice.",
    "## Specification\n\nThe observable behaviour of servers changes.",
    "## Conformance\n\n```\nThis SEP has no observable protocol behavior.\n```",
    "## Conformance\n\n<!-- This SEP has no observable protocol behavior. -->",
  ])("%s", (body) => {
    expect(find(body)).toBeNull();
  });
});

const seps = new URL("../../../shared/mcp/seps/", import.meta.url);
const names = existsSync(seps) ? readdirSync(seps) : [];
if (names.length === 0) {
  test.skip("the real proposals are skipped: ../shared/mcp is absent", () => {});
} else {
  test("no real proposal of Standards or Extensions Track documents one", () => {
    const found = names.filter((name) => {
      const document = parseProposal(readFileSync(new URL(name, seps), "utf8"), name);
      return document.type !== "Process" && findExemption(document) !== null;
    });

    expect(found).toEqual([]);
  });
}

describe("a text names a number", () => {
  test.each([
    ["(SEP-2549)", true],
    ["id: 'sep-2549-ttl'", true],
    ["elicitation-sep2549-x", true],
    ["SEP 02549", true],
    ["SEP-25490", false],
    ["step-2549", false],
    ["2549", false],
  ])("%s: %s", (text, expected) => {
    expect(namesNumber(text, 2549)).toBe(expected);
  });

  test.each([
    ["see #2549", true],
    ["https://github.com/o/r/pull/2549", true],
    ["Lists now have a **TTL for `List` Results**", true],
    ["#25491", false],
    ["&#2549;", false],
    ["TTL", false],
  ])("or the proposal, in a changelog, %s: %s", (text, expected) => {
    expect(namesProposal(text, 2549, { title: "TTL for List Results" })).toBe(expected);
  });

  test("one word of a title names nothing", () => {
    expect(namesProposal("Tasks are new", 7, { title: "Tasks" })).toBe(false);
  });
});
