import { type SponsorSearch, suggestSponsors } from "../../src/core/suggest-sponsors.ts";
import { type Constitution, smallConstitution, someDay } from "../support/constitution.ts";

/** Everybody from member up may sponsor. */
const open = smallConstitution().edit("ladder.yml", "name: Member, rank: 1 }", "name: Member, rank: 1, may-sponsor: true }");

interface Asked extends Partial<Omit<SponsorSearch, "governance">> {
  readonly rules?: Constitution;
}

function suggest({ rules = open, ...asked }: Asked = {}): readonly string[] {
  const { today = someDay } = asked;
  return suggestSponsors({ domain: null, authors: new Set(), sponsored: new Map(), ...asked, governance: rules.governance(today), today });
}

describe("who is suggested as a sponsor", () => {
  it("is who may sponsor, in the order of people.yml, where nothing tells them apart", () => {
    expect(suggest()).toEqual(["Juno", "noor", "ravi"]);
    expect(suggest({ rules: smallConstitution() })).toEqual(["Juno"]);
  });

  it("is no author, nobody who is away, and nobody without an account that can be known", () => {
    expect(suggest({ authors: new Set(["juno"]) })).toEqual(["noor", "ravi"]);
    expect(suggest({ today: "2026-12-20" })).toEqual(["Juno", "noor"]);
    expect(suggest({ today: "2027-01-03" })).toEqual(["Juno", "noor"]);
    expect(suggest({ today: "2027-01-04" })).toEqual(["Juno", "noor", "ravi"]);
    expect(suggest({ rules: open.edit("people.yml", "{ login: noor, id: 1006 }", "{ login: noor }") })).toEqual(["Juno", "ravi"]);
  });

  it("is first who sits in the group that owns the domain, then in one that advises on it, then anybody", () => {
    const all = open.edit("ladder.yml", "name: Core Maintainer, rank: 3,", "name: Core Maintainer, rank: 3, may-sponsor: true,");

    expect(suggest({ rules: all })).toEqual(["bo-okafor", "cleo", "Juno"]);
    expect(suggest({ rules: all, domain: "forecasts" })).toEqual(["Juno", "noor", "ravi"]);
    expect(suggest({ rules: all, domain: "readings" })).toEqual(["noor", "bo-okafor", "cleo"]);
    expect(suggest({ rules: all, domain: "unheard-of" })).toEqual(["bo-okafor", "cleo", "Juno"]);
    expect(suggest({ rules: all, domain: "forecasts", today: "2028-01-01" })).toEqual(["Juno", "ravi", "bo-okafor"]);
  });

  it("is first, among those equally near, who sponsors the fewest open proposals, over all accounts of a person", () => {
    const sponsored = new Map([
      ["juno-old", 2],
      ["noor", 1],
    ]);

    expect(suggest({ domain: "forecasts", sponsored })).toEqual(["ravi", "noor", "Juno"]);
    expect(suggest({ domain: "readings", sponsored })).toEqual(["noor", "ravi", "Juno"]);
  });

  it("is a lead of a Working Group too, where the ladder lets leads sponsor", () => {
    const leads = smallConstitution()
      .edit("ladder.yml", "name: Lead, rank: 1, after: [member] }", "name: Lead, rank: 1, after: [member], may-sponsor: true }")
      .edit("ladder.yml", "    may-sponsor: true\n", "");

    expect(suggest({ rules: leads })).toEqual(["Juno"]);
    expect(suggest({ rules: leads.edit("groups/forecasts-wg.yml", "person: Juno", "person: noor") })).toEqual(["noor"]);
  });
});
