import fc from "fast-check";
import type { Classification } from "../../src/domain/classification.ts";
import { changeClasses, proposalTypes } from "../../src/domain/proposal-vocabulary.ts";
import type { Route } from "../../src/domain/route.ts";
import { decideRoute, personOf, type RouteInput } from "../../src/routing/route/index.ts";
import { aClassification } from "../support/classification.ts";
import { days, domainIds, personIds, randomGovernance } from "../support/random-governance.ts";

const logins = [...personIds, "ana-too", "BEN", "mira"];

const input: fc.Arbitrary<RouteInput> = fc.record({
  governance: randomGovernance,
  type: fc.constantFrom(...proposalTypes, ...proposalTypes, null),
  change: fc.constantFrom(...changeClasses),
  classification: fc
    .record({
      primary: fc.constantFrom(...domainIds),
      touched: fc.subarray([...domainIds], { maxLength: 1 }),
      confident: fc.constantFrom(true, true, true, false),
    })
    .map(({ primary, ...parts }) => aClassification(primary, { ...parts, touched: parts.touched.filter((id) => id !== primary) })),
  deprecates: fc.boolean(),
  editsFinal: fc.boolean(),
  authors: fc.subarray(logins, { maxLength: 1 }),
  sponsor: fc.option(fc.constantFrom(...logins), { freq: 1 }),
  exclusionsMet: fc.constant([]),
  proposedDelegations: fc.constantFrom("act" as const, "recommend" as const),
  today: fc.constantFrom(...days),
});

/** How much is left to a group: 0 Core decides, 1 a group under approval, 2 a group under a veto window. */
const delegated = ({ kind, oversight }: Route) => (kind === "core" ? 0 : oversight?.kind === "veto-window" ? 2 : 1);

const runs = { numRuns: 1000 };

function neverMoreDelegated(widen: (before: RouteInput) => RouteInput) {
  fc.assert(
    fc.property(input, (before) => {
      expect(delegated(decideRoute(widen(before)))).toBeLessThanOrEqual(delegated(decideRoute(before)));
    }),
    runs,
  );
}

const touching = (classification: Classification, id: string): Classification => ({
  ...classification,
  domains: [
    ...classification.domains.filter((domain) => domain.id !== id || domain.primary),
    ...(classification.domains.some((domain) => domain.id === id && domain.primary)
      ? []
      : [{ id, label: id, score: 1, primary: false, touched: true, evidence: [] }]),
  ],
});

