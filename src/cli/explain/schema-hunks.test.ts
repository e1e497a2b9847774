import { readSchemaHunks } from "./schema-hunks.ts";

const inTypeScript = "schema/draft/schema.ts";
const inJson = "schema/draft/schema.json";

/** What the hunk tells, as `kind name`, with a `!` where it breaks. */
function read(path: string, before: string, after: string) {
  const lines = (text: string) => (text === "" ? [] : text.split("\n"));
  return readSchemaHunks({ before: path, after: path, hunks: [{ before: lines(before), after: lines(after) }] }).map(
    ({ kind, name, breaking }) => `${kind} ${name}${breaking ? "!" : ""}`,
  );
}

describe("the lines of a schema's diff", () => {
  it.each([
    ["a member that goes", "interface A {\n  x: string;\n}", "interface A {\n}", ["removed-field A.x!"]],
    ["an optional member that comes", "interface A {\n}", "interface A {\n  readonly x?: string;\n}", ["added-optional-field A.x"]],
    ["a required member that comes", "interface A {\n}", 'interface A {\n  "x-y": string;\n}', ["new-required-field A.x-y!"]],
    ["a member that becomes required", "  x?: string;", "  x: string;", ["now-required-field x!"]],
    ["a member that becomes optional", "  x: string;", "  x?: string;", ["now-optional-field x!"]],
    ["a member of another type", "  x: string;", "  x:  number;", ["retyped-field x!"]],
    ["white space alone", "  x:  string ;", "  x: string;", []],
    ["words of a comment", "  /** x: string */\n   * y: string", "  // z: string", []],
    ["a type that comes, required members and all", "", "export interface A {\n  x: string;\n}", ["added-type A"]],
    ["a type that goes", "export interface A {\n  x: string;\n}", "", ["removed-type A!"]],
    [
      "members after the end of a type",
      "interface A {\n}\n  y: string;",
      "interface A {\n}\n  z?: string;",
      ["removed-field y!", "added-optional-field z"],
    ],
  ])("of TypeScript: %s", (_, before, after, found) => {
    expect(read(inTypeScript, before, after)).toEqual(found);
  });

  it.each([
    ["a property that comes", "", '  "x": {', ["added-optional-field x"]],
    ["a property that goes", '  "x": {', "", ["removed-field x!"]],
    ["a property of another type", '  "type": "string"', '  "type": "number",', ["retyped-field type!"]],
    ["words for people", '  "description": "a"', '  "description": "b"', []],
    ["a value in a list that comes, which may be a required property", '  "x",', '  "x",\n  "y"', ['new-required-field "y"!']],
  ])("of JSON: %s", (_, before, after, found) => {
    expect(read(inJson, before, after)).toEqual(found);
  });

  it("name the file they stand in, under its new name", () => {
    const hunks = [{ before: ["x: string"], after: [] }];

    expect(readSchemaHunks({ before: "old.ts", after: null, hunks })[0]?.path).toBe("old.ts");
    expect(readSchemaHunks({ before: "old.ts", after: "new.ts", hunks })[0]?.path).toBe("new.ts");
    expect(readSchemaHunks({ before: null, after: null, hunks })[0]?.path).toBe("");
  });
});
