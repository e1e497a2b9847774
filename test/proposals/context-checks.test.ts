import { describe, expect, test } from "@jest/globals";
import { checkInContext, contextChecks, type ProposalContext, parseProposal } from "../../src/proposals/index.ts";
import { type Sample, sampleFile, sampleProposal } from "./sample-proposal.ts";

const context: ProposalContext = {
  pullRequest: 1234,
  stage: "new",
  state: "proposal",
  openedOn: "2026-03-10",
  today: "2026-03-12",
  change: null,
  types: {
    "Standards Track": {
      required: ["abstract", "motivation", "specification", "rationale", "security-implications"],
      "required-for-breaking": ["backward-compatibility"],
    },
    Process: { required: ["abstract"], "required-for-breaking": [] },
  },
  abstractWords: 30,
  sponsors: new Set(["juno"]),
};

interface Case {
  readonly code: string;
  readonly rule: string;
  readonly sample?: Sample;
  readonly file?: string;
  readonly context?: Partial<ProposalContext>;
  readonly at: readonly string[];
}

const quiet: readonly string[] = [];
const pending = { sample: { heading: "# SEP-0000: Progress" }, file: "seps/0000-progress.md" };

const cases: readonly Case[] = [
  { code: "number-pending", rule: "0000 is to be replaced once the pull request has a number", ...pending, at: ["1:1"] },
  { code: "number-pending", rule: "before there is a number 0000 is right", ...pending, context: { pullRequest: null }, at: quiet },
  {
    code: "number-not-pull-request",
    rule: "another number than the pull request's is an error",
    context: { pullRequest: 1235 },
    at: ["1:1"],
  },
  {
    code: "number-not-pull-request",
    rule: "a later change of a proposal has another number",
    context: { pullRequest: 1300, stage: "later" },
    at: quiet,
  },
  {
    code: "number-not-pull-request",
    rule: "where nothing is known nothing is said",
    context: { pullRequest: 1235, stage: null },
    at: quiet,
  },
  { code: "pr-of-another", rule: "the field of another pull request is noted", sample: { fields: { PR: "#1200" } }, at: ["8:11"] },
  { code: "pr-of-another", rule: "one wrong number in both places is said once", context: { pullRequest: 1235 }, at: quiet },
  { code: "pr-of-another", rule: "this pull request's own number is right", at: quiet },
  { code: "status-differs", rule: "a new proposal is not Final", sample: { fields: { Status: "Final" } }, at: ["3:15"] },
  { code: "status-differs", rule: "a new proposal is a Draft", at: quiet },
  { code: "status-differs", rule: "in review it is a Draft still", context: { state: "in-review" }, at: quiet },
  {
    code: "status-differs",
    rule: "in review it may say so",
    sample: { fields: { Status: "In-Review" } },
    context: { state: "in-review" },
    at: quiet,
  },
  { code: "status-differs", rule: "once accepted it is no Draft", context: { state: "accepted" }, at: ["3:15"] },
  {
    code: "status-differs",
    rule: "once accepted it says so",
    sample: { fields: { Status: "Accepted" } },
    context: { state: "accepted" },
    at: quiet,
  },
  {
    code: "status-differs",
    rule: "where no ledger tells, it may be Final",
    sample: { fields: { Status: "Final" } },
    context: { state: null },
    at: quiet,
  },
  { code: "created-in-future", rule: "a day to come is noted", sample: { fields: { Created: "2026-04-01" } }, at: ["5:16"] },
  { code: "created-in-future", rule: "tomorrow may be today elsewhere", sample: { fields: { Created: "2026-03-13" } }, at: quiet },
  {
    code: "created-in-future",
    rule: "without a clock nothing is said",
    sample: { fields: { Created: "2036-03-13" } },
    context: { today: null },
    at: quiet,
  },
  { code: "created-long-ago", rule: "last year's figure in January is noted", sample: { fields: { Created: "2025-03-09" } }, at: ["5:16"] },
  {
    code: "created-long-ago",
    rule: "some months before the pull request are ordinary",
    sample: { fields: { Created: "2025-09-09" } },
    at: quiet,
  },
  {
    code: "created-long-ago",
    rule: "an old proposal that is changed is old",
    sample: { fields: { Created: "2025-03-09" } },
    context: { stage: "later" },
    at: quiet,
  },
  { code: "sponsor-not-eligible", rule: "a sponsor who may not is noted", sample: { fields: { Sponsor: "@noor" } }, at: ["7:16"] },
  { code: "sponsor-not-eligible", rule: "case of a handle does not matter", sample: { fields: { Sponsor: "@Juno" } }, at: quiet },
  { code: "sponsor-not-eligible", rule: "None is nobody to judge", sample: { fields: { Sponsor: "None" } }, at: quiet },
  {
    code: "sponsor-not-eligible",
    rule: "where the list is unknown nothing is said",
    sample: { fields: { Sponsor: "@noor" } },
    context: { sponsors: null },
    at: quiet,
  },
  {
    code: "section-missing",
    rule: "sections that are missing are named together",
    sample: { sections: { Rationale: null, "Security Implications": null } },
    at: ["1:1"],
  },
  {
    code: "section-missing",
    rule: "another wording of a section is that section",
    sample: { sections: { "Security Implications": null, "8. Security Considerations": "Words." } },
    at: quiet,
  },
  {
    code: "section-missing",
    rule: "what a type does not require may be missing",
    sample: { fields: { Type: "Process" }, sections: { Rationale: null } },
    at: quiet,
  },
  {
    code: "section-missing",
    rule: "without a type nothing is required",
    sample: { fields: { Type: "Feature" }, sections: { Rationale: null } },
    at: quiet,
  },
  {
    code: "section-missing",
    rule: "compatibility is required of breaking changes",
    sample: { sections: { "Backward Compatibility": null } },
    context: { change: "breaking" },
    at: ["1:1"],
  },
  {
    code: "section-missing",
    rule: "and of these only",
    sample: { sections: { "Backward Compatibility": null } },
    context: { change: "additive" },
    at: quiet,
  },
  {
    code: "abstract-long",
    rule: "an abstract beyond the limit is noted",
    sample: { sections: { Abstract: "word ".repeat(31) } },
    at: ["10:1"],
  },
  {
    code: "abstract-long",
    rule: "its subsections count",
    sample: { sections: { Abstract: `${"word ".repeat(16)}\n\n### More\n\n${"word ".repeat(16)}` } },
    at: ["10:1"],
  },
  {
    code: "abstract-long",
    rule: "listings and signs do not",
    sample: { sections: { Abstract: `${"word ".repeat(30)} — –\n\n\`\`\`\nmany more words\n\`\`\`` } },
    at: quiet,
  },
];

