import { aClassification } from "../../../test/support/classification.ts";
import { type Constitution, smallConstitution, someDay } from "../../../test/support/constitution.ts";
import type { Route } from "../../domain/route.ts";
import { decideRoute } from "./decide-route.ts";
import type { RouteInput } from "./route-input.ts";

const constitution = smallConstitution();
const group = "groups/forecasts-wg.yml";

/** A proposal that the forecasts group may decide, but for what is changed. */
function routeOf(changes: Partial<RouteInput> = {}, rules: Constitution = constitution): Route {
  return decideRoute({
    governance: rules.governance(),
    type: "Standards Track",
    change: "additive",
    classification: aClassification("forecasts"),
    deprecates: false,
    editsFinal: false,
    authors: ["mira"],
    sponsor: null,
    exclusionsMet: [],
    proposedDelegations: "recommend",
    today: someDay,
    ...changes,
  });
}

const codes = (route: Route) => route.reasons.map(({ code }) => code);
const decisive = (route: Route) => route.reasons.at(-1)?.code;
const reserve = (matter: string) =>
  constitution.edit("project.yml", "reserved:\n", `reserved:\n  - { id: more, why: It is kept., clause: here, ${matter} }\n`);

describe("a matter that a delegation covers", () => {
  it("is decided by the group, by its procedure, under its oversight, and every step is told", () => {
    const route = routeOf();

    expect(route).toMatchObject({
      kind: "group",
      group: "forecasts-wg",
      authority: null,
      jointWith: [],
      procedure: "wg-consensus",
      oversight: { kind: "veto-window", by: "core-maintainers", within: "5 business days" },
      adopted: true,
    });
    expect(codes(route)).toEqual(["not-reserved", "owned", "group-can-act", "delegated", "sole-domain"]);
  });

  it("names the clause of every rule that acted", () => {
    const clauses = routeOf().reasons.filter(({ code }) => ["owned", "group-can-act", "delegated"].includes(code));

    for (const { clause } of clauses) expect(clause).toMatch(/^groups\/forecasts-wg\.yml:\d+$/);
  });
});

describe("a reserved matter goes to the authority that the constitution names", () => {
  it.each([
    ["by change class", {}, { change: "breaking" }],
    ["by type", {}, { type: "Process" }],
    [
      "by a domain that is only touched",
      "domains: [readings]",
      { classification: aClassification("forecasts", { touched: ["readings"] }) },
    ],
    ["by deprecation", "deprecation: true", { deprecates: true }],
    ["by a change to a final file", "edits-final: true", { editsFinal: true }],
    ["because an unclear change counts as breaking", {}, { change: "unclear" }],
    ["because every condition that is given holds", "types: [Standards Track], changes: [additive]", {}],
  ] as const)("%s", (_, matter, changes) => {
    const route = routeOf(changes, typeof matter === "string" ? reserve(matter) : constitution);

    expect(route).toMatchObject({
      kind: "core",
      group: "forecasts-wg",
      authority: "core-maintainers",
      procedure: "core-vote",
      oversight: null,
    });
    expect(codes(route)).toEqual(["reserved"]);
  });

  it.each([
    ["deprecation: true", {}],
    ["edits-final: true", {}],
    ["domains: [governance]", {}],
    ["types: [Informational]", {}],
    ["types: [Informational]", { type: null }],
    ["changes: [process]", {}],
    ["types: [Standards Track], changes: [process]", {}],
  ] as const)("but %s does not hold for %o", (matter, changes) => {
    expect(codes(routeOf(changes, reserve(matter)))).not.toContain("reserved");
  });

  it("which may be another than Core", () => {
    const route = routeOf({}, reserve("domains: [forecasts], by: lead-maintainers"));

    expect(route).toMatchObject({ kind: "core", authority: "lead-maintainers", procedure: "core-approval" });
  });
});

