import { describe, expect, test } from "@jest/globals";
import type { ChangedFile } from "../domain/snapshot.ts";
import { sha256 } from "../kernel/digest.ts";
import { parseProposal } from "../proposals/index.ts";
import { finalItems } from "./final-item.ts";
import type { FinalInput, FinalJudgement } from "./final-judgement.ts";
import { judgeFinal } from "./judge-final.ts";
import { parseAttestation } from "./parse-attestation.ts";

const proposal = ({ type = "Standards Track", specification = "Servers MUST label frames.", rest = "" } = {}) =>
  parseProposal(
    `# SEP-7: Labels for frames\n\n- **Status**: Accepted\n- **Type**: ${type}\n\n## Specification\n\n${specification}\n\n## Rationale\n\nSo it is.\n${rest}`,
    "seps/7-labels.md",
  );
const changed = (path: string, change: ChangedFile["change"] = "modified"): ChangedFile => ({ path, change });
const schema = changed("schema/draft/schema.ts");
const page = changed("docs/specification/draft/frames.mdx");
const log = changed("docs/specification/draft/changelog.mdx");
const sep = changed("seps/7-labels.md", "added");
const lines = {
  implementation: "implementation: https://github.com/someone/frames",
  schema: "schema: schema/draft/schema.ts",
  text: "text: docs/specification/draft/frames.mdx",
  changelog: "changelog: docs/specification/draft/changelog.mdx",
  conformance: "conformance: https://github.com/acme/conformance/pull/9",
};
const tracing = {
  path: "src/seps/sep-7.yaml",
  text: "sep: 7\nrequirements:\n  - text: Servers MUST label frames.\n    check: sep-7-label\n",
};
const scenario = { path: "src/scenarios/server/frames.ts", text: "const id = 'sep-7-label'; // SEP-7" };

interface Change extends Partial<Omit<FinalInput, "attestation">> {
  /** The body of the command: these lines instead of the complete ones. */
  readonly said?: Partial<Record<keyof typeof lines, string | null>>;
}

function judge({ said = {}, ...facts }: Change = {}): FinalJudgement {
  const body = Object.values({ ...lines, ...said }).filter((line) => line !== null);
  return judgeFinal({
    document: proposal(),
    proposalFile: "seps/7-labels.md",
    number: 7,
    pullRequest: 7,
    prefix: "SEP",
    change: "additive",
    repository: "acme/specification",
    files: [sep, schema, page, log],
    filesTruncated: false,
    schemaFiles: ["schema/draft/schema.ts", "schema/draft/schema.json"],
    changelogPaths: ["docs/specification/draft/changelog.mdx"],
    specificationPaths: ["docs/specification/draft/"],
    changelogs: [{ path: "docs/specification/draft/changelog.mdx", text: "- SEP-7: labels\n" }],
    implementationSection: false,
    conformanceRepository: "acme/conformance",
    conformance: { kind: "read", files: [tracing, scenario] },
    ...facts,
    attestation: parseAttestation(body.join("\n")),
  });
}

const open = (change: Change) => judge(change).entries.filter(({ status }) => status === "missing" || status === "unknown");
const entry = (item: (typeof finalItems)[number], change: Change = {}) => judge(change).entries.find((each) => each.item === item);

test("all five items attested and seen: it is complete, and says whose word each is", () => {
  const { entries, complete, traceability } = judge();

  expect(complete).toBe(true);
  expect(entries.map(({ item, status, by }) => [item, status, by])).toEqual([
    ["implementation", "met", "sponsor"],
    ["schema", "met", "machine"],
    ["text", "met", "machine"],
    ["changelog", "met", "machine"],
    ["conformance", "met", "machine"],
  ]);
  expect(traceability).toEqual({
    path: "src/seps/sep-7.yaml",
    problems: [],
    comparison: { statements: 1, missing: [], surplus: [] },
  });
  expect(entries.map(({ text }) => text)).toEqual([
    "The sponsor attests that the reference implementation is complete.",
    "`schema/draft/schema.ts` changes in this pull request.",
    "`docs/specification/draft/frames.mdx` changes in this pull request.",
    "`docs/specification/draft/changelog.mdx` changes in this pull request and names SEP-7.",
    "The one statement of the SEP has its row: 1 check, 0 exclusions. `src/scenarios/server/frames.ts` names SEP-7. That it passes against the reference implementation is the sponsor's word.",
  ]);
});

