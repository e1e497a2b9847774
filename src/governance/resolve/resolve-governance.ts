import type { Authority, Domain, Governance, Group, Person } from "../model.ts";
import type { WrittenFile } from "../reading/parse-written.ts";
import type { Written } from "../reading/read-constitution.ts";
import type { DomainsFile, ProjectFile } from "../schema/index.ts";
import { clauseAt } from "./clause-at.ts";
import { resolveClauses } from "./resolve-clauses.ts";
import { resolveGroup } from "./resolve-group.ts";
import { resolvePeople } from "./resolve-people.ts";

/** Resolves names and indexes the constitution; null when one of its files is missing or unusable. */
export function resolveGovernance(written: Written, options: { commit: string | null; today: string }): Governance | null {
  const { project, lifecycle, domains, procedures, ladder, people: peopleFile } = written;
  if (!project || !lifecycle || !domains || !procedures || !ladder || !peopleFile) return null;

  const { people, personByLogin } = resolvePeople(peopleFile, options.today);
  const { procedures: listed, ...rules } = procedures.value;
  const procedureById = new Map(listed.map((procedure) => [procedure.id, procedure]));
  const domainIds = new Set(domains.value.domains.map((domain) => domain.id));
  const authorities = resolveAuthorities(project, people);
  const groups = written.groups.map((file) =>
    resolveGroup(file, {
      today: options.today,
      personByLogin,
      isDomain: (id) => domainIds.has(id),
      isProcedure: (id) => procedureById.has(id),
      isAuthority: (id) => authorities.has(id),
    }),
  );
  return {
    commit: options.commit,
    project: project.value,
    lifecycle: lifecycle.value,
    ladder: ladder.value,
    rules,
    procedures: procedureById,
    domains: resolveDomains(domains, groups),
    groups: new Map(groups.map((group) => [group.id, group])),
    people,
    personByLogin,
    authorities,
    clauses: resolveClauses(written),
    reserved: project.value.reserved.map((matter, index) => ({ ...matter, at: clauseAt(project, ["reserved", index]) })),
  };
}

function resolveAuthorities(project: WrittenFile<ProjectFile>, people: ReadonlyMap<string, Person>): ReadonlyMap<string, Authority> {
  const everybody = [...people.values()];
  return new Map(
    Object.entries(project.value.authorities).map(([id, authority]): [string, Authority] => [
      id,
      {
        id,
        name: authority.name,
        team: authority.team ?? null,
        procedure: authority.procedure ?? null,
        members: everybody
          .filter((person) => person.levels.some((level) => authority.levels.includes(level)))
          .map((person) => person.id)
          .toSorted(),
        clause: clauseAt(project, ["authorities", id]),
      },
    ]),
  );
}

function resolveDomains(file: WrittenFile<DomainsFile>, groups: readonly Group[]): ReadonlyMap<string, Domain> {
  return new Map(
    file.value.domains.map((domain, index): [string, Domain] => [
      domain.id,
      {
        ...domain,
        out: domain.out.map(({ text, domain: elsewhere, terms }) => ({ text, domain: elsewhere ?? null, terms })),
        owner: ownerOf(domain.id, groups),
        advisers: groups.filter((group) => group.status !== "retired" && group.advises.includes(domain.id)).map((group) => group.id),
        clause: clauseAt(file, ["domains", index]),
      },
    ]),
  );
}

/** One owner or none: two claims fall to Core until they are settled. A retired group stands only where no other does. */
function ownerOf(domain: string, groups: readonly Group[]): string | null {
  const claims = groups.filter((group) => group.owns.includes(domain));
  const living = claims.filter((group) => group.status !== "retired");
  const owners = living.length > 0 ? living : claims;
  return owners.length === 1 ? (owners[0]?.id ?? null) : null;
}
