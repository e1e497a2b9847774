import type { ActingPerson } from "../../commands/command.ts";
import type { Actor } from "../../domain/snapshot.ts";
import type { Governance, Person } from "../../governance/index.ts";

/**
 * T6: the person behind an account, by its numeric id. A login that the roster gives to another id is not that person; an account
 * that the roster knows only by its login is nobody until it is pinned. Null for bots, ghosts and mannequins: they never act.
 */
export function resolveActor(actor: Actor, governance: Governance): ActingPerson | null {
  if (actor.bot || actor.id === null) return null;
  const { id } = actor;
  const person = [...governance.people.values()].find(({ accounts }) => accounts.some((account) => account.id === id)) ?? null;
  return { id, login: actor.login, person, key: person?.id ?? `account:${id}` };
}

/** The person whom the roster lists under this login without a numeric id: listed, counted, and unable to act until pinned. */
export function findUnpinned(actor: Actor, governance: Governance): Person | null {
  const person = governance.people.get(governance.personByLogin.get(actor.login.toLowerCase()) ?? "");
  const account = person?.accounts.find(({ login }) => login.toLowerCase() === actor.login.toLowerCase());
  return person && account && account.id === null ? person : null;
}
