import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { SpecificationIndex } from "../../routing/index-spec/index.ts";
import { runIndex } from "./run-index.ts";

let folder = "";

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "steward-index-"));
});

afterEach(() => rmSync(folder, { recursive: true }));

function write(files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

function run(options: { spec?: string; out?: string } = {}) {
  let [out, error] = ["", ""];
  const code = runIndex(
    { spec: options.spec ?? folder, out: options.out ?? null },
    {
      writeOut: (text) => {
        out += text;
      },
      writeError: (text) => {
        error += text;
      },
    },
  );
  return { code, out, error };
}

const page = "---\ntitle: Tides\n---\n\nAsk by `tides/list`.\n";
const schema = JSON.stringify({ $defs: { ListTidesRequest: { properties: { method: { const: "tides/list" } } } } });

describe("steward index", () => {
  test.each([
    ["a checkout of the specification repository", { "docs/specification/draft/tides.mdx": page, "schema/draft/schema.json": schema }],
    ["a bare copy of its documents", { "specification/draft/tides.mdx": page, "schema.json": schema }],
  ])("reads %s, and writes to standard output", (_, files) => {
    write({ ...files, "docs/blog/other.mdx": "Not read." });
    const { code, out } = run();

    expect(code).toBe(0);
    expect(Object.keys(SpecificationIndex.parse(JSON.parse(out)).pages)).toEqual(["docs/specification/draft/tides.mdx"]);
  });

  test("writes the file it is told to, and says what is in it", () => {
    write({ "specification/draft/tides.mdx": page, "schema.json": schema });
    const file = join(folder, "index.json");

    expect(run({ out: file })).toEqual({ code: 0, out: `Wrote ${file}: 1 pages, 2 names, 1 types.\n`, error: "" });
    expect(SpecificationIndex.parse(JSON.parse(readFileSync(file, "utf8"))).names).toHaveProperty(["tides/list"]);
  });

  test("says what it looked for where there is no specification", () => {
    expect(run({ spec: join(folder, "absent") })).toMatchObject({
      code: 2,
      error: expect.stringContaining("found neither docs/specification/draft/ with schema/draft/schema.json"),
    });
  });

  test("says which file is not JSON", () => {
    write({ "specification/draft/tides.mdx": page, "schema.json": "{" });

    expect(run()).toMatchObject({ code: 2, out: "", error: expect.stringMatching(/schema\.json is not JSON/) });
  });

  test("says which file it cannot write", () => {
    write({ "specification/draft/tides.mdx": page, "schema.json": schema });

    expect(run({ out: join(folder, "no", "such", "folder.json") })).toMatchObject({
      code: 2,
      error: expect.stringContaining("cannot be written"),
    });
  });
});
