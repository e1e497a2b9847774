import type { Group, Person, Seat } from "../../governance/model.ts";
import type { RouteInput } from "./route-input.ts";

/** Who of a group may decide this proposal. Persons, not accounts: several logins of one person are one voter. */
export interface Electorate {
  /** Person ids of the leads whose term runs today. */
  readonly leads: readonly string[];
  /** Person ids of all voters whose term runs today; leads vote. */
  readonly active: readonly string[];
  /** `active` without authors and sponsor. */
  readonly voters: readonly string[];
  /** Of `active`, those left out. */
  readonly recused: readonly string[];
}

type Context = Pick<RouteInput, "governance" | "authors" | "sponsor" | "today">;

/**
 * Being away leaves a seat in the electorate: absence ends, and a route that changed with holidays would be no route.
 * A seat of somebody whom people.yml does not list counts for nothing, since nobody can tell whether it is an author.
 */
export function resolveElectorate(group: Group, context: Context): Electorate {
  const leads = activePersons(group.leads, context);
  const active = [...new Set([...leads, ...activePersons(group.voters, context)])];
  const own = context.governance.rules["act-on-own"] === "recused" ? ownersOf(context) : new Set<string>();
  return {
    leads,
    active,
    voters: active.filter((person) => !own.has(person)),
    recused: active.filter((person) => own.has(person)),
  };
}

/**
 * Organisations that a set of persons speaks for. Independents each stand for themselves;
 * who states no affiliation adds none, since an unknown one may be any of the others.
 */
export function organisationsOf(persons: readonly string[], { governance }: Pick<Context, "governance">): ReadonlySet<string> {
  const organisations = persons.flatMap((id) => {
    const affiliation = governance.people.get(id)?.affiliation?.trim().toLowerCase();
    if (!affiliation) return [];
    return affiliation === "independent" ? [`independent ${id}`] : [affiliation];
  });
  return new Set(organisations);
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
  const persons = seats
    .filter((seat) => runs(seat, context.today))
    .map((seat) => personOf(seat.person, context))
    .filter((id) => isListed(context.governance.people.get(id)));
  return [...new Set(persons)];
}

const isListed = (person: Person | undefined) => person !== undefined;

/** The last day of a term belongs to it. */
export function runs({ since, until }: { readonly since: string | null; readonly until: string | null }, today: string): boolean {
  return (since === null || since <= today) && (until === null || today <= until);
}
