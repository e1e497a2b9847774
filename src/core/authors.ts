import type { NamedPerson, ProposalDocument } from "../domain/proposal-document.ts";
import type { ProposalRecord } from "../domain/proposal-record.ts";
import type { Actor } from "../domain/snapshot.ts";
import type { Governance } from "../governance/index.ts";

/**
 * Logins of everybody who counts as an author. A bare name counts as the people of that name: taking one too many for an author
 * leaves a voter out, taking one too few lets authors decide their own proposal.
 */
export function resolveAuthors({ authors }: ProposalDocument, openedBy: readonly string[], governance: Governance): readonly string[] {
  const logins = [...openedBy, ...authors.flatMap((author) => loginsOf(author, governance))];
  return logins.filter((login, index) => logins.findIndex((other) => other.toLowerCase() === login.toLowerCase()) === index);
}

/** Logins of whoever opened the pull request: as GitHub has it now, and as the roster knows the account, which may be another since. */
export function loginsOfOpener({ id, login }: Actor, { people }: Governance): readonly string[] {
  const person = [...people.values()].find(({ accounts }) => id !== null && accounts.some((account) => account.id === id));
  return person === undefined ? [login] : [login, person.login];
}

/** Login by which the roster lists the sponsor on record, who may be called otherwise on GitHub by now; null: none is recorded. */
export function loginOfSponsor({ sponsor }: Pick<ProposalRecord, "sponsor">, { people }: Governance): string | null {
  return sponsor === null ? null : (people.get(sponsor.person)?.login ?? sponsor.login);
}

/** Login of the sponsor that the file names; null when it names none, or nobody who is known. */
export function resolveSponsor({ sponsor }: ProposalDocument, governance: Governance): string | null {
  return sponsor.kind === "person" ? (loginsOf(sponsor, governance)[0] ?? null) : null;
}

function loginsOf({ handle, name }: NamedPerson, { people }: Governance): readonly string[] {
  if (handle !== null) return [handle];
  if (name === null) return [];
  const wanted = plain(name);
  return [...people.values()].filter((person) => person.name !== null && plain(person.name) === wanted).map(({ login }) => login);
}

const plain = (name: string) => name.trim().replace(/\s+/g, " ").toLowerCase();
