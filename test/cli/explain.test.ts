import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { type ExplainOptions, runExplain } from "../../src/cli/explain/run-explain.ts";
import { type Constitution, smallConstitution, someDay } from "../support/constitution.ts";
import { proposalText } from "../support/planning.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "explain-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

function write(path: string, text: string | Uint8Array): string {
  const full = join(folder, path);
  mkdirSync(dirname(full), { recursive: true });
  writeFileSync(full, text);
  return full;
}

function writeRules(constitution: Constitution = smallConstitution()): string {
  for (const { path, text } of constitution.files) write(`governance/${path}`, text);
  return join(folder, "governance");
}

/** Words enough for the small taxonomy to be sure of. */
const about = proposalText.replace(
  "## Motivation",
  `${"A forecast is an outlook; forecasts/get gives the forecast, forecasts/list each outlook. ".repeat(5)}\n\n## Motivation`,
);

async function explain(options: Partial<ExplainOptions>) {
  const written = { out: "", error: "" };
  const exit = await runExplain(
    { files: [], changed: [], json: true, ...("governance" in options ? {} : { governance: writeRules() }), ...options },
    { writeOut: (text) => (written.out += text), writeError: (text) => (written.error += text), colored: false, today: someDay },
  );
  return { exit, ...written, json: () => JSON.parse(written.out) };
}

describe("steward explain --json", () => {
  it("has exactly the keys of its contract, in order", async () => {
    const { exit, json } = await explain({ files: [write("12-x.md", about)] });

    const [one] = json();
    expect(exit).toBe(0);
    expect(Object.keys(one)).toEqual(["file", "number", "title", "type", "status", "problems", "domains", "confident", "change", "route"]);
    expect(Object.keys(one.problems[0])).toEqual(["line", "column", "severity", "code", "message"]);
    expect(Object.keys(one.domains[0])).toEqual(["id", "label", "score", "primary", "evidence"]);
    expect(Object.keys(one.change)).toEqual(["class", "evidence"]);
    expect(Object.keys(one.route)).toEqual(["kind", "group", "procedure", "oversight", "adopted", "reasons"]);
    expect(Object.keys(one.route.reasons[0])).toEqual(["code", "text", "clause"]);
  });

  it("holds one object a file, in the order in which they were named", async () => {
    const files = ["b.md", "a.md", "c.md"].map((name, at) => write(name, about.replaceAll("SEP-12", `SEP-${at}1`)));
    const { json } = await explain({ files });

    expect(json().map(({ file, number }: { file: string; number: number }) => [file, number])).toEqual(
      files.map((file, at) => [file, Number(`${at}1`)]),
    );
  });

  it("puts the best domain first", async () => {
    const { json } = await explain({ files: [write("12-x.md", about)] });

    const [{ domains }] = json();
    expect(domains[0]).toMatchObject({ id: "forecasts", primary: true });
    expect(domains.map(({ score }: { score: number }) => score)).toEqual(
      domains.map(({ score }: { score: number }) => score).toSorted((a: number, b: number) => b - a),
    );
  });

  it("lets delegations act that nobody adopted, and says so", async () => {
    const governance = writeRules(
      smallConstitution().edit("groups/forecasts-wg.yml", "adopted: https://example.org/decisions/7", "adopted: null"),
    );
    const { json } = await explain({ files: [write("12-x.md", about)], governance });

    const [{ route, confident }] = json();
    if (confident) expect(route).toMatchObject({ kind: "group", group: "forecasts-wg", adopted: false });
    expect(route.adopted).toBe(false);
  });

  it("reads whatever bytes a file holds", async () => {
    const files = [
      write("a.md", ""),
      write("b.md", new Uint8Array([0, 255, 254, 0, 1])),
      write("c.md", "\u202e# \u0000 \ud800"),
      write("d.md", "[".repeat(300_000)),
    ];
    const { exit, json } = await explain({ files });

    expect(exit).toBe(0);
    expect(json()).toHaveLength(4);
    for (const { route } of json()) expect(route.kind).toBe("core");
  });
});

