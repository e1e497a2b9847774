import { countOrganisations, type Group, type Seat, seatedOn } from "../../governance/index.ts";
import type { RouteInput } from "./route-input.ts";

/** Who of a group may decide this proposal. Persons, not accounts: several logins of one person are one voter. */
export interface Electorate {
  /** Person ids of the leads whose term runs today. */
  readonly leads: readonly string[];
  /** Person ids of all voters whose term runs today; leads vote. */
  readonly active: readonly string[];
  /** `active` without authors, sponsor, and those who recused themselves (O7). */
  readonly voters: readonly string[];
  /** Of `active`, those left out. */
  readonly recused: readonly string[];
}

type Context = Pick<RouteInput, "governance" | "authors" | "sponsor" | "recused" | "today">;

/**
 * Being away leaves a seat in the electorate: absence ends, and a route that changed with holidays would be no route.
 * A seat of somebody whom people.yml does not list counts for nothing, since nobody can tell whether it is an author.
 */
export function resolveElectorate(group: Group, context: Context): Electorate {
  const leads = activePersons(group.leads, context);
  const active = [...new Set([...leads, ...activePersons(group.voters, context)])];
  const own = context.governance.rules["act-on-own"] === "recused" ? ownersOf(context) : [];
  const out = new Set([...own, ...(context.recused ?? [])]);
  return {
    leads,
    active,
    voters: active.filter((person) => !out.has(person)),
    recused: active.filter((person) => out.has(person)),
  };
}

/** Organisations that a set of persons surely speaks for: who states none adds none, since it may be any of the others. */
export function organisationsOf(persons: readonly string[], { governance }: Pick<Context, "governance">): number {
  return countOrganisations(persons.flatMap((id) => governance.people.get(id) ?? []));
}

/** The person behind a login, or the login itself where people.yml knows none. */
export function personOf(login: string, { governance }: Pick<Context, "governance">): string {
  const lowered = login.trim().replace(/^@/, "").toLowerCase();
  return governance.personByLogin.get(lowered) ?? lowered;
}

/** Authors and sponsor as person ids. */
export function ownersOf(context: Omit<Context, "today">): ReadonlySet<string> {
  const logins = context.sponsor === null ? context.authors : [...context.authors, context.sponsor];
  return new Set(logins.map((login) => personOf(login, context)));
}

function activePersons(seats: readonly Seat[], context: Context): readonly string[] {
  const persons = seatedOn(seats, context.today).map((person) => personOf(person, context));
  return [...new Set(persons)].filter((id) => context.governance.people.has(id));
}
