import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { checkInContext, type ProposalContext, parseProposal, parseProposalBytes } from "../../src/proposals/index.ts";
import { hostileTexts } from "./hostile-texts.ts";
import { sampleProposal } from "./sample-proposal.ts";

const context: ProposalContext = {
  pullRequest: 7,
  stage: "new",
  state: "proposal",
  openedOn: "2026-03-10",
  today: "2026-03-12",
  change: "breaking",
  types: { "Standards Track": { required: ["abstract", "motivation"], "required-for-breaking": ["backward-compatibility"] } },
  abstractWords: 200,
  sponsors: new Set(),
};

/** Milliseconds of processor time, several times what the slowest takes; clocks of busy machines say nothing. */
const patience = 6_000;
const cpuTime = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

function judge(text: string): void {
  const document = parseProposal(text, "seps/0000-x.md");
  checkInContext(document, context);
  const lines = text.split(/\r\n?|\n/).length;
  for (const problem of document.problems) {
    expect(problem.line).toBeGreaterThanOrEqual(1);
    expect(problem.line).toBeLessThanOrEqual(lines);
    expect(problem.column).toBeGreaterThanOrEqual(1);
  }
  // A crowd of problems would drown the page that shows them.
  expect(document.problems.length).toBeLessThan(200);
}

describe("hostile texts are read in bounded time, without a crash", () => {
  for (const size of [60_000, 1_000_000]) {
    test.each(Object.entries(hostileTexts(size)))(`%s, ${size} characters`, (_, text) => {
      const start = cpuTime();

      judge(text);

      expect(cpuTime() - start).toBeLessThan(patience);
    });
  }

  test("five megabytes are told to be too large, and title and status are still known", () => {
    const start = cpuTime();

    const document = parseProposal(`${sampleProposal()}${"more and more words\n".repeat(260_000)}`, "seps/1234-x.md");

    expect(document).toMatchObject({ number: 1234, title: "Progress", status: "Draft", type: "Standards Track" });
    expect(document.problems.map((problem) => problem.code)).toEqual(["file-too-large"]);
    expect(cpuTime() - start).toBeLessThan(patience);
  });

  test("a long, honest proposal is read whole", () => {
    const section =
      "### Case\n\nServers MUST answer `tools/call` with a [result](#case) | or an *error*.\n\n- one\n- two\n\n```json\n{}\n```\n\n";

    const document = parseProposal(sampleProposal({ sections: { Specification: section.repeat(1_000) } }), "seps/1234-x.md");

    expect(document.problems).toEqual([]);
    expect(document.normative).toHaveLength(1_000);
  });
});

describe("any text and any bytes give a document", () => {
  const piece = fc.oneof(
    fc.constantFrom(
      "# ",
      "## ",
      "- ",
      "1. ",
      "> ",
      "    ",
      "\t",
      "\n",
      "\n\n",
      "\r\n",
      "```",
      "~~~",
      "`",
      "*",
      "**",
      "_",
      "[",
      "](",
      ")",
      "![",
      "]: ",
      "<",
      ">",
      "<!--",
      "-->",
      "|",
      "|-|-|\n",
      "---",
      "===",
      "\\",
      "&amp;",
      "http://",
      "@",
      ":",
      "**Status**: ",
      "Author(s): ",
      "SEP-1",
      "MUST ",
      "Abstract",
      "TODO",
      "{",
      "}",
      "\u202e",
      "\u200b",
      "\0",
      "\uFEFF",
      "\ud800",
      "😀",
      "e.g. ",
      ". ",
    ),
    fc.string({ unit: "binary", maxLength: 8 }),
    fc.integer({ min: 0, max: 40 }).map((count) => " ".repeat(count)),
  );
  const text = fc.array(piece, { maxLength: 120 }).map((pieces) => pieces.join(""));

  test("texts put together from the parts of Markdown", () => {
    fc.assert(fc.property(text, judge), { seed: 2026, numRuns: 1_500 });
  });

  test("the same, inside each place of a proposal", () => {
    fc.assert(
      fc.property(text, (words) => {
        judge(sampleProposal({ heading: `# SEP-1: ${words}` }));
        judge(sampleProposal({ fields: { "Author(s)": words, Sponsor: words, Created: words, PR: words, Status: words, Type: words } }));
        judge(sampleProposal({ beforeAbstract: words, sections: { Specification: words, [words]: words } }));
      }),
      { seed: 2026, numRuns: 150 },
    );
  });

  test("bytes at random, and proposals with bytes at random in them", () => {
    const sample = [...new TextEncoder().encode(sampleProposal())];
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), fc.nat(sample.length), (bytes, at) => {
        parseProposalBytes(bytes, "seps/0000-x.md");
        parseProposalBytes(Uint8Array.from([...sample.slice(0, at), ...bytes, ...sample.slice(at)]), "seps/0000-x.md");
      }),
      { seed: 2026, numRuns: 400 },
    );
  });

  test("any file name", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 60 }), (name) => {
        expect(parseProposal("", name).file).toBe(name);
      }),
      { seed: 2026 },
    );
  });

  test("the same text gives the same document", () => {
    fc.assert(
      fc.property(text, (words) => {
        expect(parseProposal(words, "x.md")).toEqual(parseProposal(words, "x.md"));
      }),
      { seed: 2026, numRuns: 100 },
    );
  });
});
