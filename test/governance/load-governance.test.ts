import { smallConstitution } from "../support/constitution.ts";

describe("loadGovernance", () => {
  it("finds nothing wrong with the small constitution", () => {
    const { governance, problems } = smallConstitution().load();

    expect(problems).toEqual([]);
    expect(governance).not.toBeNull();
  });

  it("resolves people of any account to one person, and their organisation to its one name", () => {
    const governance = smallConstitution().governance();

    expect(governance.personByLogin.get("juno-old")).toBe("juno");
    expect(governance.people.get("juno")).toMatchObject({ login: "Juno", affiliation: "Hexa Labs", levels: ["maintainer"] });
  });

  it("reads the owner of a domain from the groups, and the voters from leads and members", () => {
    const governance = smallConstitution().governance();

    expect(governance.domains.get("forecasts")).toMatchObject({ owner: "forecasts-wg", clause: "domains.yml:2" });
    expect(governance.domains.get("readings")).toMatchObject({ owner: null, advisers: ["readings-ig"] });
    expect(governance.groups.get("forecasts-wg")?.voters.map((seat) => seat.person)).toEqual(["juno", "noor", "ravi"]);
  });

  it("knows who belongs to an authority", () => {
    const governance = smallConstitution().governance();

    expect(governance.authorities.get("core-maintainers")?.members).toEqual(["asta", "bo-okafor", "cleo"]);
  });
});