describe("what steward explain is told beside the file", () => {
  it("--changed: paths speak for a domain, the proposal's own does not", async () => {
    const file = write("seps/12-x.md", proposalText);
    const governance = writeRules(smallConstitution().edit("domains.yml", "docs/forecasts/", "schema/forecasts/"));
    const scoreOf = async (changed: readonly string[]) => {
      const { json } = await explain({ files: [file], changed, governance });
      return json()[0].domains.find(({ id }: { id: string }) => id === "forecasts")?.score ?? 0;
    };

    expect(await scoreOf(["schema/forecasts/get.json"])).toBeGreaterThan(await scoreOf([]));
    expect(await scoreOf(["seps/12-x.md"])).toBe(await scoreOf([]));
  });

  it("--author: whoever opens it is left out of the electorate", async () => {
    const rules = writeRules(smallConstitution().edit("groups/forecasts-wg.yml", "  - { person: ravi }\n", ""));
    const routed = async (author: string) =>
      (await explain({ files: [write("12-x.md", about)], governance: rules, author }))
        .json()[0]
        .route.reasons.map(({ code }: { code: string }) => code);

    expect(await routed("noor")).toContain("too-few-voters");
    expect(await routed("mira")).not.toContain("too-few-voters");
  });

  it("--diff: a schema change decides the class, and its paths count", async () => {
    const removal = `diff --git a/schema/draft/schema.json b/schema/draft/schema.json
--- a/schema/draft/schema.json
+++ b/schema/draft/schema.json
@@ -1,2 +1,1 @@
 {
-  "x": {
`;
    const { json } = await explain({ files: [write("12-x.md", about)], diff: write("pr.diff", removal) });

    expect(json()[0].change).toMatchObject({ class: "breaking", evidence: [{ kind: "schema" }] });
  });

  it("--diff without a schema file leaves the class to the text", async () => {
    const diff = write("pr.diff", "--- a/docs/x.mdx\n+++ b/docs/x.mdx\n@@ -1 +1 @@\n-a\n+b\n");

    expect((await explain({ files: [write("12-x.md", about)], diff })).json()[0].change.class).toBe("additive");
  });

  it("no --governance: the folder here, which in this repository is the constitution that comes with Steward", async () => {
    const written: string[] = [];
    const exit = await runExplain(
      { files: [write("12-x.md", "# SEP-12: Tasks\n")], changed: [], json: true },
      { writeOut: (text) => written.push(text), writeError: (text) => written.push(text), colored: false, today: someDay },
    );

    expect(exit).toBe(0);
    expect(JSON.parse(written.join(""))[0].domains.length).toBeGreaterThan(0);
  });
});

describe("used wrongly, steward explain says what and where, and exits with 2", () => {
  it.each([
    ["a file that is not there", () => ({ files: [join(folder, "none.md")] }), /none\.md: there is no such file\.\n$/],
    ["a folder", () => ({ files: [folder] }), /it is a folder; name the files in it\.\n$/],
    ["a name that no file can have", () => ({ files: [join(folder, "x".repeat(5000))] }), /its name is too long\.\n$/],
    [
      "a diff that is none",
      () => ({ files: [write("a.md", "")], diff: write("d", "--- a\n+++ b\n@@ -1,9 +1 @@\n-a\n") }),
      /this is no unified diff/,
    ],
    ["a diff that is not there", () => ({ files: [write("a.md", "")], diff: join(folder, "none") }), /none: there is no such file/],
    [
      "no constitution there",
      () => ({ files: [write("a.md", "")], governance: join(folder, "none") }),
      /There is no folder .*none\. To mend it/,
    ],
    [
      "a constitution with errors",
      () => ({
        files: [write("a.md", "")],
        governance: writeRules(smallConstitution().edit("groups/forecasts-wg.yml", "owns: [forecasts]", "owns: [forecasts, clouds]")),
      }),
      /cannot be applied: \d+ errors?\. The first: groups\/forecasts-wg\.yml:\d+ .* See them all with `steward check/,
    ],
    [
      "an empty folder as constitution",
      () => ({ files: [write("a.md", "")], governance: dirname(write("empty/README.md", "")) }),
      /cannot be applied/,
    ],
  ] as const)("%s", async (_, options, message) => {
    const { exit, out, error } = await explain(options());

    expect(exit).toBe(2);
    expect(out).toBe("");
    expect(error).toMatch(message);
    expect(error).not.toContain("    at ");
  });
});

describe("the page of steward explain", () => {
  it("answers what a person asks, in a screen", async () => {
    const { out } = await explain({ files: [write("12-x.md", about)], json: false });

    for (const row of ["Type ", "Domain ", "Change ", "Decided by ", "File "]) expect(out).toContain(`  ${row}`);
    expect(out).toContain("SEP-12 Confidence of forecasts");
    expect(out.split("\n").length).toBeLessThanOrEqual(40);
  });

  it("does not let a file steer the terminal", async () => {
    const { out } = await explain({
      files: [write("12-\u001b[31mx.md", about.replaceAll("Confidence", "\u001b[2J\u202eConfidence\u0007"))],
      json: false,
    });

    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what must not be there
    expect(out).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u202e]/);
  });

  it("of a file with nothing in it is still a page", async () => {
    const { out } = await explain({ files: [write("x.md", "")], json: false });

    expect(out).toContain("without a title");
    expect(out).toContain("none that is known · no status");
  });
});
