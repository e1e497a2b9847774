import { describe, expect, test } from "@jest/globals";
import { changeClasses, proposalTypes } from "../domain/proposal-vocabulary.ts";
import { finalItems } from "./final-item.ts";
import { type RequirementFacts, requirementsFor } from "./requirements-for.ts";

const asked = (facts: Partial<RequirementFacts>) =>
  requirementsFor({ type: "Standards Track", change: "additive", schemaChanged: false, implementationSection: false, ...facts })
    .filter((each) => each.asked)
    .map(({ item }) => item);
const withoutSchema = finalItems.filter((item) => item !== "schema");

describe("what R7 asks", () => {
  test.each([
    ["Standards Track", finalItems],
    ["Extensions Track", finalItems],
    [null, finalItems],
    ["Process", []],
    ["Informational", []],
  ] as const)("of an additive %s SEP", (type, items) => {
    expect(asked({ type })).toEqual(items);
  });

  test.each([
    ["additive", finalItems],
    ["breaking", finalItems],
    ["extension", finalItems],
    ["unclear", finalItems],
    ["clarification", withoutSchema],
    ["process", withoutSchema],
    ["informational", withoutSchema],
  ] as const)("of a change that is %s", (change, items) => {
    expect(asked({ change })).toEqual(items);
  });

  test.each(proposalTypes)("of a %s SEP that changes the schema: everything, whatever its class", (type) => {
    for (const change of changeClasses) expect(asked({ type, change, schemaChanged: true })).toEqual(finalItems);
  });

  test("of a Process SEP where the constitution asks a Reference Implementation section: that", () => {
    expect(asked({ type: "Process", implementationSection: true })).toEqual(["implementation"]);
  });

  test("names a reason and a clause for each item, asked or spared", () => {
    for (const type of [...proposalTypes, null]) {
      for (const change of changeClasses) {
        const all = requirementsFor({ type, change, schemaChanged: false, implementationSection: false });

        expect(all.map(({ item }) => item)).toEqual(finalItems);
        expect(all.every(({ why, clause }) => why.endsWith(".") && clause !== "")).toBe(true);
      }
    }
  });

  test("of Extensions Track by the constitution's own choice (G14)", () => {
    const facts = { type: "Extensions Track", change: "extension", schemaChanged: false, implementationSection: true } as const;

    expect(requirementsFor(facts).at(-1)?.clause).toContain("G14");
  });
});
