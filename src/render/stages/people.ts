import { formatDay } from "../../calendar/index.ts";
import type { DecisionRecord, Voter } from "../../domain/decision.ts";
import type { Governance } from "../../governance/index.ts";
import type { Instant } from "../../kernel/instant.ts";
import { code, join, type Markdown, md } from "../markdown/index.ts";
import { nameAuthority, nameGroup } from "../names.ts";

/** Names in one row; all of them stand in the record of the decision. */
const shownNames = 12;

/** Login to show for a person id; people whom the rules do not list are known by it alone. */
export function loginOf(person: string, { people }: Governance): string {
  return people.get(person)?.login ?? person;
}

export function namePerson(person: string, governance: Governance): Markdown {
  return code(loginOf(person, governance), 40);
}

/** `juno` (Hexa Labs) */
export function nameVoter(voter: Voter, governance: Governance, note?: string): Markdown {
  const about = [nameOrganisation(voter, governance), ...(note === undefined ? [] : [note])].join("; ");
  return md`${code(voter.login, 40)} (${about})`;
}

/** As written in people.yml; the frozen key of the organisation where the person has gone from there. */
export function nameOrganisation({ person, organisation }: Voter, { people }: Governance): string {
  const stated = people.get(person)?.affiliation ?? organisation;
  if (stated === null) return "no organisation stated";
  return stated.startsWith("independent:") ? "independent" : stated.slice(0, 60);
}

/** `a, b, c and 488 more` */
export function listPeople(names: readonly Markdown[]): Markdown {
  if (names.length === 0) return md`nobody`;
  const shown = join(names.slice(0, shownNames), ", ");
  return names.length > shownNames ? md`${shown} and ${names.length - shownNames} more` : shown;
}

export function nameBody(id: string, governance: Governance): Markdown {
  return governance.authorities.has(id) ? nameAuthority(id, governance) : nameGroup(id, governance);
}

/** When a voter is away while the decision is open, by what people.yml says; null when not. Does not change from day to day. */
export function awayDuring({ person }: Voter, { openedAt, endsAt }: DecisionRecord, { people }: Governance): string | null {
  const [from, to] = [dayIn(openedAt), dayIn(endsAt)];
  const absence = people.get(person)?.away.find((each) => each.from <= to && each.until >= from);
  if (!absence) return null;
  return absence.from <= from
    ? `away until ${formatDay(absence.until)}`
    : `away from ${formatDay(absence.from)} until ${formatDay(absence.until)}`;
}

const dayIn = (at: Instant) => at.slice(0, 10);
