import type { Person } from "../model.ts";
import type { WrittenFile } from "../reading/parse-written.ts";
import type { PeopleFile } from "../schema/index.ts";
import { isRunning } from "../seats.ts";
import { clauseAt } from "./clause-at.ts";

interface People {
  readonly people: ReadonlyMap<string, Person>;
  readonly personByLogin: ReadonlyMap<string, string>;
}

/** Indexes people by the lower-cased login of their first account. Of two people with one login the first has it. */
export function resolvePeople(file: WrittenFile<PeopleFile>, today: string): People {
  const canonical = canonicalNames(file.value.affiliations);
  const people = new Map<string, Person>();
  const personByLogin = new Map<string, string>();
  for (const [index, written] of file.value.people.entries()) {
    const login = written.accounts[0]?.login ?? "";
    const id = login.toLowerCase();
    if (personByLogin.has(id)) continue;
    const affiliation = written.affiliation?.trim();
    people.set(id, {
      id,
      login,
      name: written.name ?? null,
      accounts: written.accounts.map((account) => ({ login: account.login, id: account.id ?? null })),
      affiliation: affiliation === undefined ? null : (canonical.get(affiliation.toLowerCase()) ?? affiliation),
      levels: written.levels.filter((held) => isRunning(held, today) && !written.emeritus.includes(held.level)).map((held) => held.level),
      emeritus: written.emeritus,
      away: written.away,
      clause: clauseAt(file, ["people", index]),
    });
    for (const account of written.accounts) {
      const key = account.login.toLowerCase();
      if (!personByLogin.has(key)) personByLogin.set(key, id);
    }
  }
  return { people, personByLogin };
}

/** Every spelling of an organisation, lower-cased, to the name it is kept under. */
export function canonicalNames(affiliations: PeopleFile["affiliations"]): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const [name, spellings] of Object.entries(affiliations)) {
    for (const spelling of [name, ...spellings]) names.set(spelling.trim().toLowerCase(), name);
  }
  return names;
}