describe("a domain that no group may decide goes to Core", () => {
  it("when nobody owns it; those who advise on it are heard", () => {
    const route = routeOf({ classification: aClassification("readings") });

    expect(route).toMatchObject({ kind: "core", group: null, consulted: ["readings-ig"] });
    expect(decisive(route)).toBe("unowned");
  });

  it.each([
    ["when no domain fits at all", { domains: [], confident: true, doubts: [] }],
    ["when the constitution does not know the domain", aClassification("gone")],
  ])("%s", (_, classification) => {
    expect(decisive(routeOf({ classification }))).toBe("no-domain");
  });

  it("when the charter leaves out a domain that is touched", () => {
    const route = routeOf({ classification: aClassification("forecasts", { touched: ["readings"] }) });

    expect(decisive(route)).toBe("excluded-by-charter");
    expect(route.reasons.at(-1)?.text).toContain("it touches `readings`");
  });

  it("when the proposal meets the words of an exclusion", () => {
    const exclusionsMet = constitution.governance().groups.get("forecasts-wg")?.excludes ?? [];

    expect(decisive(routeOf({ exclusionsMet }))).toBe("excluded-by-charter");
  });
});

describe("an owner that can act", () => {
  it("is described with all its leads", () => {
    const two = constitution.edit(
      group,
      "members:\n  - { person: noor, since",
      "  - { person: ravi }\nmembers:\n  - { person: noor, since",
    );

    expect(routeOf({}, two).reasons.find(({ code }) => code === "group-can-act")?.text).toBe(
      "Forecasts WG can act: chartered, 2 leads with running terms, 3 voters of 3 organisations.",
    );
  });
});

describe("an owner that cannot act leaves the matter to Core", () => {
  it.each([
    ["uncharted", "group-uncharted"],
    ["forming", "group-forming"],
    ["retired", "group-retired"],
  ])("when it is %s", (status, code) => {
    expect(decisive(routeOf({}, constitution.edit(group, "status: chartered", `status: ${status}`)))).toBe(code);
  });

  it("when it is retired, it does not even recommend", () => {
    expect(routeOf({}, constitution.edit(group, "status: chartered", "status: retired")).group).toBeNull();
  });

  it("when it is an Interest Group", () => {
    expect(decisive(routeOf({}, constitution.edit(group, "kind: working-group", "kind: interest-group")))).toBe("interest-group");
  });

  it("when it has no lead", () => {
    expect(decisive(routeOf({}, constitution.edit(group, "leads:\n  - { person: Juno, since: 2026-02-01 }", "leads: []")))).toBe("no-lead");
  });

  it("when its lead is on no list of people", () => {
    expect(decisive(routeOf({}, constitution.edit(group, "person: Juno", "person: nobody")))).toBe("no-lead");
  });

  it("when the terms of all leads have ended", () => {
    const route = routeOf({}, constitution.edit(group, "{ person: Juno, since: 2026-02-01 }", "{ person: Juno, until: 2026-11-22 }"));

    expect(decisive(route)).toBe("lead-terms-ended");
    expect(route.reasons.at(-1)?.text).toContain("2026-11-22");
  });

  it("but not on the last day of a term", () => {
    expect(routeOf({}, constitution.edit(group, "{ person: Juno, since: 2026-02-01 }", `{ person: Juno, until: ${someDay} }`)).kind).toBe(
      "group",
    );
  });

  it("when the term of its only lead has not begun", () => {
    expect(
      decisive(routeOf({}, constitution.edit(group, "{ person: Juno, since: 2026-02-01 }", "{ person: Juno, since: 2027-01-01 }"))),
    ).toBe("no-lead");
  });
});

