import type { Domain, Governance } from "../../governance/model.ts";
import { normalisePagePath, type SpecificationIndex } from "../index-spec/index.ts";

/** Domain id to a share; the shares of one thing add up to 1 at most. */
export type DomainShares = ReadonlyMap<string, number>;

/**
 * Whose page each page is. A charter belongs to the domains of its group; any other page to the domains whose
 * `signals.paths` name it most closely, in equal shares when several name it equally closely.
 */
export function resolveDomainPages(governance: Governance, index: SpecificationIndex): Map<string, DomainShares> {
  const charters = chartersOf(governance);
  const pages = new Map<string, DomainShares>();
  for (const page of Object.keys(index.pages)) pages.set(page, charters.get(page) ?? domainsOfPath(page, governance.domains.values()));
  return pages;
}

/** Domains whose paths cover a file of the specification repository. */
export function domainsOfPath(path: string, domains: Iterable<Domain>): DomainShares {
  const page = normalisePagePath(path);
  let closest = 0;
  let owners: string[] = [];
  for (const { id, signals } of domains) {
    for (const pattern of signals.paths) {
      const covers = pattern.endsWith("/") ? page.startsWith(pattern) : page === pattern;
      if (!covers || pattern.length < closest) continue;
      owners = pattern.length > closest ? [id] : [...new Set([...owners, id])];
      closest = pattern.length;
    }
  }
  return equalShares(owners);
}

/**
 * A charter belongs to the domains its group owns, and to those that know the group by name. To advise on a domain is less:
 * such a group's charter may be about much else. A group without a domain still has a charter, which must not pass for a
 * page of the folder's owner.
 */
function chartersOf(governance: Governance): Map<string, DomainShares> {
  const charters = new Map<string, DomainShares>();
  for (const group of governance.groups.values()) {
    if (group.charter === null) continue;
    const named = [...governance.domains.values()].filter(({ signals }) =>
      signals.declared.some((name) => name === group.id || name === group.name),
    );
    const own = [...new Set([...group.owns, ...named.map(({ id }) => id)])];
    charters.set(normalisePagePath(group.charter), equalShares(own));
  }
  return charters;
}

function equalShares(ids: readonly string[]): DomainShares {
  return new Map(ids.map((id) => [id, 1 / ids.length]));
}