describe("checks beside the pull request", () => {
  test.each(cases.map((entry): [string, Case] => [`${entry.code}: ${entry.rule}`, entry]))(
    "%s",
    (_, { code, sample, file, context: over, at }) => {
      const document = parseProposal(sampleProposal(sample), file ?? sampleFile);

      const problems = checkInContext(document, { ...context, ...over });

      expect(problems.filter((problem) => problem.code === code).map((problem) => `${problem.line}:${problem.column}`)).toEqual(at);
    },
  );

  test("a complete proposal has no problem", () => {
    expect(checkInContext(parseProposal(sampleProposal(), sampleFile), context)).toEqual([]);
  });

  test("every check has a case that fires and one that does not", () => {
    const fires = new Set(cases.filter((entry) => entry.at.length > 0).map((entry) => entry.code));
    const silent = new Set(cases.filter((entry) => entry.at.length === 0).map((entry) => entry.code));

    const codes = contextChecks.map((check) => check.code);

    expect(codes.filter((code) => !fires.has(code) || !silent.has(code))).toEqual([]);
    expect([...fires].filter((code) => !codes.includes(code))).toEqual([]);
  });

  test("of a file that is too large no section is called missing", () => {
    const document = parseProposal(`# SEP-0000: x\n\n- **Type**: Standards Track\n\n${"x ".repeat(600_000)}`, "seps/0000-x.md");

    expect(checkInContext(document, context).map((problem) => problem.code)).toEqual(["number-pending"]);
  });

  test("a document without headings is answered at its first line", () => {
    const document = parseProposal("words", "seps/1235-x.md");

    expect(checkInContext(document, context)).toMatchObject([{ code: "number-not-pull-request", line: 1, column: 1 }]);
  });
});