describe("authors and sponsor are left out of the electorate", () => {
  it("by any of their accounts, in any case", () => {
    const route = routeOf({ authors: ["JUNO-old", "@noor"] });

    expect(decisive(route)).toBe("too-few-voters");
  });

  it("until nobody is left", () => {
    const route = routeOf({ authors: ["juno", "noor"], sponsor: "ravi" });

    expect(route.reasons.at(-1)?.text).toContain("no voter");
  });

  it("so that a sponsor counts like an author", () => {
    expect(decisive(routeOf({ authors: ["juno"], sponsor: "noor" }))).toBe("too-few-voters");
  });

  it("so that two voters of one organisation cannot decide, whatever name of it they use", () => {
    const hexa = constitution.edit("people.yml", "affiliation: independent", "affiliation: Hexa Laboratories");

    expect(decisive(routeOf({ authors: ["noor"] }, hexa))).toBe("one-organisation");
  });

  it("so that a voter without a stated organisation is not taken for one of another", () => {
    const unstated = constitution.edit("people.yml", "    affiliation: independent\n", "");

    expect(decisive(routeOf({ authors: ["noor"] }, unstated))).toBe("one-organisation");
  });

  it("so that two independents are two organisations", () => {
    const independents = constitution.edit("people.yml", "affiliation: Hexa\n", "affiliation: independent\n");

    expect(routeOf({ authors: ["noor"] }, independents).kind).toBe("group");
  });

  it("unless the constitution lets people act on their own proposals", () => {
    const allowed = constitution
      .edit("procedures.yml", "act-on-own: recused", "act-on-own: allowed")
      .edit("procedures.yml", "consents: { needed: 2, organisations: 2 }", "consents: { needed: 2, organisations: 2, excluding: [] }");

    expect(routeOf({ authors: ["juno", "noor"] }, allowed).kind).toBe("group");
  });

  it("of consents too, where the procedure asks it though the constitution lets them act", () => {
    const allowed = constitution.edit("procedures.yml", "act-on-own: recused", "act-on-own: allowed");

    expect(decisive(routeOf({ authors: ["juno"], sponsor: "noor" }, allowed))).toBe("consents-out-of-reach");
  });

  it("and being away does not take a seat away", () => {
    expect(routeOf({ authors: ["noor"], today: "2026-12-24" }).kind).toBe("group");
  });
});

describe("a procedure that could never end with yes leaves the matter to Core", () => {
  it.each([
    ["more consents than voters", "needed: 4, organisations: 2"],
    ["more organisations than there are", "needed: 2, organisations: 4"],
  ])("%s", (_, consents) => {
    const rules = constitution.edit("procedures.yml", "needed: 2, organisations: 2", consents);

    expect(decisive(routeOf({}, rules))).toBe("consents-out-of-reach");
  });

  it("more approvals than voters", () => {
    const rules = constitution
      .edit(group, "procedure: wg-consensus", "procedure: core-approval")
      .edit("procedures.yml", "needed: 1", "needed: 4");

    expect(decisive(routeOf({}, rules))).toBe("consents-out-of-reach");
  });

  it("but a vote is of those who remain, and approvals within reach are enough", () => {
    for (const procedure of ["wg-vote", "core-approval"]) {
      expect(routeOf({}, constitution.edit(group, "procedure: wg-consensus", `procedure: ${procedure}`))).toMatchObject({
        kind: "group",
        procedure,
      });
    }
  });

  it("a procedure that does not exist", () => {
    const governance = constitution.governance();

    expect(decisive(routeOf({ governance: { ...governance, procedures: new Map() } }))).toBe("unknown-procedure");
  });
});

describe("without a delegation that fits, the group recommends and Core decides", () => {
  const text = constitution.text(group);
  const cases: readonly (readonly [string, Constitution, Partial<RouteInput>, string])[] = [
    ["no delegation at all", constitution.with(group, text.slice(0, text.indexOf("delegations:"))), {}, "no-delegation"],
    [
      "none for the domain",
      constitution
        .edit(group, "domains: [forecasts]\n", "domains: [governance]\n")
        .edit(group, "owns: [forecasts]", "owns: [forecasts, governance]"),
      {},
      "domain-not-delegated",
    ],
    ["none for the type", constitution, { type: "Extensions Track" }, "type-not-delegated"],
    ["no type that is known", constitution, { type: null }, "type-not-delegated"],
    ["none for the change", constitution, { change: "extension" }, "change-not-delegated"],
    ["one that has not begun", constitution.edit(group, "    until: 2027-06-30", "    since: 2027-01-01"), {}, "delegation-not-begun"],
    ["one that has ended", constitution, { today: "2027-07-01" }, "delegation-expired"],
    [
      "one that nobody adopted",
      constitution.edit(group, "adopted: https://example.org/decisions/7", "adopted: null"),
      {},
      "delegation-not-adopted",
    ],
  ];

  it.each(cases)("%s", (_, rules, input, code) => {
    const route = routeOf(input, rules);

    expect(decisive(route)).toBe(code);
    expect(route).toMatchObject({ kind: "core", group: "forecasts-wg", oversight: null, adopted: code !== "delegation-not-adopted" });
  });

  it("and of several, the one that came nearest says why", () => {
    const two = constitution
      .append(group, delegation({ more: "    until: 2026-11-22\n" }))
      .edit(
        group,
        "types: [Standards Track]\n    changes: [additive, clarification]",
        "types: [Process]\n    changes: [additive, clarification]",
      );

    expect(decisive(routeOf({}, two))).toBe("delegation-expired");
  });

  it("an unclear change is asked about as a breaking one, and said to be", () => {
    const rules = constitution.edit("project.yml", "    changes: [breaking]\n", "    changes: [extension]\n");
    const route = routeOf({ change: "unclear" }, rules);

    expect(decisive(route)).toBe("change-not-delegated");
    expect(route.reasons.at(-1)?.text).toContain("counts as breaking");
  });

  it.each(["breaking", "extension", "clarification", "process", "informational"] as const)("a %s change is named in words", (change) => {
    const rules = constitution
      .edit("project.yml", "    changes: [breaking]\n", "    changes: [unclear]\n")
      .edit(group, "changes: [additive, clarification]", "changes: [additive]");

    expect(routeOf({ change }, rules).reasons.at(-1)?.text).toMatch(/ are not delegated to Forecasts WG\.$/);
  });
});

