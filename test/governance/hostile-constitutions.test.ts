import { jest } from "@jest/globals";
import fc from "fast-check";
import type { FileProblem } from "../../src/domain/problem.ts";
import type { SourceFile } from "../../src/domain/source-file.ts";
import { loadGovernance } from "../../src/governance/index.ts";
import { smallConstitution, someDay } from "../support/constitution.ts";

// Hundreds of constitutions are read; a busy machine takes its time.
jest.setTimeout(180_000);

const small = smallConstitution().files;
const load = (files: readonly SourceFile[]) => loadGovernance(files, { commit: null, today: someDay });

/** What must hold of any answer. */
function expectSound(files: readonly SourceFile[]): readonly FileProblem[] {
  const { governance, problems } = load(files);

  if (governance === null) expect(problems.some((problem) => problem.severity === "error")).toBe(true);
  for (const problem of problems) {
    const text = files.find((file) => file.path === problem.file)?.text ?? "";
    expect(problem.line).toBeGreaterThanOrEqual(1);
    expect(problem.line).toBeLessThanOrEqual(text.split(/\r\n|\n|\r/).length);
    expect(problem.column).toBeGreaterThanOrEqual(1);
    expect(problem.message).not.toMatch(/undefined|\[object|\bNaN\b|\n/);
    expect(problem.fix).not.toMatch(/undefined|\[object|\bNaN\b|\n/);
    expect(problem.message.length).toBeLessThan(1000);
  }
  return problems;
}

const pieces = [
  "",
  " ",
  "\n",
  "\t",
  ":",
  "- ",
  "[",
  "]",
  "{",
  "}",
  "*a",
  "&a ",
  "!x ",
  "'",
  '"',
  "|",
  ">",
  "#",
  "---\n",
  "null",
  "7",
  "\r\n",
  "\u202e",
  "\ufeff",
  "__proto__: ",
  "constructor: ",
  "<<: ",
  "? ",
  "x".repeat(300),
  "😀",
];

const cut = fc.record({
  file: fc.nat({ max: small.length - 1 }),
  from: fc.nat({ max: 3000 }),
  length: fc.nat({ max: 60 }),
  piece: fc.oneof(fc.constantFrom(...pieces), fc.string({ maxLength: 12 })),
});

function mutated(cuts: readonly { file: number; from: number; length: number; piece: string }[]): readonly SourceFile[] {
  return cuts.reduce<readonly SourceFile[]>(
    (files, { file, from, length, piece }) =>
      files.map((source, index) => {
        if (index !== file) return source;
        const at = from % (source.text.length + 1);
        return { ...source, text: source.text.slice(0, at) + piece + source.text.slice(at + length) };
      }),
    small,
  );
}

describe("whatever is written in the files", () => {
  it("the answer is a list of problems with real places, never an exception: mutations of a valid constitution", () => {
    fc.assert(
      fc.property(fc.array(cut, { minLength: 1, maxLength: 4 }), (cuts) => void expectSound(mutated(cuts))),
      { numRuns: 120, seed: 20261123 },
    );
  });

  it("the answer is a list of problems with real places, never an exception: any values under the known keys", () => {
    const keys = [...new Set(small.flatMap((file) => file.text.match(/[a-z-]+(?=:)/g) ?? []))];
    const value = fc.letrec((tie) => ({
      node: fc.oneof(
        { maxDepth: 4 },
        fc.constantFrom(null, true, 0, -1, 1e21, "", "forecasts", "core-maintainers", "2026-02-30", "5 days", "x".repeat(3000)),
        fc.array(tie("node"), { maxLength: 3 }),
        fc.dictionary(fc.constantFrom(...keys, "__proto__", "toString"), tie("node"), { maxKeys: 5 }),
      ),
    })).node;

    fc.assert(
      fc.property(fc.constantFrom(...small.map((file) => file.path)), value, (path, data) => {
        // JSON is YAML.
        expectSound(small.map((file) => (file.path === path ? { path, text: JSON.stringify(data) } : file)));
      }),
      { numRuns: 100, seed: 20261123 },
    );
  });

  it("the answer is a list of problems with real places, never an exception: any text", () => {
    fc.assert(
      fc.property(fc.constantFrom(...small.map((file) => file.path)), fc.string({ unit: "binary", maxLength: 200 }), (path, text) => {
        expectSound(small.map((file) => (file.path === path ? { path, text } : file)));
      }),
      { numRuns: 100, seed: 20261123 },
    );
  });

  it.each([
    ["nothing at all", []],
    [
      "only files that are no part of it",
      [
        { path: "README.md", text: "# Rules" },
        { path: "presets/status-quo/project.yml", text: "{" },
      ],
    ],
    ["keys that objects inherit", small.map((file) => ({ ...file, text: "__proto__: { name: x }\nconstructor: 1\nhasOwnProperty: 2\n" }))],
    ["a value that contains itself", small.map((file) => ({ ...file, text: "people: &a [*a]\ndomains: *a\n" }))],
    ["a key that is a list", small.map((file) => ({ ...file, text: "? [a, b]\n: c\n" }))],
    ["the older YAML, with dates and merged keys", small.map((file) => ({ ...file, text: `%YAML 1.1\n---\n${file.text}` }))],
  ])("the answer is sound for %s", (_, files) => {
    expectSound(files);
  });
});

describe("line ends and byte order marks", () => {
  it("do not matter", () => {
    const windows = small.map((file) => ({ ...file, text: `\ufeff${file.text.replaceAll("\n", "\r\n")}` }));

    expect(load(windows).problems).toEqual([]);
  });

  it("do not move places", () => {
    const edit = (files: readonly SourceFile[]) =>
      files.map((file) => ({ ...file, text: file.text.replace("person: ravi", "person: rawi") }));
    const windows = edit(small).map((file) => ({ ...file, text: `\ufeff${file.text.replaceAll("\n", "\r\n")}` }));

    expect(load(windows).problems).toEqual(load(edit(small)).problems);
  });
});

describe("anchors", () => {
  it("may be used for what repeats", () => {
    const { governance, problems } = smallConstitution()
      .edit("groups/forecasts-wg.yml", "owns: [forecasts]", "owns: &own [forecasts]")
      .edit("groups/forecasts-wg.yml", "    domains: [forecasts]\n", "    domains: *own\n")
      .load();

    expect(problems).toEqual([]);
    expect(governance?.groups.get("forecasts-wg")?.delegations[0]?.domains).toEqual(["forecasts"]);
  });

  it("lead to the place where the value is written", () => {
    const constitution = smallConstitution()
      .edit("groups/forecasts-wg.yml", "owns: [forecasts]", "owns: &own [forecasts, tides]")
      .edit("groups/forecasts-wg.yml", "    domains: [forecasts]\n", "    domains: *own\n");

    const line = constitution.lineOf("groups/forecasts-wg.yml", "tides");
    expect(constitution.load().problems.map((problem) => [problem.code, problem.line])).toEqual([
      ["unknown-domain", line],
      ["unknown-domain", line],
    ]);
  });
});

describe("a constitution made to stall the reader", () => {
  const many = (count: number, line: (index: number) => string): string =>
    Array.from({ length: count }, (_, index) => line(index)).join("");

  it.each<[string, string, string]>([
    ["keys without number", "project.yml", many(16_000, (index) => `key-${index}: 1\n`)],
    ["one key again and again", "project.yml", many(40_000, () => "a: 1\n")],
    [
      "seats without number",
      "groups/forecasts-wg.yml",
      `${smallConstitution().text("groups/forecasts-wg.yml")}members:\n${many(9000, (index) => `  - { person: p${index} }\n`)}`.replace(
        /members:\n.*\n.*\n/,
        "",
      ),
    ],
    ["people without number", "people.yml", `people:\n${many(6000, (index) => `  - { accounts: [{ login: p${index} }] }\n`)}`],
    [
      "long unknown names",
      "groups/forecasts-wg.yml",
      smallConstitution()
        .text("groups/forecasts-wg.yml")
        .replace("owns: [forecasts]", `owns:\n${many(90, (index) => `    - ${"forecasts".repeat(6)}${index}\n`)}`),
    ],
    ["lists in lists", "people.yml", "[".repeat(200_000)],
    ["mappings in mappings", "people.yml", "a: ".repeat(80_000)],
    ["aliases without number", "people.yml", `a: &a x\nb: [${"*a, ".repeat(60_000)}]\n`],
    ["quotes without end", "people.yml", `a: '${"x\n\n".repeat(80_000)}`],
  ])("is answered within seconds: %s", (_, path, text) => {
    const before = process.cpuUsage();

    const problems = expectSound(small.map((file) => (file.path === path ? { path, text } : file)));

    // Time of this process alone, and generous: what this guards against takes minutes on any machine.
    expect(process.cpuUsage(before).user / 1e6).toBeLessThan(15);
    expect(problems.length).toBeLessThanOrEqual(1001);
  });
});

describe("more problems than anybody reads", () => {
  it("are cut, errors before warnings, and counted", () => {
    const group = smallConstitution().text("groups/forecasts-wg.yml");
    const strangers = Array.from({ length: 450 }, (_, index) => `  - { person: stranger-${index} }\n`).join("");
    const files = ["a-wg", "b-wg", "c-wg"].map((id) => ({
      path: `groups/${id}.yml`,
      text: group
        .replace("forecasts-wg\nname", `${id}\nname`)
        .replace("owns: [forecasts]", "owns: []")
        .replace(/delegations:[\s\S]*$/, "")
        .replace("members:\n", `members:\n${strangers}`),
    }));

    const { problems } = load([
      ...small.map((file) => ({ ...file, text: file.text.replace("decisions/7", "decisions/7\n    extra: 1") })),
      ...files,
    ]);

    expect(problems).toHaveLength(1001);
    expect(problems.filter((problem) => problem.code === "too-many-problems").map((problem) => problem.message)).toEqual([
      "351 more problems are not listed",
    ]);
    expect(problems.some((problem) => problem.code === "unknown-key")).toBe(true);
  });
});
