import { leadsMaySponsor, sponsorLevelIds } from "../commands/roles.ts";
import type { Governance } from "../governance/index.ts";
import { seatedOn } from "../governance/index.ts";
import type { ProposalContext } from "../proposals/index.ts";
import type { DecidedProposal } from "./decide/decide-proposal.ts";
import { dayOf, type PlanInput } from "./plan-input.ts";
import type { Subject } from "./subject.ts";

/** What the file is checked against: its pull request and the constitution. */
export function contextFor(
  { pair }: Extract<Subject, { kind: "proposal" }>,
  { assessment, record }: Pick<DecidedProposal, "assessment" | "record">,
  input: PlanInput,
): ProposalContext {
  const { governance } = input.rules;
  const { pullRequest } = input.snapshot;
  const isNew = pair?.base.unread === "absent";
  return {
    ...rulesForFiles(governance),
    // An edit of a file that stands there already is numbered after the pull request that brought it.
    pullRequest: isNew ? pullRequest.number : null,
    stage: isNew ? "new" : "later",
    state: isNew ? record.state : null,
    openedOn: dayOf(pullRequest.createdAt),
    today: dayOf(input.now),
    change: assessment.change.class,
    sponsors: sponsorsOf(governance, dayOf(input.now)),
  };
}

/** What the constitution asks of files, whatever pull request they are in. */
export function rulesForFiles({ project }: Governance): Pick<ProposalContext, "types" | "abstractWords"> {
  return { types: project.proposals.types, abstractWords: project.proposals["abstract-words"] };
}

/** Lower-cased logins of all accounts of those who may sponsor by their level, or by a seat of a group whose role may. */
export function sponsorsOf({ ladder, people, groups }: Governance, today: string): ReadonlySet<string> {
  const levels = sponsorLevelIds(ladder);
  const leads = leadsMaySponsor(ladder)
    ? [...groups.values()].filter(({ kind }) => kind === "working-group").flatMap((group) => seatedOn(group.leads, today))
    : [];
  const persons = [...people.values()].filter((person) => person.levels.some((level) => levels.has(level)) || leads.includes(person.id));
  return new Set(persons.flatMap(({ accounts }) => accounts.map(({ login }) => login.toLowerCase())));
}