describe("a delegation that nobody adopted", () => {
  const proposed = constitution.edit(group, "adopted: https://example.org/decisions/7", "adopted: null");

  it("acts where proposed delegations may, and says that it is proposed", () => {
    const route = routeOf({ proposedDelegations: "act" }, proposed);

    expect(route).toMatchObject({ kind: "group", group: "forecasts-wg", adopted: false });
    expect(decisive(route)).toBe("delegation-proposed");
  });

  it("stands back behind an adopted one elsewhere, however wide it is", () => {
    const both = constitution
      .append(group, delegation({ adopted: "null" }))
      .edit(
        group,
        "{ kind: veto-window, by: core-maintainers, within: 5 business days }\n    joint: true",
        "{ kind: approval, by: core-maintainers }\n    joint: true",
      );

    expect(routeOf({}, both)).toMatchObject({ kind: "group", adopted: true, oversight: { kind: "approval" } });
    expect(routeOf({ proposedDelegations: "act" }, both)).toMatchObject({
      kind: "group",
      adopted: false,
      oversight: { kind: "veto-window" },
    });
  });
});

function delegation({
  domains = "[forecasts]",
  adopted = "https://example.org/decisions/8",
  more = "",
}: {
  domains?: string;
  adopted?: string;
  more?: string;
}) {
  return `  - decision: accept
    domains: ${domains}
    types: [Standards Track]
    changes: [additive]
    procedure: wg-vote
    oversight: { kind: veto-window, by: core-maintainers, within: 5 business days }
    adopted: ${adopted}
    clause: "another row"
${more}`;
}

