import { leadsMaySponsor, sponsorLevelIds } from "../commands/roles.ts";
import { type Governance, isPinned, type Person, seatedOn } from "../governance/index.ts";

export interface SponsorSearch {
  readonly governance: Pick<Governance, "people" | "groups" | "domains" | "ladder">;
  /** What the proposal is about; null while that is not known. */
  readonly domain: string | null;
  /** Person ids, who are not suggested. */
  readonly authors: ReadonlySet<string>;
  /** Lower-case login to the open proposals that it sponsors. */
  readonly sponsored: ReadonlyMap<string, number>;
  /** Day on which seats and absences are read. */
  readonly today: string;
}

/** So many are named or asked at a time. */
export const mostSponsors = 3;

/**
 * Logins of people to ask for sponsorship (L1): of those who may sponsor (G3) and are neither authors nor away, first who sits in the
 * group that owns the domain, then in one that advises on it, then all others; among them who sponsors the fewest open proposals, then
 * in the order of people.yml.
 */
export function rankSponsors({ governance, domain, authors, sponsored, today }: SponsorSearch): readonly string[] {
  const nearness = nearnessTo(domain, governance, today);
  const mayBeAsked = whoMaySponsor(governance, today);
  return [...governance.people.values()]
    .filter((person) => mayBeAsked(person) && !authors.has(person.id) && !isAway(person, today))
    .map((person) => ({ person, near: nearness(person), open: countOf(person, sponsored) }))
    .toSorted((a, b) => a.near - b.near || a.open - b.open)
    .map(({ person }) => person.login);
}

/** The first of them. */
export const suggestSponsors = (search: SponsorSearch): readonly string[] => rankSponsors(search).slice(0, mostSponsors);

/** By level, or as a lead of a Working Group where the ladder lets them; only with an account by which they can be known. */
function whoMaySponsor({ ladder, groups }: SponsorSearch["governance"], today: string): (person: Person) => boolean {
  const levels = sponsorLevelIds(ladder);
  const working = leadsMaySponsor(ladder) ? [...groups.values()].filter(({ kind }) => kind === "working-group") : [];
  const leads = new Set(working.flatMap((group) => seatedOn(group.leads, today)));
  return (person) => isPinned(person) && (leads.has(person.id) || person.levels.some((level) => levels.has(level)));
}

/** 0 for who sits in the group that owns the domain, 1 in one that advises on it, 2 for everybody else. */
function nearnessTo(domain: string | null, { domains, groups }: SponsorSearch["governance"], today: string): (person: Person) => 0 | 1 | 2 {
  const known = domains.get(domain ?? "");
  const seated = (ids: readonly string[]) => new Set(ids.flatMap((id) => seatedOn(groups.get(id)?.voters ?? [], today)));
  const owners = seated(known?.owner == null ? [] : [known.owner]);
  const advisers = seated(known?.advisers ?? []);
  return ({ id }) => (owners.has(id) ? 0 : advisers.has(id) ? 1 : 2);
}

const isAway = ({ away }: Person, today: string): boolean => away.some(({ from, until }) => from <= today && today <= until);

/** Over all accounts of one person. */
function countOf({ accounts }: Person, sponsored: ReadonlyMap<string, number>): number {
  return accounts.reduce((sum, { login }) => sum + (sponsored.get(login.toLowerCase()) ?? 0), 0);
}
