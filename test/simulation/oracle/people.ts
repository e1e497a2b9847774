/** Who somebody is, and what they may be asked for. */

import type { SimGroup, SimPerson, SimProposal, SimRules } from "../history.ts";

/** T6: by numeric id, and only where people.yml gives it. */
export function personOf(rules: SimRules, account: number): SimPerson | null {
  for (const person of rules.people) {
    for (const known of person.accounts) if (known.pinned && known.accountId === account) return person;
  }
  return null;
}

export function personById(rules: SimRules, id: string): SimPerson | null {
  return rules.people.find((person) => person.id === id) ?? null;
}

/** To leave an author out, an account whose id people.yml does not give is theirs all the same: in doubt nobody decides their own. */
export function isAuthor(proposal: SimProposal, rules: SimRules, person: string): boolean {
  if (proposal.authors.includes(person)) return true;
  const found = personById(rules, person);
  return found?.accounts.some((account) => account.accountId === proposal.openedBy) ?? false;
}

export function groupById(rules: SimRules, id: string): SimGroup | null {
  return rules.groups.find((group) => group.id === id) ?? null;
}

function isPinned(person: SimPerson): boolean {
  return person.accounts.some((account) => account.pinned);
}

export function isLead(rules: SimRules, groups: readonly string[], person: SimPerson | null): boolean {
  if (person === null || person.emeritus) return false;
  return groups.some((id) => groupById(rules, id)?.leads.includes(person.id) ?? false);
}

export function isCore(person: SimPerson | null): boolean {
  if (person === null || person.emeritus) return false;
  return person.levels.includes("core-maintainer") || person.levels.includes("lead-maintainer");
}

export function isLeadMaintainer(person: SimPerson | null): boolean {
  return person !== null && !person.emeritus && person.levels.includes("lead-maintainer");
}

/** S3, ladder.yml: Maintainers, Core and Lead Maintainers, and leads of groups. */
export function maySponsor(rules: SimRules, person: SimPerson): boolean {
  if (person.emeritus) return false;
  const everyGroup = rules.groups.map((group) => group.id);
  return person.levels.includes("maintainer") || isCore(person) || isLead(rules, everyGroup, person);
}

/** O6: who would vote in the group `who`, or in Core where `who` is `core`. */
export function electorate(proposal: SimProposal, rules: SimRules, who: string, recused: ReadonlySet<string>): Set<string> {
  const voters = new Set<string>();
  for (const person of rules.people) {
    const group = groupById(rules, who);
    const belongs = who === "core" ? isCore(person) : group !== null && [...group.leads, ...group.members].includes(person.id);
    if (!belongs || person.emeritus || !isPinned(person)) continue;
    if (isAuthor(proposal, rules, person.id) || recused.has(person.id)) continue;
    voters.add(person.id);
  }
  return voters;
}

/** How many organisations stand behind these people; one that is not stated counts as none (decisions/0008, G13). */
export function countOrganisations(rules: SimRules, people: Iterable<string>): number {
  const names = new Set<string>();
  for (const id of people) {
    const organisation = personById(rules, id)?.organisation ?? null;
    if (organisation === null) continue;
    names.add(organisation === "independent" ? `independent ${id}` : organisation);
  }
  return names.size;
}

/** O1: two voters of two organisations beside the sponsor, or nothing is decided by a group. */
export function canDecide(rules: SimRules, voters: Iterable<string>, sponsor: string | null): boolean {
  const others = [...voters].filter((person) => person !== sponsor);
  return others.length >= 2 && countOrganisations(rules, others) >= 2;
}

export function isAwayOn(rules: SimRules, id: string, days: readonly string[]): boolean {
  const away = personById(rules, id)?.away ?? [];
  return days.every((day) => away.some((absence) => absence.from <= day && day <= absence.until));
}
