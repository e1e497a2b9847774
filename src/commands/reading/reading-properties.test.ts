import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { commandLimit } from "./command-line.ts";
import { parseKeyedLines } from "./parse-keyed-lines.ts";
import { parseLinks } from "./parse-links.ts";
import { parseLogins } from "./parse-logins.ts";
import { parseWord } from "./parse-word.ts";
import { readCommandLines } from "./read-command-lines.ts";
import { requireReason } from "./require-reason.ts";

const settings = { seed: 20_261_125, numRuns: 500 };

const word = fc.stringMatching(/^[a-z0-9]{1,8}$/);
const prose = fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join(" "));
const name = fc.stringMatching(/^[a-z]([a-z0-9-]{0,10}[a-z0-9])?$/).filter((each) => each !== "steward");
const command = fc.record({
  name,
  explicit: fc.boolean(),
  argument: fc.oneof(fc.constant(""), prose),
  body: fc.array(prose, { maxLength: 3 }).map((lines) => lines.join("\n")),
});
const line = fc.oneof(
  name.map((each) => `/${each}`),
  prose,
  fc.constantFrom(
    "",
    "",
    "- a",
    "> a",
    "    a",
    "```",
    "<details>",
    "</details>",
    "<!-- a -->",
    "# a",
    "| a |",
    "| - |",
    "*",
    "`",
    "[a](b",
  ),
);
const text = fc.array(line, { maxLength: 20 }).map((lines) => lines.join("\n"));

describe("whatever is written", () => {
  test("a command written out as a paragraph is read as it was meant", () => {
    fc.assert(
      fc.property(
        fc.array(command, { minLength: 1, maxLength: 8 }),
        fc.constantFrom("\n", "\n\n", "\n\nWell.\n\n"),
        (commands, between) => {
          const written = commands.map((each) => {
            return [`/${each.explicit ? "steward " : ""}${each.name} ${each.argument}`, each.body].filter((part) => part !== "").join("\n");
          });

          const read = readCommandLines(written.join(between));

          expect(read.map(({ index, line, count, ...each }) => each)).toEqual(commands);
          expect(read.map((each) => each.index)).toEqual(commands.map((_, index) => index));
        },
      ),
      settings,
    );
  });

  test.each<[string, (text: string) => string]>([
    ["between fences", (inner) => `${"`".repeat(9)}\n${inner}\n${"`".repeat(9)}`],
    ["in an indented listing", (inner) => inner.replace(/^/gm, "    ")],
    ["in a quote", (inner) => inner.replace(/^/gm, "> ")],
    ["in a list item", (inner) => `- ${inner.trim().replace(/\n/g, "\n  ")}`],
    ["in a comment of HTML", (inner) => `<!--\n${inner.replaceAll("-->", "")}\n-->`],
    ["in a folded part", (inner) => `<details>\n\n${inner.replaceAll("</details>", "")}\n\n</details>`],
  ])("there is no command %s", (_place, wrap) => {
    fc.assert(
      fc.property(text, (inner) => {
        expect(readCommandLines(wrap(inner))).toEqual([]);
      }),
      settings,
    );
  });

  test("nothing throws, and every command has its place, its line and a name without white space", () => {
    fc.assert(
      fc.property(
        fc.oneof(
          text,
          fc.string({ unit: "binary", maxLength: 60 }),
          fc.tuple(text, fc.string(), text).map((all) => all.join("\n/")),
        ),
        (any) => {
          const rows = any.split(/\r\n?|\n/);
          const lines = readCommandLines(any);

          expect(lines.length).toBeLessThanOrEqual(commandLimit);
          for (const [index, each] of lines.entries()) {
            expect(each.index).toBe(index);
            expect(each.name).toMatch(/^\S+$/);
            expect(each.argument).not.toMatch(/\n/);
            expect(rows[each.line - 1]).toMatch(/^\ufeff? {0,3}\//);
          }
        },
      ),
      settings,
    );
  });

  test("the readers of arguments answer with a value or a problem", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: "binary" }), text), (any) => {
        for (const result of [parseLogins(any), parseWord(any, ["yes", "no"]), parseLinks(any), requireReason(any, 20)]) {
          if (!result.ok) expect(Object.values(result.error)).not.toContain("");
        }
        expect(parseKeyedLines(any, ["prototype", "benefit"]).problems.length).toBeLessThanOrEqual(any.split("\n").length);
      }),
      settings,
    );
  });
});

describe("a quarter of a megabyte of one thing is read in time", () => {
  const size = 250_000;
  test.each([
    ["commands", "/lgtm x\n"],
    ["commands in paragraphs of their own", "/lgtm\n\n"],
    ["keyed lines", "/ready\n\nprototype: https://a.example\n\n"],
    ["keyed items", "- prototype: https://a.example\n"],
    ["nested items", "- "],
    ["quotes", "> "],
    ["folded parts", "<details>\n\n"],
    ["ends of folded parts", "</details>\n\n"],
    ["tags in a line", "<code>"],
    ["comments that never end", "a <!-- "],
    ["brackets", "["],
    ["emphasis", "*a **b "],
    ["spaces", " "],
    ["addresses", "https://a.example/) "],
    ["slashes", "/"],
    ["letters", "a"],
  ])("%s", (_what, piece) => {
    const body = `/ready ${piece.repeat(size / piece.length)}\n/lgtm`;

    const before = performance.now();
    for (const line of readCommandLines(body)) {
      parseKeyedLines(line.body, ["prototype"]);
      parseLinks(line.argument);
      parseLogins(line.argument);
      parseWord(line.argument, ["yes"]);
      requireReason(line.argument, 20);
    }

    // One step for each pair of characters would take far longer; GitHub takes 65,536 characters a comment.
    expect(performance.now() - before).toBeLessThan(5_000);
  });
});
