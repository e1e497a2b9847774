import { type Governance, isPinned } from "../governance/index.ts";
import type { CommandContext } from "./command.ts";
import { concernedGroups, leadsMaySponsor, leadsOf, othersOf, sponsorLevelIds } from "./roles.ts";

/** `Maintainer, Core Maintainer, lead of a Working Group`, as the ladder has it (gap G3). */
export function sponsorLevels({ ladder }: Governance): string {
  const names = ladder.levels.filter((level) => level["may-sponsor"]).map(({ name }) => name);
  return [...names, ...(leadsMaySponsor(ladder) ? ["lead of a Working Group"] : [])].join(", ");
}

/** A few who may sponsor and are no authors: leads of the groups concerned first, then by level, in the order of people.yml. */
export function sponsorLogins(context: CommandContext): readonly string[] {
  const { governance } = context;
  const levels = sponsorLevelIds(governance.ladder);
  const groups = leadsMaySponsor(governance.ladder) ? concernedGroups(context).filter(({ kind }) => kind === "working-group") : [];
  const leads = groups.flatMap((group) => leadsOf(group, context));
  const holders = [...governance.people.values()].filter((person) => person.levels.some((level) => levels.has(level)));
  const pinned = [...leads, ...holders.map(({ id }) => id)].filter((id) => {
    const person = governance.people.get(id);
    return person !== undefined && isPinned(person);
  });
  return othersOf(pinned, context).slice(0, 3);
}
