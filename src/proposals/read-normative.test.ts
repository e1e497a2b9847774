import { describe, expect, test } from "@jest/globals";
import { parseProposal } from "./parse-proposal.ts";

/** `line keyword: text` of each statement; the text begins on line 3. */
function statements(text: string): readonly string[] {
  return parseProposal(`# SEP-1: x\n\n${text}`, "seps/1-x.md").normative.map(
    ({ line, keywords, text: sentence }) => `${line} ${keywords.join("+")}: ${sentence}`,
  );
}

describe("normative statements", () => {
  test.each<[string, string, readonly string[]]>([
    ["a sentence with a keyword is one", "Servers MUST answer.", ["3 MUST: Servers MUST answer."]],
    ["a sentence without one is none", "Servers must answer.", []],
    [
      "two sentences of a line are two",
      "Servers MUST answer. Clients MAY wait.",
      ["3 MUST: Servers MUST answer.", "3 MAY: Clients MAY wait."],
    ],
    [
      "a sentence has the line on which it begins",
      "Words here. Servers\nMUST\nanswer. Clients MAY\nwait.",
      ["3 MUST: Servers MUST answer.", "5 MAY: Clients MAY wait."],
    ],
    ["NOT belongs to its keyword, over a line end too", "Servers MUST\nNOT answer.", ["3 MUST NOT: Servers MUST NOT answer."]],
    [
      "one sentence may hold several keywords",
      "Servers MUST answer and SHOULD NOT wait.",
      ["3 MUST+SHOULD NOT: Servers MUST answer and SHOULD NOT wait."],
    ],
    [
      "all keywords of RFC 2119 are known",
      "A SHALL b; REQUIRED, RECOMMENDED, NOT RECOMMENDED, OPTIONAL, SHALL NOT.",
      [
        "3 SHALL+REQUIRED+RECOMMENDED+NOT RECOMMENDED+OPTIONAL+SHALL NOT: A SHALL b; REQUIRED, RECOMMENDED, NOT RECOMMENDED, OPTIONAL, SHALL NOT.",
      ],
    ],
    ["emphasis is no obstacle", "Servers **MUST** _answer_.", ["3 MUST: Servers MUST answer."]],
    ["inline code stands in the text without marks", "Servers MUST send `a.b. C`.", ["3 MUST: Servers MUST send a.b. C."]],
    ["a full stop inside code ends nothing", "Servers MUST send `x. Y` always. Good.", ["3 MUST: Servers MUST send x. Y always."]],
    [
      "a sentence may begin with code",
      "Servers MUST answer. `tools/call` MAY wait.",
      ["3 MUST: Servers MUST answer.", "3 MAY: tools/call MAY wait."],
    ],
    [
      "an abbreviation ends nothing",
      "Servers MUST use a tool, e.g. Curl, i.e. any.",
      ["3 MUST: Servers MUST use a tool, e.g. Curl, i.e. any."],
    ],
    [
      "neither does a version or a section number",
      "Servers MUST follow RFC 9110 Sec. 5.1 of it.",
      ["3 MUST: Servers MUST follow RFC 9110 Sec. 5.1 of it."],
    ],
    [
      "a closing bracket belongs to its sentence",
      "(Servers MUST answer.) Clients MAY wait.",
      ["3 MUST: (Servers MUST answer.)", "3 MAY: Clients MAY wait."],
    ],
    [
      "each item of a list has its own",
      "- Servers MUST answer\n- Clients MAY wait",
      ["3 MUST: Servers MUST answer", "4 MAY: Clients MAY wait"],
    ],
    [
      "cells of a table have theirs",
      "| a | b |\n| --- | --- |\n| Servers MUST answer | Clients MAY wait |",
      ["5 MUST: Servers MUST answer", "5 MAY: Clients MAY wait"],
    ],
    ["code states nothing", "    Servers MUST answer\n\n```\nServers MUST answer\n```\n\nThe word `MUST` here.", []],
    ["a keyword in code is passed over beside another", "The word `MUST` MAY stand here.", ["3 MAY: The word MUST MAY stand here."]],
    ["quotes state nothing", "> Servers MUST answer.", []],
    ["GitHub's alerts are no quotes", "> [!IMPORTANT]\n> Servers MUST answer.", ["4 MUST: Servers MUST answer."]],
    ["comments state nothing", "<!-- Servers MUST answer. -->\n\nx <!-- MUST --> y", []],
    ["words in HTML blocks do, since readers see them", "<Note>\nServers MUST answer.\n</Note>", ["4 MUST: Servers MUST answer."]],
    ["a keyword in quotation marks is spoken of", 'The word "MUST" is strong, so is “SHOULD”.', []],
    [
      "the adoption of RFC 2119 states nothing",
      "The key words MUST and MAY in this text are to be interpreted as described in RFC 2119.",
      [],
    ],
    ["words that contain a keyword are others", "MUSTARD, MAYBE, X_MUST, MUST_X and MUST-HAVE, and premMAY.", []],
    ["a written-out address states nothing", "See https://example.org/MUST for it.", []],
    ["a linked text does", "Servers [MUST answer](https://example.org).", ["3 MUST: Servers MUST answer."]],
    [
      "a break parts lines, not sentences",
      "Servers MUST  \nanswer.\\\nClients MAY wait.",
      ["3 MUST: Servers MUST answer.", "5 MAY: Clients MAY wait."],
    ],
    ["code that spans lines keeps the count", "Servers `a\nb` wait. Clients MAY\nwait.", ["4 MAY: Clients MAY wait."]],
    ["a comment that spans lines keeps the count", "Servers <!-- a\nb --> wait. Clients MAY\nwait.", ["4 MAY: Clients MAY wait."]],
    ["`<br>` parts words in a cell", "| a |\n| --- |\n| Servers MUST<br>answer |", ["5 MUST: Servers MUST answer"]],
  ])("%s", (_, text, expected) => {
    expect(statements(text)).toEqual(expected);
  });

  test("a statement knows the kind of its section", () => {
    const text = "# SEP-1: x\n\nA MUST b.\n\n## Specification\n\n### Parts\n\nC MUST d.\n\n## Notes\n\nE MUST f.";

    expect(parseProposal(text, "1-x.md").normative.map((statement) => statement.section)).toEqual([null, "specification", null]);
  });

  test("the preamble states nothing", () => {
    expect(parseProposal("# SEP-1: x\n\n- **Status**: MUST\n", "1-x.md").normative).toEqual([]);
  });
});
