import type { Voter } from "../../domain/decision.ts";
import { organisationOf, seatedOn } from "../../governance/index.ts";
import type { CommandContext } from "../command.ts";

/**
 * O6: who votes in a decision that opens now. Persons with a pinned account, without authors (where the rules say so) and without
 * those who recused themselves.
 */
export function freezeElectorate(authority: string, { governance, facts, record, at }: CommandContext): readonly Voter[] {
  const own = governance.rules["act-on-own"] === "recused" ? facts.authors : new Set<string>();
  const group = governance.groups.get(authority);
  const persons = group ? seatedOn(group.voters, at.slice(0, 10)) : (governance.authorities.get(authority)?.members ?? []);
  return persons
    .filter((person) => !own.has(person) && !record.recused.includes(person))
    .flatMap((id) => {
      const person = governance.people.get(id);
      if (!person) return [];
      const accounts = person.accounts.flatMap((account) => account.id ?? []);
      return accounts.length === 0 ? [] : [{ person: id, login: person.login, accounts, organisation: organisationOf(person) }];
    });
}

/** Authors as a decision records them: persons, sorted; an account that is nobody's in people.yml has no vote to lose. */
export function frozenAuthors({ authors }: CommandContext["facts"]): readonly string[] {
  return [...authors].filter((key) => !key.startsWith("account:")).sort();
}