describe("an item left out of the command is missing, and nothing else is", () => {
  test.each(finalItems)("%s", (item) => {
    const found = judge({ said: { [item]: null } });

    expect(found.complete).toBe(false);
    expect(found.entries.filter(({ status }) => status !== "met").map((each) => [each.item, each.status])).toEqual([[item, "missing"]]);
    expect(found.entries.find((each) => each.item === item)?.text).toContain(`\`${item}: `);
  });
});

describe("an item that is attested but cannot be seen is missing, and nothing else is", () => {
  test.each<readonly [string, (typeof finalItems)[number], Change, string]>([
    ["a schema that is not changed", "schema", { files: [sep, page, log] }, "`schema/draft/schema.ts` is not changed"],
    ["a schema that is deleted", "schema", { files: [sep, changed(schema.path, "deleted"), page, log] }, "No link leads"],
    ["a schema link to another pull request", "schema", { said: { schema: "schema: #8" } }, "No link leads"],
    ["a schema elsewhere", "schema", { said: { schema: "schema: https://example.org/schema.ts" } }, "No link leads"],
    ["none, although the schema changes", "schema", { said: { schema: "schema: none, headers only" } }, "changes `schema/draft/schema.ts`"],
    ["a page that is not changed", "text", { files: [sep, schema, log] }, "is not changed"],
    ["the changelog as the text", "text", { said: { text: "text: docs/specification/draft/changelog.mdx" } }, "No link leads"],
    ["the proposal as the text", "text", { said: { text: "text: seps/7-labels.md" } }, "No link leads"],
    ["no text, although a page changes", "text", { said: { text: "text: none, all in the schema" } }, "changes `docs/"],
    ["a changelog that is not changed", "changelog", { files: [sep, schema, page] }, "is not changed"],
    [
      "a changelog without the SEP",
      "changelog",
      { changelogs: [{ path: log.path, text: "- SEP-70, #17, /pull/77" }] },
      "does not name SEP-7",
    ],
    ["no changelog", "changelog", { said: { changelog: "changelog: none, too small" } }, "Attest it with `changelog: "],
    ["no implementation", "implementation", { said: { implementation: "implementation: none, prose only" } }, "is not enough"],
    [
      "the proposal as the implementation",
      "implementation",
      { said: { implementation: "implementation: seps/7-labels.md" } },
      "the SEP itself",
    ],
    ["no scenario at all", "conformance", { conformance: { kind: "read", files: [] } }, "holds no `sep-7.yaml`"],
    ["no traceability file", "conformance", { conformance: { kind: "read", files: [scenario] } }, "holds no `sep-7.yaml`"],
    [
      "no scenario file",
      "conformance",
      { conformance: { kind: "read", files: [tracing] } },
      "No scenario in the conformance repository names SEP-7",
    ],
    [
      "a scenario of another number",
      "conformance",
      { conformance: { kind: "read", files: [tracing, { ...scenario, text: "SEP-77 sep-70" }] } },
      "names SEP-7",
    ],
    [
      "only the unit test of a scenario",
      "conformance",
      { conformance: { kind: "read", files: [tracing, { ...scenario, path: "src/frames.test.ts" }] } },
      "names SEP-7",
    ],
    [
      "two traceability files",
      "conformance",
      { conformance: { kind: "read", files: [tracing, { ...tracing, path: "sep-7.yml" }, scenario] } },
      "one of them has to go",
    ],
    [
      "a broken traceability file",
      "conformance",
      { conformance: { kind: "read", files: [{ ...tracing, text: "sep: 8\nrequirements: []" }, scenario] } },
      "`src/seps/sep-7.yaml:1`: this file is about 8",
    ],
    [
      "a statement without a row",
      "conformance",
      { document: proposal({ specification: "Servers MUST label frames.\n\nClients SHOULD show them." }) },
      "1 of 2 statements have no row in `src/seps/sep-7.yaml`. The first is `Clients SHOULD show them.` (line 10)",
    ],
    [
      "a scenario in another repository",
      "conformance",
      { said: { conformance: "conformance: https://github.com/someone/else/pull/9" } },
      "No link leads to `acme/conformance`",
    ],
    ["`conformance: none`", "conformance", { said: { conformance: "conformance: none, too hard" } }, "is no exemption"],
    [
      "an exemption that the SEP does not document",
      "conformance",
      { said: { conformance: "exempt: wording only" } },
      "does not document its exemption",
    ],
  ])("%s", (_what, item, change, words) => {
    expect(open(change).map((each) => [each.item, each.status, each.by])).toEqual([[item, "missing", "machine"]]);
    expect(entry(item, change)?.text).toContain(words);
    expect(judge(change).complete).toBe(false);
  });
});

