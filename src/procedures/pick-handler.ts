import type { Governance, Person } from "../governance/index.ts";
import { isPinned, organisationOf } from "../governance/index.ts";

export interface HandlerInput {
  readonly governance: Governance;
  /** Person ids of authors, sponsor and raiser; those whom people.yml does not list have no organisation that is known. */
  readonly parties: readonly string[];
  /** Person ids of those who left the proposal. */
  readonly recused: readonly string[];
  /** Login to open escalations (E2). */
  readonly load: ReadonlyMap<string, number>;
  /** `YYYY-MM-DD` */
  readonly today: string;
}

/**
 * E2: the member of the authority who answers: no party, of no party's organisation where the constitution asks so, not away; the
 * least loaded, then by login. An organisation that is not known may be any other that is not known. Null when nobody fits.
 */
export function pickHandler({ governance, parties, recused, load, today }: HandlerInput): Person | null {
  const rule = governance.project.escalation;
  const members = governance.authorities.get(rule?.to ?? "core-maintainers")?.members ?? [];
  const organisations = new Set(parties.map((id) => organisationKey(governance.people.get(id))));
  const fits = (person: Person) =>
    !parties.includes(person.id) &&
    !recused.includes(person.id) &&
    isPinned(person) &&
    !person.away.some(({ from, until }) => from <= today && today <= until) &&
    !((rule?.["handler-of-another-organisation"] ?? true) && organisations.has(organisationKey(person)));
  const candidates = members.flatMap((id) => governance.people.get(id) ?? []).filter(fits);
  const loadOf = ({ login }: Person) => load.get(login.toLowerCase()) ?? 0;
  return candidates.toSorted((a, b) => loadOf(a) - loadOf(b) || (a.login.toLowerCase() < b.login.toLowerCase() ? -1 : 1))[0] ?? null;
}

const organisationKey = (person: Person | undefined): string => (person && organisationOf(person)) ?? "unknown";
