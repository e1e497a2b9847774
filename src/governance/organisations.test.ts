import { countOrganisations, organisationOf } from "./organisations.ts";

const person = (id: string, affiliation: string | null) => ({ id, affiliation });

describe("organisations", () => {
  it("are compared without letter case", () => {
    expect(countOrganisations([person("noor", "Orbit"), person("bo", "ORBIT ")])).toBe(1);
  });

  it("of independent people are their own", () => {
    expect(countOrganisations([person("ravi", "independent"), person("lena", "Independent")])).toBe(2);
  });

  it("that are not stated do not count: they may be any of the others", () => {
    expect(organisationOf(person("zoe", null))).toBeNull();
    expect(countOrganisations([person("zoe", null), person("ida", null), person("noor", "Orbit")])).toBe(1);
  });
});
