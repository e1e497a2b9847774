import { describe, expect, test } from "@jest/globals";
import { parseProposal, readNormativeText } from "../../proposals/index.ts";
import type { SchemaFinding } from "./assess-change.ts";
import { classifyLaterChange, type LaterChangeInput } from "./classify-later-change.ts";

const schema = "schema/draft/schema.ts";
const read = (specification: string) => {
  const text = `# SEP-1: Frames\n\n- **Type**: Standards Track\n\n## Specification\n\n${specification}\n`;
  const document = parseProposal(text, "seps/1-frames.md");
  return { document, text: readNormativeText(document, text) };
};
const specification =
  'A `FrameResult` gains `frameId` and, in code, `label`. Its title stays. Servers send `frames/list`.\n\n<!-- HiddenType -->\n\n```ts\ntype Paint = "red";\n```';
const finding = (name: string, kind = "added-optional-field", breaking = false, path = schema): SchemaFinding => ({
  path,
  name,
  kind,
  breaking,
});

function judge(over: Partial<LaterChangeInput>) {
  const accepted = read(specification);
  return classifyLaterChange({
    accepted,
    head: accepted.text,
    schemaFindings: null,
    changedPaths: [schema],
    changed: [],
    acceptedDomains: new Set(["frames"]),
    ...over,
  });
}
const codes = (over: Partial<LaterChangeInput>) => judge(over).reasons.map(({ code }) => code);

describe("after acceptance", () => {
  test("a head that changes nothing is expected", () => {
    expect(judge({})).toEqual({ kind: "expected", reasons: [] });
  });

  test("an editorial change of the text is expected", () => {
    expect(codes({ head: read(specification.replace("Servers send", "Servers\n*send*")).text })).toEqual([]);
  });

  test("a normative change of the text is unconfirmed, with the number of passages", () => {
    const head = read(specification.replace("Servers send", "Servers may send")).text;

    expect(judge({ head })).toEqual({
      kind: "unconfirmed",
      reasons: [{ code: "text-changed", text: "a passage of the accepted text changed" }],
    });
  });

  test("a file that is gone is unconfirmed", () => {
    expect(codes({ head: null })).toEqual(["text-changed"]);
  });

  test.each<[string, SchemaFinding]>([
    ["a new field that the text names", finding("FrameResult.frameId")],
    ["a field deep inside", finding("Other.items[].frameId")],
    ["a type", finding("FrameResult", "added-type")],
    ["a plain word as code", finding("FrameResult.label")],
    ["a method", finding('Request.method = "frames/list"', "added-enum-value")],
    ["a value", finding('Paint = "red"', "added-enum-value")],
    ["a member of a union", finding("Result = FrameResult", "added-union-member")],
    ["an empty value of a field", finding('FrameResult.frameId = ""', "added-enum-value")],
    ["a limit of a field", finding("FrameResult.frameId maxLength", "removed-limit")],
  ])("schema text is expected: %s", (_, found) => {
    expect(codes({ schemaFindings: [found] })).toEqual([]);
  });

  test.each<[string, SchemaFinding]>([
    ["a field", finding("FrameResult.other")],
    ["a part of a name", finding("FrameResult.frame")],
    ["a name in other case", finding("FrameResult.FrameId")],
    ["a plain word that stands in prose alone", finding("FrameResult.title")],
    ["a type", finding("Frame", "added-type")],
    ["a type in a comment", finding("HiddenType", "added-type")],
    ["one name of a renaming", finding("FrameResult to FramesResult", "renamed-type")],
    ["a method", finding('Request.method = "frames"', "added-enum-value")],
    ["a member of a union", finding("Result = Other<FrameResult>", "added-union-member")],
  ])("what the accepted text does not name is unconfirmed: %s", (_, found) => {
    expect(codes({ schemaFindings: [found] })).toEqual(["absent-from-text"]);
  });

  test("a schema that breaks is unconfirmed, though the text names it", () => {
    expect(judge({ schemaFindings: [finding("FrameResult.frameId", "removed-field", true)] }).reasons).toEqual([
      { code: "breaking-schema", text: `the schema breaks who conforms today: \`${schema}\`: removed field \`FrameResult.frameId\`` },
    ]);
  });

  test("a schema that cannot be compared is taken to break", () => {
    expect(codes({ schemaFindings: [finding("the file was not read", "unreadable", true)] })).toEqual(["breaking-schema"]);
  });

  test("a schema whose text is the accepted one says nothing new", () => {
    expect(codes({ schemaFindings: [finding("A.b", "removed-field", true)], changedPaths: ["docs/a.mdx"] })).toEqual([]);
  });

  test.each<[string, LaterChangeInput["changed"], readonly string[]]>([
    ["a page of an accepted domain", [{ kind: "path", name: "docs/a.mdx", shares: new Map([["frames", 1]]) }], []],
    ["a page of another", [{ kind: "path", name: "docs/b.mdx", shares: new Map([["tasks", 1]]) }], ["other-domain"]],
    [
      "a page that two share",
      [
        {
          kind: "path",
          name: "docs/c.mdx",
          shares: new Map([
            ["frames", 0.5],
            ["tasks", 0.5],
          ]),
        },
      ],
      ["other-domain"],
    ],
    ["a type of another", [{ kind: "schema", name: "Task", shares: new Map([["tasks", 1]]) }], ["other-domain"]],
    ["a type that is here and there", [{ kind: "schema", name: "Result", shares: new Map([["tasks", 0.2]]) }], []],
  ])("%s", (_, changed, expected) => {
    expect(codes({ changed })).toEqual(expected);
  });

  test("all reasons are told, and of many names five", () => {
    const schemaFindings = Array.from({ length: 7 }, (_, index) => finding(`New${index}.gone`, "removed-field", true));
    const changed = [{ kind: "path" as const, name: "docs/b.mdx", shares: new Map([["tasks", 1]]) }];
    const { reasons } = judge({ head: read("Other.").text, schemaFindings, changed });

    expect(reasons.map(({ code }) => code)).toEqual(["text-changed", "breaking-schema", "other-domain", "absent-from-text"]);
    expect(reasons[3]?.text).toContain("`New4.gone` and 2 more");
  });
});
