import { formatInstant } from "../../calendar/index.ts";
import type { Refusal } from "../../domain/answer.ts";
import { type CommandContext, refuse } from "../command.ts";
import { whyUnconfirmed } from "../confirmation.ts";
import {
  coreDecidesNow,
  leadLogins,
  membersOf,
  openEscalation,
  runningDecision,
  voterLogins,
  whyNothingOpens,
  whyNotInReview,
  whyNotQueued,
} from "../deciding.ts";
import { isUncovered } from "../lgtm/why-no-confirmation.ts";
import { whyCannotOpen } from "../opening/index.ts";
import { isCore, isLeadMaintainer } from "../roles.ts";
import { coreShare, voteShares } from "../shares.ts";
import { groupsOf, isCallingLead, opensNow, wouldVote } from "./callers.ts";

/** Core's by the route, by an act, by a text that no acceptance covers (X5), or by taking it out of an escalation (E3). */
export function isCoresToCall(context: CommandContext): boolean {
  return coreDecidesNow(context) || isUncovered(context) || (isCore(context) && openEscalation(context) !== null);
}

export const whyNoVote = (context: CommandContext): Refusal | null => (isCoresToCall(context) ? whyNotCore(context) : whyNotGroup(context));

function whyNotCore(context: CommandContext): Refusal | null {
  const { governance } = context;
  if (!isCore(context) && !isLeadMaintainer(context)) {
    return refuse("not-core", "Core decides this, and a Core or Lead Maintainer opens its vote.", {
      clause: governance.authorities.get("core-maintainers")?.clause ?? null,
      who: membersOf("core-maintainers", governance),
    });
  }
  const uncovered = isUncovered(context);
  return (
    (uncovered ? null : whyNotInReview(context)) ??
    whyNothingOpens(context, { core: true, proposes: "accept" }) ??
    (uncovered || openEscalation(context) ? null : whyNotQueued(context)) ??
    whyCannotOpen([coreShare(context)], "vote", context)
  );
}

function whyNotGroup(context: CommandContext): Refusal | null {
  const { actor } = context;
  const open = runningDecision(context);
  if (!isCallingLead(context) && !wouldVote(actor.key, context)) {
    return refuse("not-lead", "A lead of the deciding group opens a vote, or its voting members ask for one.", {
      clause: groupsOf(open, context)[0]?.clause ?? null,
      who: leadLogins(context),
    });
  }
  const notNow = whyNotInReview(context);
  if (notNow) return notNow;
  if (open?.parts.some(({ rule }) => rule.kind === "vote")) {
    return refuse("decision-open", `A vote is open until ${formatInstant(open.endsAt)}.`, {
      who: voterLogins(open),
      instead: "Vote in it: `/vote yes|no|abstain`.",
    });
  }
  const stopped = open ? null : whyNothingOpens(context, { core: false, proposes: "accept" });
  if (stopped || !opensNow(context)) return stopped;
  return (open ? null : whyUnconfirmed(context)) ?? whyCannotOpen(voteShares(open, context), "vote", context);
}
