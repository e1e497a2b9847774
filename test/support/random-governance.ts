import fc from "fast-check";
import { changeClasses, proposalTypes } from "../../src/domain/proposal-vocabulary.ts";
import type { Delegation, Domain, Exclusion, Governance, Group, Person, ReservedMatter, Seat } from "../../src/governance/index.ts";
import { smallConstitution } from "./constitution.ts";

/** Few names, so that everything meets everything. */
export const domainIds = ["a", "b", "c", "d"] as const;
export const personIds = ["ana", "ben", "cid", "dov", "eva"] as const;
const groupIds = ["g", "h", "i"] as const;
export const days = ["2026-01-01", "2026-06-30", "2026-11-23", "2027-01-01"] as const;

const base = smallConstitution().governance();
const procedures = [...base.procedures.keys()];

const someDay = fc.constantFrom(...days);
const someOf = <T>(values: readonly T[], minLength = 0) => fc.subarray([...values], { minLength });
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { freq: 2 });
/** The first in most cases, so that many constitutions delegate something, and then lose it by one change. */
const mostly = <T>(usual: T, other: fc.Arbitrary<T>) => fc.oneof({ weight: 5, arbitrary: fc.constant(usual) }, other);

const seat: fc.Arbitrary<Seat> = fc.record({
  // Somebody whom no list of people knows is among them, and a second account of a person who is listed.
  person: fc.constantFrom(...personIds, "ana-too", "stranger"),
  since: mostly<string | null>(null, someDay),
  until: mostly<string | null>(null, someDay),
});

const delegation: fc.Arbitrary<Delegation> = fc.record({
  domains: mostly([...domainIds], someOf(domainIds, 1)),
  types: mostly([...proposalTypes], someOf(proposalTypes, 1)),
  changes: mostly([...changeClasses], someOf(changeClasses, 1)),
  procedure: mostly("wg-consensus", fc.constantFrom(...procedures, "none")),
  oversight: fc.constantFrom(
    { kind: "approval", by: "core-maintainers", within: null } as const,
    { kind: "veto-window", by: "core-maintainers", within: "5 business days" } as const,
  ),
  joint: fc.boolean(),
  alongside: someOf(domainIds),
  since: mostly<string | null>(null, someDay),
  until: mostly<string | null>(null, someDay),
  adopted: fc.constantFrom(null, "https://example.org/decisions/1"),
  source: fc.constant("a row"),
  clause: fc.constant("groups/g.yml:9"),
});

const exclusion: fc.Arbitrary<Exclusion> = fc.record({
  text: fc.constant("Not that."),
  domains: someOf(domainIds),
  terms: fc.constant([]),
  clause: fc.constant("groups/g.yml:7"),
});

function group(id: (typeof groupIds)[number]): fc.Arbitrary<Group> {
  return fc.record({
    id: fc.constant(id),
    name: fc.constant(`Group ${id}`),
    kind: mostly<Group["kind"]>("working-group", fc.constant("interest-group")),
    status: mostly<Group["status"]>("chartered", fc.constantFrom("uncharted", "forming", "retired")),
    charter: fc.constant(null),
    team: fc.constant(null),
    contact: fc.constant(null),
    meetings: fc.constant(null),
    leads: fc.array(seat, { minLength: id === "g" ? 1 : 0, maxLength: 3 }),
    voters: fc.array(seat, { minLength: id === "g" ? 3 : 0, maxLength: 5 }),
    owns: fc.constant([]),
    advises: fc.constant([]),
    excludes: mostly<Exclusion[]>([], fc.array(exclusion, { maxLength: 2 })),
    delegations: fc.array(delegation, { minLength: 1, maxLength: 4 }),
    clause: fc.constant(`groups/${id}.yml:1`),
    scopeClause: fc.constant(`groups/${id}.yml:5`),
  });
}

function domain(id: (typeof domainIds)[number], owner: string | null): Domain {
  return {
    id,
    label: `domain: ${id}`,
    description: "A domain.",
    in: [],
    out: [],
    signals: { paths: [], names: [], terms: [], declared: [] },
    about: "protocol",
    owner,
    advisers: ["i"],
    clause: `domains.yml:${id.charCodeAt(0)}`,
  };
}

const person = (id: string): fc.Arbitrary<Person> =>
  fc.constantFrom("Hexa", "Orbit", "independent", null).map((affiliation) => ({
    id,
    login: id,
    name: null,
    accounts: [
      { login: id, id: null },
      { login: `${id}-too`, id: null },
    ],
    affiliation,
    levels: [],
    emeritus: [],
    away: [],
    clause: "people.yml:1",
  }));

const reserved: fc.Arbitrary<ReservedMatter> = fc
  .record({
    domains: maybe(someOf(domainIds, 1)),
    types: maybe(someOf(proposalTypes, 1)),
    changes: maybe(someOf(changeClasses, 1)),
    deprecation: maybe(fc.constant(true as const)),
    "edits-final": maybe(fc.constant(true as const)),
    by: fc.constantFrom("core-maintainers", "lead-maintainers", "nobody"),
  })
  .map(({ by, ...conditions }) => ({
    id: "kept",
    why: "It is kept.",
    clause: "here",
    at: "project.yml:3",
    by,
    ...Object.fromEntries(Object.entries(conditions).filter(([, value]) => value !== null)),
  }));

/** Constitutions that no person would write, and some that one would. */
export const randomGovernance: fc.Arbitrary<Governance> = fc
  .record({
    groups: fc.tuple(group("g"), group("h"), group("i")),
    owners: fc.tuple(...domainIds.map(() => mostly<string | null>("g", fc.constantFrom(null, "h", "gone")))),
    people: fc.tuple(...personIds.map(person)),
    reserved: mostly<ReservedMatter[]>([], fc.array(reserved, { maxLength: 2 })),
    actOnOwn: mostly<"recused" | "allowed">("recused", fc.constant("allowed")),
  })
  .map(({ groups, owners, people, reserved: matters, actOnOwn }) => ({
    ...base,
    rules: { ...base.rules, "act-on-own": actOnOwn },
    reserved: matters,
    domains: new Map(domainIds.map((id, at) => [id, domain(id, owners[at] ?? null)])),
    groups: new Map(groups.map((each) => [each.id, each])),
    people: new Map(people.map((each) => [each.id, each])),
    personByLogin: new Map(people.flatMap(({ id, accounts }) => accounts.map(({ login }): [string, string] => [login, id]))),
  }));