describe("several owners", () => {
  /** The charter's exclusion is lifted, and \`readings\` gets a group of its own. */
  const second = `id: readings-wg
name: Readings working group
kind: working-group
status: chartered
charter: { text: docs/groups/readings-wg.md }
leads:
  - { person: noor }
members:
  - { person: ravi }
  - { person: cleo }
scope:
  owns: [readings]
delegations:
${delegation({ domains: "[readings]", more: "    joint: true\n" })}`;
  const open = constitution.edit(group, /excludes:\n.*\n/.exec(constitution.text(group))?.[0] ?? "", "excludes: []\n");
  const two = open.with("groups/readings-wg.yml", second);
  const both = { classification: aClassification("forecasts", { touched: ["readings"] }) };

  it("decide together where the other's delegation allows it", () => {
    const route = routeOf(both, two);

    expect(route).toMatchObject({ kind: "group", group: "forecasts-wg", jointWith: ["readings-wg"], adopted: true });
    expect(codes(route)).toContain("joint");
  });

  it.each([
    ["its delegation is not for joint decisions", two.edit("groups/readings-wg.yml", "    joint: true\n", "")],
    ["its delegation is for another change", two.edit("groups/readings-wg.yml", "changes: [additive]", "changes: [clarification]")],
    ["its delegation is for another type", two.edit("groups/readings-wg.yml", "types: [Standards Track]", "types: [Informational]")],
    ["its delegation has ended", two.edit("groups/readings-wg.yml", "    joint: true\n", "    joint: true\n    until: 2026-11-22\n")],
    ["it cannot act", two.edit("groups/readings-wg.yml", "status: chartered", "status: forming")],
    [
      "its procedure could not end with yes",
      two.edit("groups/readings-wg.yml", "procedure: wg-vote", "procedure: core-approval").edit("procedures.yml", "needed: 1", "needed: 9"),
    ],
  ])("leave it to Core when %s", (_, rules) => {
    const route = routeOf(both, rules);

    expect(route).toMatchObject({ kind: "core", group: "forecasts-wg", consulted: expect.arrayContaining(["readings-wg"]) });
    expect(decisive(route)).toBe("several-owners");
  });

  it("leave it to Core when the other's delegation is not adopted", () => {
    expect(decisive(routeOf(both, two.edit("groups/readings-wg.yml", "adopted: https://example.org/decisions/8", "adopted: null")))).toBe(
      "delegation-not-adopted",
    );
  });

  it("leave it to Core when the second owner's type is not known", () => {
    expect(routeOf({ ...both, type: null }, two).kind).toBe("core");
  });

  it("let one decide alone where its delegation names the other domain alongside; the other is heard", () => {
    const route = routeOf(both, two.edit(group, "    joint: true\n", "    alongside: [readings]\n"));

    expect(route).toMatchObject({ kind: "group", jointWith: [], consulted: expect.arrayContaining(["readings-wg"]) });
    expect(codes(route)).toContain("alongside");
  });

  it("count Core as one, for a touched domain that no group owns", () => {
    expect(decisive(routeOf(both, open))).toBe("touches-core");
    expect(routeOf(both, open.edit(group, "    joint: true\n", "    alongside: [readings]\n")).kind).toBe("group");
  });

  it("are one where the group owns both; its delegation has to name both", () => {
    const owned = open.edit(group, "owns: [forecasts]", "owns: [forecasts, readings]");

    expect(decisive(routeOf(both, owned))).toBe("touched-not-delegated");
    expect(codes(routeOf(both, owned.edit(group, "domains: [forecasts]\n", "domains: [forecasts, readings]\n")))).toContain("own-domain");
  });
});

describe("doubt", () => {
  it("delegates nothing: the best guess's group recommends", () => {
    const route = routeOf({ classification: aClassification("forecasts", { confident: false }) });

    expect(route).toMatchObject({ kind: "core", group: "forecasts-wg" });
    expect(decisive(route)).toBe("domain-doubtful");
  });
});

describe("a constitution with holes still gives a route", () => {
  const governance = constitution.governance();

  it("to its governing authority where Core has another name", () => {
    const others = new Map([...governance.authorities].filter(([id]) => id === "lead-maintainers"));
    const project = { ...governance.project, "governance-authority": "lead-maintainers" };

    expect(routeOf({ governance: { ...governance, authorities: others, project }, change: "breaking" }).authority).toBe("lead-maintainers");
  });

  it("to the first authority there is", () => {
    const others = new Map([...governance.authorities].filter(([id]) => id === "lead-maintainers"));

    expect(routeOf({ governance: { ...governance, authorities: others }, change: "breaking" }).authority).toBe("lead-maintainers");
  });

  it("to Core by its usual name where there is none", () => {
    const route = routeOf({ governance: { ...governance, authorities: new Map() }, change: "breaking" });

    expect(route).toMatchObject({ authority: "core-maintainers", procedure: "wg-vote" });
  });

  it("by any procedure where there is no vote, and by a vote where there is none", () => {
    const approval = new Map([...governance.procedures].filter(([id]) => id === "core-approval"));

    expect(routeOf({ governance: { ...governance, authorities: new Map(), procedures: approval }, change: "breaking" }).procedure).toBe(
      "core-approval",
    );
    expect(routeOf({ governance: { ...governance, authorities: new Map(), procedures: new Map() }, change: "breaking" }).procedure).toBe(
      "vote",
    );
  });

  it("to Core where a domain's owner is no group", () => {
    const domains = new Map([...governance.domains].map(([id, domain]) => [id, { ...domain, owner: "gone" }]));

    expect(decisive(routeOf({ governance: { ...governance, domains } }))).toBe("unowned");
  });
});