describe("what cannot be known keeps the requirement open, as unknown", () => {
  test.each<readonly [string, (typeof finalItems)[number], Change]>([
    ["a conformance repository that could not be read", "conformance", { conformance: { kind: "unreadable", why: "403 `rate`" } }],
    ["a changelog that was not read", "changelog", { changelogs: [{ path: log.path, text: null }] }],
    ["a changelog that nobody handed over", "changelog", { changelogs: [] }],
    ["a page among more files than are listed", "text", { files: [sep, schema, log], filesTruncated: true }],
    [
      "no schema among more files than are listed",
      "schema",
      { files: [sep, page, log], filesTruncated: true, said: { schema: "schema: none, really" } },
    ],
  ])("%s", (_what, item, change) => {
    expect(open(change).map((each) => [each.item, each.status])).toEqual([[item, "unknown"]]);
    expect(judge(change).complete).toBe(false);
  });

  test("also where nothing was attested: then it is the sponsor's turn first", () => {
    expect(entry("conformance", { said: { conformance: null }, conformance: { kind: "unreadable", why: "x" } })?.status).toBe("missing");
  });
});

describe("what no machine sees is the sponsor's word, and said so", () => {
  const extension = proposal({ type: "Extensions Track" });
  test.each<readonly [string, (typeof finalItems)[number], Change]>([
    ["that no schema changes", "schema", { files: [sep, page, log], said: { schema: "schema: none, headers only" } }],
    ["that no page changes, where the schema does", "text", { files: [sep, schema, log], said: { text: "text: none, types only" } }],
    [
      "a page outside the specification's own",
      "text",
      { files: [sep, schema, changed("docs/community/x.mdx"), log], said: { text: "text: docs/community/x.mdx" } },
    ],
    ["a schema where the constitution names none", "schema", { schemaFiles: [], said: { schema: "schema: https://example.org/s" } }],
    [
      "an extension's schema in its own repository",
      "schema",
      { document: extension, files: [sep, page, log], said: { schema: "schema: https://github.com/acme/ext-frames/pull/3" } },
    ],
    [
      "an extension's text in its own repository",
      "text",
      { document: extension, files: [sep, schema, log], said: { text: "text: https://github.com/acme/ext-frames/pull/3" } },
    ],
    [
      "a scenario where the constitution names no repository",
      "conformance",
      { conformance: { kind: "absent" }, conformanceRepository: null },
    ],
    [
      "an exemption that the SEP documents",
      "conformance",
      {
        document: proposal({ rest: "\n## Conformance\n\nThis SEP has no observable protocol behavior.\n" }),
        said: { conformance: "exempt: #conformance" },
      },
    ],
  ])("%s", (_what, item, change) => {
    expect(entry(item, change)).toMatchObject({ status: "met", by: "sponsor" });
    expect(judge(change).complete).toBe(true);
    expect(entry(item, change)?.text).toMatch(/^The sponsor (?:attests|says)/);
  });

  test("an attested `schema: none` points at the types that the accepted text declares", () => {
    const document = proposal({ specification: "Servers MUST label frames.\n\n```ts\nexport interface Frame { label?: string }\n```" });

    expect(entry("schema", { document, files: [sep, page, log], said: { schema: "schema: none, see text" } })?.text).toContain(
      "declares `Frame`",
    );
  });
});

