/** What stands for "belongs to no organisation" in `people.yml`. */
const independent = "independent";

interface Affiliated {
  readonly id: string;
  readonly affiliation: string | null;
}

/**
 * The organisation a person counts for: each independent person is one of their own; null where nothing is stated, because
 * an unknown organisation may be the same as any other.
 */
export function organisationOf(person: Affiliated): string | null {
  if (person.affiliation === null) return null;
  const name = person.affiliation.trim().toLowerCase();
  return name === independent ? `${independent}:${person.id}` : name;
}

/** Number of organisations that are surely different among these people. */
export function countOrganisations(people: readonly Affiliated[]): number {
  return new Set(people.map(organisationOf).filter((organisation) => organisation !== null)).size;
}