describe("a route", () => {
  it("exists for every input, with reasons, a deciding body, and no more groups than there are", () => {
    fc.assert(
      fc.property(input, (any) => {
        const route = decideRoute(any);

        expect(route.reasons.length).toBeGreaterThan(0);
        expect(route.kind === "group" ? route.group : route.authority).not.toBeNull();
        expect(route.kind === "core" ? route.oversight : "none").toEqual(route.kind === "core" ? null : "none");
        expect(new Set([route.group, ...route.jointWith, ...route.consulted]).size).toBe(
          1 + route.jointWith.length + route.consulted.length,
        );
      }),
      runs,
    );
  });

  it("is tried in earnest: the random constitutions do delegate", () => {
    const kinds = fc.sample(input, 1000).map((any) => delegated(decideRoute(any)));

    expect(kinds.filter((kind) => kind === 1).length).toBeGreaterThan(30);
    expect(kinds.filter((kind) => kind === 2).length).toBeGreaterThan(30);
  });

  it.each(domainIds)("is never more delegated because the proposal touches %s too", (id) => {
    neverMoreDelegated((before) => ({ ...before, classification: touching(before.classification, id) }));
  });

  it.each(logins)("is never more delegated because %s is an author too", (login) => {
    neverMoreDelegated((before) => ({ ...before, authors: [...before.authors, login] }));
  });

  it("is never more delegated because there is a sponsor", () => {
    neverMoreDelegated((before) => ({ ...before, sponsor: before.sponsor ?? "ana" }));
  });

  it("is never more delegated because there is doubt", () => {
    neverMoreDelegated((before) => ({ ...before, classification: { ...before.classification, confident: false } }));
  });

  it("is never delegated in doubt", () => {
    fc.assert(
      fc.property(input, (any) => {
        expect(decideRoute({ ...any, classification: { ...any.classification, confident: false } }).kind).toBe("core");
      }),
      runs,
    );
  });

  it("is never more delegated because the type is unknown, a feature is deprecated or a final file changes", () => {
    neverMoreDelegated((before) => ({ ...before, type: null }));
    neverMoreDelegated((before) => ({ ...before, deprecates: true }));
    neverMoreDelegated((before) => ({ ...before, editsFinal: true }));
  });

  it("is never more delegated for an unclear change than for a breaking one", () => {
    fc.assert(
      fc.property(input, (any) => {
        const [unclear, breaking] = (["unclear", "breaking"] as const).map((change) => delegated(decideRoute({ ...any, change })));

        expect(unclear).toBeLessThanOrEqual(breaking ?? 0);
      }),
      runs,
    );
  });

  it("is never more delegated where proposed delegations only recommend", () => {
    neverMoreDelegated((before) => ({ ...before, proposedDelegations: "recommend" }));
  });

  it("is never more delegated because one more matter is reserved, whatever it is", () => {
    neverMoreDelegated((before) => {
      const matter = { id: "x", why: "Kept.", clause: "here", at: "project.yml:1", by: "core-maintainers", types: [...proposalTypes] };
      return { ...before, governance: { ...before.governance, reserved: [matter, ...before.governance.reserved] } };
    });
  });

  it("is Core's, whatever else holds, when a matter is reserved without conditions", () => {
    fc.assert(
      fc.property(input, (any) => {
        const everything = { id: "all", why: "All is kept.", clause: "here", at: "project.yml:1", by: "core-maintainers" };
        const route = decideRoute({ ...any, governance: { ...any.governance, reserved: [everything] } });

        expect(route.reasons.map(({ code }) => code)).toEqual(["reserved"]);
      }),
      runs,
    );
  });

  it("of a group rests on a delegation that runs today, for this type and change, adopted unless proposed ones act", () => {
    fc.assert(
      fc.property(input, (any) => {
        const route = decideRoute(any);
        if (route.kind === "core") return;
        const change = any.change === "unclear" ? "breaking" : any.change;
        const fitting = any.governance.groups
          .get(route.group ?? "")
          ?.delegations.filter(
            (each) =>
              (each.since ?? "") <= any.today &&
              (each.until ?? "9999") >= any.today &&
              each.types.some((type) => type === any.type) &&
              each.changes.includes(change) &&
              each.oversight === route.oversight,
          );

        expect(fitting?.length).toBeGreaterThan(0);
        if (any.proposedDelegations === "recommend") expect(route.adopted).toBe(true);
      }),
      runs,
    );
  });

  it("of a group leaves two voters of two organisations who are neither author nor sponsor, counted naively", () => {
    fc.assert(
      fc.property(input, (any) => {
        const route = decideRoute(any);
        const { governance, today } = any;
        if (route.kind === "core" || governance.rules["act-on-own"] === "allowed") return;
        for (const id of [route.group, ...route.jointWith]) {
          const group = governance.groups.get(id ?? "");
          const seats = [...(group?.leads ?? []), ...(group?.voters ?? [])].filter(
            ({ since, until }) => (since ?? "") <= today && today <= (until ?? "9999"),
          );
          const own = [...any.authors, any.sponsor ?? ""].map((login) => personOf(login, { governance }));
          const voters = new Set(
            seats
              .map(({ person }) => personOf(person, { governance }))
              .filter((person) => governance.people.has(person) && !own.includes(person)),
          );
          const organisations = new Set([...voters].map((person) => governance.people.get(person)?.affiliation).filter(Boolean));

          expect(voters.size).toBeGreaterThanOrEqual(2);
          expect(organisations.has("independent") ? voters.size : organisations.size).toBeGreaterThanOrEqual(2);
        }
      }),
      runs,
    );
  });
});
