import fc from "fast-check";
import type { ProposalDocument } from "../../src/domain/proposal-document.ts";
import { parseProposal } from "../../src/proposals/index.ts";
import { prepareClassifier } from "../../src/routing/classify/index.ts";
import { readLabelledProposals } from "../support/labelled-proposals.ts";
import { proposalText } from "../support/proposal-text.ts";
import { shippedGovernance } from "../support/shipped-constitution.ts";
import { shippedIndex } from "../support/specification.ts";

const governance = shippedGovernance("governance", "2026-11-23");
const classifier = prepareClassifier(governance, shippedIndex());
const classify = (document: ProposalDocument) => classifier.classify(document, { changedPaths: [] });
const primaryOf = (document: ProposalDocument) => classify(document).domains[0]?.id;

const proposals = readLabelledProposals();
const testIfPresent = proposals === null ? test.skip : test;
if (proposals === null) console.warn("Skipped: ../shared/mcp is absent, so no real texts are turned against the classifier.");
const real = (proposals ?? []).map(({ file, text, label }) => ({ document: parseProposal(text, file), label }));
/** Domains whose owner holds a delegation: whoever wants less scrutiny would pass for one of them. */
const friendly = new Set([...governance.groups.values()].flatMap(({ delegations }) => delegations.flatMap(({ domains }) => domains)));

describe("what a proposal announces is not believed against what it specifies", () => {
  testIfPresent("a friendly title and Abstract over another proposal's Specification are never confident", () => {
    const fooled: string[] = [];
    for (const front of real.filter(({ label }) => friendly.has(label.primary_domain))) {
      for (const back of real.filter((_, at) => at % 3 === front.label.number % 3)) {
        const related = [back.label.primary_domain, ...back.label.acceptable_secondary_domains].includes(front.label.primary_domain);
        const alsoRelated = front.label.acceptable_secondary_domains.includes(back.label.primary_domain);
        if (related || alsoRelated || !back.document.sections.some(({ kind }) => kind === "specification")) continue;
        const abstract = front.document.sections.filter(({ kind }) => kind === "abstract" || kind === "motivation");
        const rest = back.document.sections.filter(({ kind, level }) => kind !== "abstract" && kind !== "motivation" && level > 1);
        const found = classify({ ...back.document, title: front.document.title, sections: [...abstract, ...rest], links: [] });
        if (found.confident && found.domains[0]?.id === front.label.primary_domain)
          fooled.push(`${front.label.number} over ${back.label.number}`);
      }
    }

    expect(fooled).toEqual([]);
  });

  testIfPresent.each([...friendly])("the terms of %s, repeated everywhere, do not make a proposal confident there", (id) => {
    const terms = governance.domains.get(id)?.signals.terms ?? [];
    const stuffing = `${[...terms, ...(governance.domains.get(id)?.in ?? [])].join(". ")}. `.repeat(30);
    const fooled = real
      .filter(({ label }) => ![label.primary_domain, ...label.acceptable_secondary_domains].includes(id))
      .filter(({ document }) => {
        const sections = document.sections.map((section) => {
          if (section.kind === "abstract") return { ...section, prose: stuffing };
          return section.kind === "specification" ? { ...section, prose: `${stuffing}\n\n${section.prose}` } : section;
        });
        const found = classify({ ...document, title: `${terms[0]} and ${terms[1]}`, sections, links: [] });
        return found.confident && found.domains[0]?.id === id;
      });

    expect(fooled.map(({ label }) => label.number)).toEqual([]);
  });
});

describe("what a proposal says of itself only widens the concern", () => {
  const declarations = [...governance.domains.values()].flatMap(({ id, signals }) => [id, ...signals.declared, ...signals.names]);

  test("no field moves a score, makes a guess sure, or frees a domain that is touched", () => {
    const plain = parseProposal(proposalText(), "seps/7-a.md");
    const before = classify(plain);
    const names = ["Domain", "Track", "Working Group", "Extension Identifier", "Author(s)", "Area"];

    fc.assert(
      fc.property(
        fc.array(fc.record({ name: fc.constantFrom(...names), value: fc.constantFrom(...declarations) }), { maxLength: 4 }),
        (fields) => {
          const after = classify({ ...plain, fields: fields.map((field) => ({ ...field, line: 3, column: 1, valueColumn: 5 })) });

          for (const { id, score, touched } of before.domains) {
            const same = after.domains.find((domain) => domain.id === id);
            expect(same?.score).toBe(score);
            if (touched) expect(same?.touched).toBe(true);
          }
          if (!before.confident) expect(after.confident).toBe(false);
        },
      ),
      { numRuns: 50, seed: 7 },
    );
  });
});

describe("whatever the text, there is an answer", () => {
  const anyText = fc.oneof(
    fc.string({ maxLength: 3000 }),
    fc.string({ unit: "binary", maxLength: 3000 }),
    fc.constantFrom("__proto__", "constructor", "`toString`"),
  );

  test("with one primary domain, scores that are sums, and doubt or none", () => {
    fc.assert(
      fc.property(anyText, anyText, (title, body) => {
        const found = classify(parseProposal(`# SEP-1: ${title}\n\n## Specification\n\n${body}`, "seps/1-a.md"));

        expect(found.domains.filter(({ primary }) => primary)).toHaveLength(1);
        expect(found.confident).toBe(found.doubts.length === 0);
        for (const { score, evidence } of found.domains) {
          expect(evidence.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(score, 6);
        }
      }),
      { numRuns: 60, seed: 7 },
    );
  });

  test.each([
    ["one endless word", "x".repeat(1_000_000)],
    ["brackets without end", "(e.g. ".repeat(100_000)],
    ["denials without end", "does not ".repeat(100_000)],
    ["dots and slashes without end", "a/b.c/".repeat(150_000)],
    ["names without end", Array.from({ length: 60_000 }, (_, at) => `tools/x${at}`).join(" ")],
    ["a type without end", `interface A {\n${"  field: string;\n".repeat(50_000)}`],
  ])("soon, for %s", (_, body) => {
    const section = {
      heading: "Specification",
      slug: "specification",
      level: 2,
      line: 9,
      column: 1,
      kind: "specification",
      inlineCode: [],
    } as const;
    const code = [{ language: "ts", text: body, line: 12 }];
    const plain = parseProposal(proposalText(), "seps/7-a.md");

    const start = performance.now();
    classify({ ...plain, sections: [{ ...section, prose: body, code }] });

    expect(performance.now() - start).toBeLessThan(5_000);
  });

  test("what is too long to be read whole is never confident", () => {
    const long = Array.from({ length: 20_000 }, (_, at) => `A client SHOULD poll task ${at} by \`tasks/get\`.`).join(" ");

    expect(classify(parseProposal(proposalText({ specification: long }), "seps/7-a.md")).doubts).toContain(
      "It is too long to be read whole.",
    );
  });

  test("the order of the constitution's domains decides between equals only", () => {
    expect(primaryOf(parseProposal(proposalText(), "seps/7-a.md"))).toBe("tasks");
  });
});
