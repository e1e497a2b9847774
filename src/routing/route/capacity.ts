import { fewestOfGroup } from "../../domain/decision.ts";
import type { Reason } from "../../domain/reason.ts";
import { type Group, hasEnded } from "../../governance/index.ts";
import { organisationsOf, resolveElectorate } from "./electorate.ts";
import { groupTitle } from "./group-title.ts";
import type { RouteInput } from "./route-input.ts";
import { pass, reason, toCore, type Verdict } from "./verdict.ts";

type Context = Pick<RouteInput, "governance" | "authors" | "sponsor" | "recused" | "today">;

/** Whether a group can decide anything about this proposal today: chartered, led, and with two voters of two organisations left. */
export function decideCapacity(group: Group, context: Context): Verdict {
  const standing = findStandingFault(group);
  if (standing) return toCore(standing);
  const electorate = resolveElectorate(group, context);
  const title = groupTitle(group);
  if (electorate.leads.length === 0) return toCore(noLead(group, context.today));

  const themselves = electorate.recused.some((person) => context.recused?.includes(person));
  const who = themselves ? "authors, sponsor and recused people" : "authors and sponsor";
  const left = electorate.recused.length > 0 ? `, ${who} left out` : "";
  if (electorate.voters.length < fewestOfGroup) {
    const count = electorate.voters.length === 0 ? "no voter" : "one voter";
    return toCore(reason("too-few-voters", `${title} has ${count}${left}; a decision needs two.`, group.clause));
  }
  const organisations = organisationsOf(electorate.voters, context);
  if (organisations < fewestOfGroup) {
    return toCore(
      reason(
        "one-organisation",
        `The ${electorate.voters.length} voters of ${title}${left} are not shown to be of two organisations; a decision needs two.`,
        group.clause,
      ),
    );
  }
  const leads = electorate.leads.length === 1 ? "1 lead with a running term" : `${electorate.leads.length} leads with running terms`;
  return pass(
    reason(
      "group-can-act",
      `${title} can act: chartered, ${leads}, ${electorate.voters.length} voters of ${organisations} organisations${left}.`,
      group.clause,
    ),
  );
}

/** What keeps a group from deciding anything, whoever its people are. */
function findStandingFault(group: Group): Reason | null {
  const title = groupTitle(group);
  if (group.kind === "interest-group") {
    return reason("interest-group", `${title} is an Interest Group: it is heard, and decides nothing.`, group.clause);
  }
  switch (group.status) {
    case "chartered":
      return null;
    case "uncharted":
      return reason("group-uncharted", `${title} has no charter.`, group.clause);
    case "forming":
      return reason("group-forming", `${title} is still forming.`, group.clause);
    case "retired":
      return reason("group-retired", `${title} is retired.`, group.clause);
  }
}

function noLead(group: Group, today: string): Reason {
  const title = groupTitle(group);
  const ended = group.leads.filter((seat) => hasEnded(seat, today)).flatMap(({ until }) => until ?? []);
  const last = ended.toSorted().at(-1);
  if (last !== undefined && ended.length === group.leads.length) {
    return reason("lead-terms-ended", `The terms of the leads of ${title} ended on ${last}; no renewal is recorded.`, group.clause);
  }
  return reason("no-lead", `${title} has no active lead.`, group.clause);
}
