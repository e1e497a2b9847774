import { describe, expect, test } from "@jest/globals";
import { parseProposal, textChecks } from "../../src/proposals/index.ts";
import { sampleFile, sampleProposal } from "./sample-proposal.ts";

/** Where a check must fire, as `line:column`, or that it must stay silent. */
interface Case {
  readonly code: string;
  readonly rule: string;
  readonly text: string;
  readonly file?: string;
  readonly at: readonly string[];
}

const quiet: readonly string[] = [];
const field = (name: string, value: string | null) => sampleProposal({ fields: { [name]: value } });
const section = (name: string, text: string | null) => sampleProposal({ sections: { [name]: text } });
const heading = (text: string) => sampleProposal({ heading: text });
const extension = (text: string) => sampleProposal({ fields: { Type: "Extensions Track" }, sections: { Governance: text } });

const cases: readonly Case[] = [
  { code: "file-too-large", rule: "a file beyond the limits is an error", text: `${sampleProposal()}${"x ".repeat(600_000)}`, at: ["1:1"] },
  { code: "file-too-large", rule: "a long file within the limits is not", text: `${sampleProposal()}${"word ".repeat(50_000)}`, at: quiet },
  {
    code: "nesting-too-deep",
    rule: "content nested beyond the limit is said to be unread",
    text: `${sampleProposal()}\n${"> ".repeat(150)}deep`,
    at: ["38:1"],
  },
  { code: "nesting-too-deep", rule: "ten levels are ordinary", text: `${sampleProposal()}\n${"> ".repeat(10)}deep`, at: quiet },
  { code: "bidi-control", rule: "a right-to-left override is an error", text: section("Rationale", "safe \u202etxet\u202c"), at: ["24:6"] },
  { code: "bidi-control", rule: "Arabic words need no control character", text: section("Rationale", "كلمة عربية"), at: quiet },
  { code: "invisible-character", rule: "a zero-width space hides in a word", text: section("Rationale", "ta\u200bsks"), at: ["24:3"] },
  { code: "invisible-character", rule: "a joiner between Latin letters does too", text: section("Rationale", "ta\u200dsks"), at: ["24:3"] },
  {
    code: "invisible-character",
    rule: "a joiner inside an emoji is ordinary",
    text: section("Rationale", "👩\u200d💻 and 🏴\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f}"),
    at: quiet,
  },
  {
    code: "invisible-character",
    rule: "a joiner in a script that needs it is ordinary",
    text: section("Rationale", "می\u200cخواهم"),
    at: quiet,
  },
  { code: "heading-missing", rule: "a file without a heading is an error", text: "- **Status**: Draft\n", at: ["1:1"] },
  { code: "heading-missing", rule: "a first-level heading is enough", text: heading("# Progress"), at: quiet },
  { code: "title-missing", rule: "a number alone is no title", text: heading("# SEP-1234:"), at: ["1:1"] },
  { code: "title-missing", rule: "a title after a dash counts", text: heading("# SEP-1234 – Progress"), at: quiet },
  { code: "title-placeholder", rule: "braces are the template's", text: heading("# SEP-1234: {Title}"), at: ["1:1"] },
  { code: "title-placeholder", rule: "so is `Your SEP title`", text: heading("# SEP-1234: Your SEP title"), at: ["1:1"] },
  { code: "title-placeholder", rule: "a title may speak of titles", text: heading("# SEP-1234: Title field for resources"), at: quiet },
  {
    code: "title-long",
    rule: "more than a hundred characters are too many",
    text: heading(`# SEP-1234: ${"long ".repeat(21)}`),
    at: ["1:1"],
  },
  { code: "title-long", rule: "a long title of ninety is not", text: heading(`# SEP-1234: ${"long ".repeat(18)}`), at: quiet },
  { code: "number-missing", rule: "a heading without number is noted", text: heading("# Progress"), at: ["1:1"] },
  { code: "number-missing", rule: "a placeholder is no number", text: heading("# SEP-{NUMBER}: Progress"), at: ["1:1"] },
  { code: "number-missing", rule: "0000 waits for a number and is right", text: heading("# SEP-0000: Progress"), at: quiet },
  {
    code: "number-contradiction",
    rule: "heading and file name that differ are an error",
    text: heading("# SEP-1235: Progress"),
    at: ["1:1"],
  },
  {
    code: "number-contradiction",
    rule: "leading zeros make no difference",
    text: heading("# SEP-932: Progress"),
    file: "seps/0932-progress.md",
    at: quiet,
  },
  { code: "number-half-renamed", rule: "a file renamed before its heading is noted", text: heading("# SEP-0000: Progress"), at: ["1:1"] },
  {
    code: "number-half-renamed",
    rule: "so is a heading renamed before its file",
    text: sampleProposal(),
    file: "seps/0000-progress.md",
    at: ["1:1"],
  },
  {
    code: "number-half-renamed",
    rule: "0000 in both is right before there is a number",
    text: heading("# SEP-0000: Progress"),
    file: "seps/0000-progress.md",
    at: quiet,
  },
  { code: "file-name", rule: "a name without number is never published", text: sampleProposal(), file: "seps/progress.md", at: ["1:1"] },
  { code: "file-name", rule: "another ending is not either", text: sampleProposal(), file: "seps/1234-progress.markdown", at: ["1:1"] },
  { code: "file-name", rule: "capitals and double hyphens are fine", text: sampleProposal(), file: "seps/1234--MRTR-.md", at: quiet },
  { code: "file-slug", rule: "a number without slug is noted", text: sampleProposal(), file: "seps/1234.md", at: ["1:1"] },
  { code: "file-slug", rule: "a slug has no spaces", text: sampleProposal(), file: "seps/1234-pro gress.md", at: ["1:1"] },
  { code: "file-slug", rule: "a slug of letters and hyphens is right", text: sampleProposal(), at: quiet },
  {
    code: "preamble-missing",
    rule: "a file without fields has this one problem for all of them",
    text: "# SEP-1234: Progress\n\n## Abstract\n\nWords.\n",
    at: ["1:1"],
  },
  { code: "preamble-missing", rule: "one known field is a preamble", text: "# SEP-1234: Progress\n\n- **Status**: Draft\n", at: quiet },
  {
    code: "preamble-form",
    rule: "lines of a paragraph run together",
    text: "# SEP-1234: Progress\n\n**Status:** Draft\n**Type:** Process\n",
    at: ["3:1"],
  },
  {
    code: "preamble-form",
    rule: "a table is not a list",
    text: "# SEP-1234: Progress\n\n| Status | Draft |\n| --- | --- |\n| Type | Process |\n",
    at: ["3:2"],
  },
  { code: "preamble-form", rule: "a list without bold names will do", text: "# SEP-1234: Progress\n\n- Status: Draft\n", at: quiet },
  {
    code: "field-repeated",
    rule: "a second Status is noted where it stands",
    text: "# SEP-1234: Progress\n\n- **Status**: Draft\n- **Type**: Process\n- **Status**: Final\n",
    at: ["5:3"],
  },
  { code: "field-repeated", rule: "other names may repeat words of it", text: field("Status note", "Draft"), at: quiet },
  { code: "status-missing", rule: "no Status field is an error", text: field("Status", null), at: ["1:1"] },
  { code: "status-missing", rule: "an empty one is too", text: field("Status", ""), at: ["3:3"] },
  { code: "status-missing", rule: "any value is a Status", text: field("Status", "Proposed"), at: quiet },
  { code: "status-unknown", rule: "a status that does not exist is an error", text: field("Status", "Proposed"), at: ["3:15"] },
  { code: "status-unknown", rule: "case and hyphen make no difference", text: field("Status", "in review"), at: quiet },
  { code: "status-unknown", rule: "a remark in brackets makes none either", text: field("Status", "Final (2025-11-25)"), at: quiet },
  { code: "type-missing", rule: "no Type field is an error", text: field("Type", null), at: ["1:1"] },
  { code: "type-missing", rule: "an empty one is too", text: field("Type", ""), at: ["4:3"] },
  { code: "type-missing", rule: "a Type that is given is not missing", text: sampleProposal(), at: quiet },
  { code: "type-unknown", rule: "a type that does not exist is an error", text: field("Type", "Feature"), at: ["4:13"] },
  {
    code: "type-unknown",
    rule: "the template's choice of types is one too",
    text: field("Type", "Standards Track | Process"),
    at: ["4:13"],
  },
  { code: "type-unknown", rule: "a short name is understood", text: field("Type", "Extension"), at: quiet },
  { code: "type-wording", rule: "a short name is shown in full", text: field("Type", "Extension"), at: ["4:13"] },
  { code: "type-wording", rule: "case does not matter", text: field("Type", "standards track"), at: quiet },
  { code: "created-missing", rule: "no Created field is noted", text: field("Created", null), at: ["1:1"] },
  { code: "created-missing", rule: "an empty one is too", text: field("Created", ""), at: ["5:3"] },
  { code: "created-missing", rule: "a day is there", text: sampleProposal(), at: quiet },
  { code: "created-unreadable", rule: "the template's letters are no day", text: field("Created", "YYYY-MM-DD"), at: ["5:16"] },
  { code: "created-unreadable", rule: "30 February is no day", text: field("Created", "2026-02-30"), at: ["5:16"] },
  { code: "created-unreadable", rule: "29 February of a leap year is one", text: field("Created", "2028-02-29"), at: quiet },
  { code: "author-missing", rule: "no author is noted", text: field("Author(s)", null), at: ["1:1"] },
  { code: "author-missing", rule: "an empty field is too", text: field("Author(s)", ""), at: ["6:3"] },
  { code: "author-missing", rule: "a group is an author", text: field("Author(s)", "Transports Working Group"), at: quiet },
  {
    code: "author-without-handle",
    rule: "names without handle are listed",
    text: field("Author(s)", "Mira Holt (@mira), Noor Amin"),
    at: ["6:18"],
  },
  {
    code: "author-without-handle",
    rule: "seven of them are counted",
    text: field("Author(s)", "A B, C D, E F, G H, I J, K L, M N"),
    at: ["6:18"],
  },
  { code: "author-without-handle", rule: "a bare handle is one", text: field("Author(s)", "mira"), at: quiet },
  { code: "sponsor-none", rule: "None is noted while a proposal is a draft", text: field("Sponsor", "None"), at: ["7:16"] },
  { code: "sponsor-none", rule: "so is the absence of the field", text: field("Sponsor", null), at: ["1:1"] },
  {
    code: "sponsor-none",
    rule: "after the decision it is history",
    text: sampleProposal({ fields: { Status: "Final", Sponsor: "None" } }),
    at: quiet,
  },
  { code: "sponsor-unreadable", rule: "an organisation is no handle", text: field("Sponsor", "Hexa Labs (Hexa)"), at: ["7:16"] },
  { code: "sponsor-unreadable", rule: "a name with a handle is a sponsor", text: field("Sponsor", "@juno - Juno Vale"), at: quiet },
  {
    code: "pr-unfilled",
    rule: "the template's braces are noted",
    text: field("PR", "https://github.com/example/specification/pull/{1234}"),
    at: ["8:11"],
  },
  {
    code: "pr-unfilled",
    rule: "0000 beside a number is noted",
    text: field("PR", "https://github.com/example/specification/pull/0000"),
    at: ["8:11"],
  },
  {
    code: "pr-unfilled",
    rule: "0000 beside 0000 is right",
    text: sampleProposal({ heading: "# SEP-0000: Progress", fields: { PR: "#0000" } }),
    file: "seps/0000-progress.md",
    at: quiet,
  },
  { code: "pr-contradiction", rule: "another number than the heading's is noted", text: field("PR", "#1235"), at: ["8:11"] },
  {
    code: "pr-contradiction",
    rule: "a proposal that was an issue may have both",
    text: sampleProposal({ fields: { PR: "#1300", Issue: "#1234" } }),
    at: quiet,
  },
  {
    code: "second-preamble",
    rule: "a table that repeats the fields is noted",
    text: sampleProposal({ beforeAbstract: "| **Status** | Proposal |\n| --- | --- |\n| **Sponsor** | @noor |" }),
    at: ["10:2"],
  },
  {
    code: "second-preamble",
    rule: "so is a section that does",
    text: sampleProposal({ beforeAbstract: "### Preamble\n\nTitle: Progress\nStatus: Proposal" }),
    at: ["10:1"],
  },
  {
    code: "second-preamble",
    rule: "a section about front matter is none",
    text: section("Frontmatter", "A skill begins with it."),
    at: quiet,
  },
  {
    code: "second-preamble",
    rule: "one more field after a note is none",
    text: sampleProposal({ beforeAbstract: "PR: https://example.org/1" }),
    at: quiet,
  },
  {
    code: "second-title",
    rule: "a second first-level heading is noted",
    text: section("Rationale", "Words.\n\n# Appendix\n\nMore."),
    at: ["26:1"],
  },
  { code: "second-title", rule: "two are counted", text: section("Rationale", "# Appendix\n\n# Index"), at: ["24:1"] },
  { code: "second-title", rule: "a comment in a shell listing is none", text: section("Rationale", "```sh\n# comment\n```"), at: quiet },
  { code: "section-empty", rule: "a heading without words is noted", text: section("Rationale", ""), at: ["22:1"] },
  { code: "section-empty", rule: "subsections are words", text: section("Rationale", "### Why\n\nBecause."), at: quiet },
  { code: "section-empty", rule: "a listing is content", text: section("Specification", "```json\n{}\n```"), at: quiet },
  { code: "section-empty", rule: "a comment is no content", text: section("Rationale", "<!-- later -->"), at: ["22:1"] },
  {
    code: "section-order",
    rule: "Specification after Rationale is noted",
    text: "# SEP-1: x\n\n- **Status**: Draft\n\n## Rationale\n\nA.\n\n## Specification\n\nB.\n",
    at: ["9:1"],
  },
  {
    code: "section-order",
    rule: "security may follow the implementation",
    text: "# SEP-1: x\n\n## Abstract\n\n## Reference Implementation\n\nA.\n\n## Security Considerations\n\nB.\n",
    at: quiet,
  },
  {
    code: "section-order",
    rule: "a subsection's wording is its own affair",
    text: section("Specification", "### Rationale\n\nA.\n\n### Motivation\n\nB."),
    at: quiet,
  },
  {
    code: "template-text",
    rule: "braces around words are noted",
    text: section("Rationale", "Because {reason for the change}."),
    at: ["24:1"],
  },
  { code: "template-text", rule: "instructions in brackets are", text: section("Rationale", "[Describe the alternatives]"), at: ["24:1"] },
  {
    code: "template-text",
    rule: "code and addresses with braces are not",
    text: section("Rationale", "`{name}` at /users/{id} and https://example.org/{NAME}"),
    at: quiet,
  },
  {
    code: "template-text",
    rule: "a link that begins with `your` is none",
    text: section("Rationale", "See [your options](https://example.org)."),
    at: quiet,
  },
  { code: "unfinished-text", rule: "TBD as a paragraph is noted", text: section("Rationale", "TBD"), at: ["24:1"] },
  { code: "unfinished-text", rule: "so is a TODO in an item", text: section("Rationale", "- done\n- TODO: measure"), at: ["25:1"] },
  {
    code: "unfinished-text",
    rule: "the word in a sentence is not",
    text: section("Rationale", "The direction is agreed, mechanics TBD."),
    at: quiet,
  },
  {
    code: "prototype-link-missing",
    rule: "prose alone is no prototype",
    text: section("Reference Implementation", "Simple enough."),
    at: ["34:1"],
  },
  {
    code: "prototype-link-missing",
    rule: "a link to a heading is none either",
    text: section("Reference Implementation", "See [above](#rationale)."),
    at: ["34:1"],
  },
  {
    code: "prototype-link-missing",
    rule: "a written-out address is a link",
    text: section("Reference Implementation", "https://example.org/branch"),
    at: quiet,
  },
  {
    code: "prototype-link-missing",
    rule: "a link in a subsection counts",
    text: section("Reference Implementation", "### SDK\n\n<https://example.org/branch>"),
    at: quiet,
  },
  {
    code: "prototype-link-missing",
    rule: "what is still to be written says so itself",
    text: section("Reference Implementation", "TBD"),
    at: quiet,
  },
  {
    code: "prototype-link-missing",
    rule: "a process needs none",
    text: sampleProposal({ fields: { Type: "Process" }, sections: { "Reference Implementation": "None." } }),
    at: quiet,
  },
  { code: "dead-anchor", rule: "a link to no heading is noted", text: section("Rationale", "See [there](#nowhere)."), at: ["24:5"] },
  {
    code: "dead-anchor",
    rule: "a link to a heading is not",
    text: section("Rationale", "See [there](#backward-compatibility) and [top](#)."),
    at: quiet,
  },
  {
    code: "dead-anchor",
    rule: "neither is one to an anchor in HTML",
    text: section("Rationale", '<a id="here"></a> See [there](#here).'),
    at: quiet,
  },
  {
    code: "dead-anchor",
    rule: "the second heading of a name has a number",
    text: section("Rationale", "### Case\n\n### Case\n\n[a](#case-1)"),
    at: quiet,
  },
  { code: "dead-anchor", rule: "a broken escape is taken as written", text: section("Rationale", "[a](#%E0)"), at: ["24:1"] },
  { code: "extension-group", rule: "an extension without a group is noted", text: extension("Ravi maintains it."), at: ["1:1"] },
  { code: "extension-group", rule: "a named group is enough", text: extension("The Agents WG stands behind it."), at: quiet },
  { code: "extension-group", rule: "other types need none", text: sampleProposal(), at: quiet },
  {
    code: "extension-maintainers",
    rule: "an extension without maintainers is noted",
    text: extension("The Agents WG stands behind it."),
    at: ["1:1"],
  },
  { code: "extension-maintainers", rule: "named maintainers are enough", text: extension("Maintained by @ravi."), at: quiet },
];