describe("links into the pull request", () => {
  test.each([
    "https://github.com/acme/specification/blob/feature/x/schema/draft/schema.ts#L10",
    "https://github.com/someone/specification/blob/main/schema/draft/schema.ts",
    `https://github.com/acme/specification/pull/7/files#diff-${sha256("schema/draft/schema.ts")}R10`,
    "https://github.com/acme/specification/pull/7",
    "[the schema](./schema/draft/schema.ts)",
    "#7",
    "https://example.org/elsewhere and schema/draft/schema.ts",
  ])("%s leads to the changed schema", (link) => {
    expect(entry("schema", { said: { schema: `schema: ${link}` } })).toMatchObject({ status: "met", by: "machine" });
  });

  test.each([
    "https://github.com/acme/specification/blob/main/other.ts",
    "https://github.com/acme/other/blob/main/schema/draft/schema.ts",
    "https://github.example/acme/specification/blob/main/schema/draft/schema.ts",
    `https://github.com/acme/specification/pull/8/files#diff-${sha256("schema/draft/schema.ts")}`,
    "https://github.com/acme/other/pull/7",
    "https://github.com/acme/specification/blob/main/xschema/draft/schema.ts",
    "https://github.com/acme/specification/blob/old/schema/draft/schema.ts.bak",
    "schema/draft/schema.json",
    "draft/schema.ts",
    "https://github.com/acme/specification/blob/%ff/x.ts",
  ])("%s leads to none", (link) => {
    expect(entry("schema", { said: { schema: `schema: ${link}` } })?.status).toBe("missing");
  });
});

describe("what is not asked", () => {
  test.each(["Process", "Informational"])("a %s SEP needs nothing of it, and no command line", (type) => {
    const { entries, complete } = judgeNothing(type, [sep]);

    expect(complete).toBe(true);
    expect(entries.map(({ status }) => status)).toEqual(finalItems.map(() => "not-needed"));
  });

  test("a Process SEP that changes the schema is asked all of it", () => {
    expect(judgeNothing("Process", [sep, schema]).entries.map(({ status }) => status)).toEqual(finalItems.map(() => "missing"));
  });

  test("a SEP whose type is not known is asked all of it", () => {
    expect(judgeNothing("Whatever", [sep]).entries.map(({ status }) => status)).toEqual(finalItems.map(() => "missing"));
  });

  test("no scenario where every row is excluded as not observable (SEP-2484)", () => {
    const text = "sep: 7\nrequirements:\n  - text: Servers MUST label frames.\n    excluded: Rendering\n";

    expect(entry("conformance", { conformance: { kind: "read", files: [{ ...tracing, text }] } })?.status).toBe("met");
    const gap = `${text}    issue: https://github.com/acme/conformance/issues/1\n`;
    expect(entry("conformance", { conformance: { kind: "read", files: [{ ...tracing, text: gap }] } })?.status).toBe("missing");
  });

  function judgeNothing(type: string, files: readonly ChangedFile[]): FinalJudgement {
    const nothing = { implementation: null, schema: null, text: null, changelog: null, conformance: null };
    return judge({ document: proposal({ type }), files, said: nothing });
  }
});

test("an error in the attestation keeps it incomplete", () => {
  expect(judge({ said: { text: `${lines.text}\nweather: https://example.org` } }).complete).toBe(false);
});

test("names from the pull request cannot leave their code span", () => {
  const path = "docs/specification/draft/a` @everyone `.mdx";
  const found = entry("text", { files: [sep, schema, changed(path), log], said: { text: null } });

  expect(found?.text.match(/`/g)?.length).toBe(4);
});
