import { loadGovernance } from "../../src/governance/index.ts";
import { smallConstitution, someDay } from "../support/constitution.ts";

const group = "groups/forecasts-wg.yml";
const interest = "groups/readings-ig.yml";
const secondOwner =
  "id: outlook-wg\nname: Outlook\nkind: working-group\nstatus: chartered\ncharter: { text: x.md }\nleads: [{ person: noor }]\nscope: { owns: [forecasts] }\n";

describe("a sound constitution", () => {
  it("has no problem", () => {
    const { governance, problems } = smallConstitution().load();

    expect(problems).toEqual([]);
    expect(governance).not.toBeNull();
  });

  it("keeps the commit it was read at", () => {
    const { governance } = loadGovernance(smallConstitution().files, { commit: "3f9c2a1", today: someDay });

    expect(governance?.commit).toBe("3f9c2a1");
  });

  it("is the same whatever the order of its files", () => {
    const { files } = smallConstitution();

    expect(loadGovernance(files.toReversed(), { commit: null, today: someDay })).toEqual(smallConstitution().load());
  });

  it("leaves other files of the folder alone", () => {
    const { files } = smallConstitution();
    const others = ["README.md", "schema/group.schema.json", "presets/status-quo/project.yml", "groups/drafts/x.yml", "groups/notes.txt"];

    const { problems } = loadGovernance([...files, ...others.map((path) => ({ path, text: "{ not: [valid" }))], {
      commit: null,
      today: someDay,
    });

    expect(problems).toEqual([]);
  });
});

describe("numbers of decisions", () => {
  it("are those of docs/how-decisions-work.md where a constitution gives none", () => {
    const { rules, project, lifecycle, procedures } = smallConstitution().governance();

    expect(rules).toEqual({
      "act-on-own": "recused",
      "sponsor-own": "allowed",
      away: "leaves-quorum",
      confirm: { "authority-members": 1 },
    });
    expect(project.recording).toEqual({ confirmations: 2, "settles-after": "5 days" });
    expect(project.holds).toEqual({ by: ["core-maintainers", "group-lead", "sponsor"], lasts: "14 days" });
    expect(project.reminders).toEqual({ "per-person-weekly": 3 });
    expect(project["status-line"]).toBe("suggest");
    expect(lifecycle.timers).toMatchObject([{ asks: 2, "ask-every": "60 days" }]);
    expect(procedures.get("wg-consensus")).toMatchObject({
      attestation: "required",
      "minor-needs-consents": false,
      "block-characters": 20,
    });
    expect(procedures.get("wg-vote")).toMatchObject({ "called-by-members": 3 });
  });

  it("are those that it gives", () => {
    const { rules, project, procedures } = smallConstitution()
      .append("procedures.yml", "sponsor-own: refused\naway: stays-in-quorum\nconfirm: { authority-members: 2 }\n")
      .edit("procedures.yml", "    on-block: wg-vote", "    attestation: none\n    block-characters: 40\n    on-block: wg-vote")
      .append("project.yml", "recording: { confirmations: 1, settles-after: 3 business days }\nholds: { by: [sponsor], lasts: 7 days }\n")
      .governance();

    expect(rules).toMatchObject({ "sponsor-own": "refused", away: "stays-in-quorum", confirm: { "authority-members": 2 } });
    expect(project.recording).toEqual({ confirmations: 1, "settles-after": "3 business days" });
    expect(project.holds).toEqual({ by: ["sponsor"], lasts: "7 days" });
    expect(procedures.get("wg-consensus")).toMatchObject({ attestation: "none", "block-characters": 40 });
  });
});