describe("checks of the text", () => {
  test.each(cases.map((entry): [string, Case] => [`${entry.code}: ${entry.rule}`, entry]))("%s", (_, { code, text, file, at }) => {
    const document = parseProposal(text, file ?? sampleFile);

    const found = document.problems.filter((problem) => problem.code === code).map((problem) => `${problem.line}:${problem.column}`);

    expect(found).toEqual(at);
  });

  test("a complete proposal has no problem", () => {
    expect(parseProposal(sampleProposal(), sampleFile).problems).toEqual([]);
  });

  test("every check has a case that fires and one that does not", () => {
    const fires = new Set(cases.filter((entry) => entry.at.length > 0).map((entry) => entry.code));
    const silent = new Set(cases.filter((entry) => entry.at.length === 0).map((entry) => entry.code));

    const codes = textChecks.map((check) => check.code);

    expect(codes.filter((code) => !fires.has(code) || !silent.has(code))).toEqual([]);
    expect([...fires].filter((code) => !codes.includes(code))).toEqual([]);
  });

  test("every problem has a fix, and its text is one line without a full stop, as compilers write", () => {
    for (const { text, file } of cases) {
      for (const problem of parseProposal(text, file ?? sampleFile).problems) {
        expect(problem.fix).toMatch(/^[^\n]*[^\n.]$/);
        expect(problem.message).toMatch(/^[^\n]*[^\n.]$/);
      }
    }
  });

  test("of many problems of one kind the first are told one by one", () => {
    const links = Array.from({ length: 50 }, (_, index) => `[x](#x${index})`).join("\n");

    const dead = parseProposal(section("Rationale", links), sampleFile).problems.filter((problem) => problem.code === "dead-anchor");

    expect(dead).toHaveLength(20);
    expect(dead.at(-1)?.message).toContain("30 more links");
  });

  test("of a file that is too large only the head is judged", () => {
    const text = `${sampleProposal({ sections: { Rationale: "", Motivation: "TBD" } })}${"x ".repeat(600_000)}`;

    const document = parseProposal(text, sampleFile);

    expect(document.title).toBe("Progress");
    expect(document.problems.map((problem) => problem.code)).toEqual(["file-too-large"]);
  });
});