describe("people", () => {
  it("are one person under any of their accounts, and of one organisation under any of its names", () => {
    const governance = smallConstitution().governance();

    expect(governance.personByLogin.get("juno-old")).toBe("juno");
    expect(governance.people.get("juno")).toMatchObject({ login: "Juno", affiliation: "Hexa Labs", levels: ["maintainer"] });
  });

  it("without a stated organisation have none", () => {
    const governance = smallConstitution().edit("people.yml", "    affiliation: independent\n", "").governance();

    expect(governance.people.get("ravi")?.affiliation).toBeNull();
  });

  it.each([
    ["that has begun", "since: 2026-11-23", ["member"]],
    ["that has not begun", "since: 2026-11-24", []],
    ["on its last day", "since: 2025-06-01, until: 2026-11-23", ["member"]],
    ["that has ended", "since: 2025-06-01, until: 2026-11-22", []],
  ])("hold a level %s: %s", (_, dates, levels) => {
    const pattern = /(?<=login: noor[\s\S]*?level: member, )since: 2025-06-01(?=[\s\S]*Ravi)/;
    const governance = smallConstitution().with("people.yml", smallConstitution().text("people.yml").replace(pattern, dates)).governance();

    expect(governance.people.get("noor")?.levels).toEqual(levels);
  });

  it("hold no level of which they are emeritus, whatever else the file says", () => {
    const governance = smallConstitution().edit("people.yml", "emeritus: [maintainer]", "emeritus: [member]").governance();

    expect(governance.people.get("ravi")).toMatchObject({ levels: [], emeritus: ["member"] });
  });

  it("who share a login are the first of them", () => {
    const twin = "  - name: Another\n    accounts: [{ login: NOOR, id: 9 }, { login: another }]\n";
    const governance = smallConstitution().append("people.yml", twin).governance();

    expect(governance.people.get("noor")?.name).toBe("Noor Haddad");
    expect(governance.personByLogin.has("another")).toBe(false);
  });
});

describe("authorities", () => {
  it("consist of those who hold their levels", () => {
    const { authorities } = smallConstitution().governance();

    expect(authorities.get("core-maintainers")?.members).toEqual(["asta", "bo-okafor", "cleo"]);
    expect(authorities.get("lead-maintainers")).toMatchObject({
      members: ["asta"],
      team: null,
      clause: `project.yml:${smallConstitution().lineOf("project.yml", "  lead-maintainers:")}`,
    });
  });
});

describe("groups", () => {
  it("vote by leads and members, each person once", () => {
    const governance = smallConstitution().edit(group, "{ person: ravi }", "{ person: ravi }\n  - { person: juno-old }").governance();

    expect(governance.groups.get("forecasts-wg")?.voters.map((seat) => seat.person)).toEqual(["juno", "noor", "ravi"]);
  });

  it("seat a person by the term that runs", () => {
    const governance = smallConstitution()
      .edit(group, "{ person: Juno, since: 2026-02-01 }", "{ person: Juno, until: 2026-08-01 }")
      .edit(
        group,
        "{ person: ravi }",
        "{ person: ravi }\n  - { person: Juno, since: 2026-08-02, until: 2028-01-01 }\n  - { person: Juno, since: 2028-01-02 }",
      )
      .governance();

    const { leads, voters } = governance.groups.get("forecasts-wg") ?? {};
    expect(leads).toEqual([{ person: "juno", since: null, until: "2026-08-01" }]);
    expect(voters?.find((seat) => seat.person === "juno")).toEqual({ person: "juno", since: "2026-08-02", until: "2028-01-01" });
  });

  it("name the line of each clause", () => {
    const governance = smallConstitution().governance();

    const forecasts = governance.groups.get("forecasts-wg");
    expect(forecasts).toMatchObject({ clause: `${group}:1`, scopeClause: `${group}:13` });
    expect(forecasts?.excludes[0]?.clause).toBe(`${group}:16`);
    expect(forecasts?.delegations[0]).toMatchObject({ clause: `${group}:19`, source: "Charter, Authority, row 5" });
    expect(governance.reserved.map((matter) => matter.at)).toEqual([25, 29].map((line) => `project.yml:${line}`));
    expect(governance.domains.get("forecasts")?.clause).toBe("domains.yml:2");
    expect(governance.people.get("asta")?.clause).toBe("people.yml:4");
  });
});

describe("domains", () => {
  it("belong to the group that owns them, and hear those that advise", () => {
    const { domains } = smallConstitution().governance();

    expect(domains.get("forecasts")).toMatchObject({ owner: "forecasts-wg", advisers: [] });
    expect(domains.get("readings")).toMatchObject({ owner: null, advisers: ["readings-ig"] });
  });

  it("go from a retired group to the one that took its place, and hear no retired group", () => {
    const governance = smallConstitution()
      .with(
        "groups/outlook-wg.yml",
        secondOwner.replace("chartered", "retired").replace("owns: [forecasts]", "owns: [forecasts], advises: [readings]"),
      )
      .governance();

    expect(governance.domains.get("forecasts")?.owner).toBe("forecasts-wg");
    expect(governance.domains.get("readings")?.advisers).toEqual(["readings-ig"]);
  });

  it("stay with a retired group while nobody else owns them, so that the reason can be shown", () => {
    const governance = smallConstitution().edit(group, "status: chartered", "status: retired").governance();

    expect(governance.domains.get("forecasts")?.owner).toBe("forecasts-wg");
  });
});

describe("a mistake never makes a route more delegated", () => {
  const delegationsOf = (text: ReturnType<typeof smallConstitution>, id = "forecasts-wg") => text.governance().groups.get(id)?.delegations;

  it("a domain with two owners has none", () => {
    const governance = smallConstitution().with("groups/outlook-wg.yml", secondOwner).governance();

    expect(governance.domains.get("forecasts")?.owner).toBeNull();
  });

  it("a stranger has no seat", () => {
    const governance = smallConstitution().edit(group, "person: ravi", "person: stranger").governance();

    expect(governance.groups.get("forecasts-wg")?.voters.map((seat) => seat.person)).toEqual(["juno", "noor"]);
  });

  it("a delegation covers no domain outside the scope, and none that does not exist", () => {
    const text = smallConstitution().edit(
      group,
      "    domains: [forecasts]",
      "    domains: [readings, forecasts, tides]\n    alongside: [readings, tides]",
    );

    expect(delegationsOf(text)?.[0]).toMatchObject({ domains: ["forecasts"], alongside: ["readings"] });
    expect(delegationsOf(smallConstitution().edit(group, "    domains: [forecasts]", "    domains: [readings]"))).toEqual([]);
  });

  it.each([
    [
      "to an Interest Group",
      (small: ReturnType<typeof smallConstitution>) => small.edit(group, "kind: working-group", "kind: interest-group"),
    ],
    [
      "by a procedure that does not exist",
      (small: ReturnType<typeof smallConstitution>) => small.edit(group, "procedure: wg-consensus", "procedure: x"),
    ],
    [
      "under an authority that does not exist",
      (small: ReturnType<typeof smallConstitution>) => small.edit(group, "by: core-maintainers", "by: x"),
    ],
    ["that only recommends", (small: ReturnType<typeof smallConstitution>) => small.edit(group, "decision: accept", "decision: recommend")],
  ])("a delegation %s is none", (_, edit) => {
    expect(delegationsOf(edit(smallConstitution()))).toEqual([]);
  });

  it.each([
    ["a file is missing", () => smallConstitution().without("procedures.yml")],
    ["a file is no YAML", () => smallConstitution().with("ladder.yml", "{")],
    ["a file is refused by its schema", () => smallConstitution().edit(interest, "kind: interest-group", "kind: club")],
  ])("there is no constitution while %s", (_, text) => {
    expect(text().load().governance).toBeNull();
  });
});

describe("misspelt keys", () => {
  it("count as what was meant, so that the rest can be shown", () => {
    const { governance, problems } = smallConstitution().edit(group, "delegations:", "delegation:").edit(group, "scope:", "scpoe:").load();

    expect(problems.map((problem) => problem.code)).toEqual(["unknown-key", "unknown-key"]);
    expect(governance?.groups.get("forecasts-wg")?.delegations).toHaveLength(1);
  });

  it("do not overwrite a key that is there", () => {
    const { governance } = smallConstitution().edit(group, "name: Forecasts", "name: Forecasts\nnames: Others\nnam: Others").load();

    expect(governance?.groups.get("forecasts-wg")?.name).toBe("Forecasts");
  });
});
