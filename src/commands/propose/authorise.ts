import { formatInstant } from "../../calendar/index.ts";
import type { Refusal } from "../../domain/answer.ts";
import { clauseOf } from "../clause-of.ts";
import { type CommandContext, refuse } from "../command.ts";
import { whyUnconfirmed } from "../confirmation.ts";
import { leadLogins, membersOf, openEscalation, runningDecision, whyNothingOpens, whyNotInReview } from "../deciding.ts";
import { whyCannotOpen } from "../opening/index.ts";
import { coreDecides, decidingGroups, isLeadOf, isSponsor } from "../roles.ts";
import { consensusShares } from "../shares.ts";
import type { Proposing } from "./parse.ts";

export function whyNotProposed({ proposes }: Proposing, context: CommandContext): Refusal | null {
  const recommends = coreDecides(context);
  return (
    whyNotOpener(context) ??
    whyNotInReview(context) ??
    (recommends ? whyNoRecommendation(context) : whyNothingOpens(context, { core: false, proposes })) ??
    whyUnconfirmed(context) ??
    whyVoteInstead(context) ??
    whyCannotOpen(consensusShares(context), "lazy-consensus", context)
  );
}

/** O2. */
function whyNotOpener(context: CommandContext): Refusal | null {
  const { governance } = context;
  const shares = consensusShares(context);
  const groups = shares.flatMap(({ authority }) => governance.groups.get(authority) ?? []);
  if (groups.length === 0) {
    return refuse("no-group", "No group decides or recommends here: Core decides.", {
      clause: governance.authorities.get("core-maintainers")?.clause ?? null,
      who: membersOf("core-maintainers", governance),
      instead: "A Core or Lead Maintainer opens its vote with `/call-vote`.",
    });
  }
  if (isSponsor(context) || groups.some((group) => isLeadOf(group, context))) return null;
  const { sponsor } = context.record;
  return refuse("not-lead-or-sponsor", "A lead of the deciding group or the sponsor opens its decision.", {
    clause: groups[0]?.clause ?? null,
    who: [...new Set([...leadLogins(context), ...(sponsor ? [sponsor.login] : [])])].slice(0, 10),
  });
}

/** O4, E4: beside Core's vote, once, and not while it is escalated or a group's own decision runs (O5). */
function whyNoRecommendation(context: CommandContext): Refusal | null {
  const { record, governance } = context;
  const running = runningDecision(context);
  const groups = running?.parts.some(({ authority }) => governance.groups.has(authority)) ? running : null;
  const open = record.decisions.find(({ closed, matter }) => closed === null && matter === "recommendation") ?? groups;
  if (open) {
    return refuse("decision-open", `The group's decision is open until ${formatInstant(open.endsAt)}.`, {
      instead: "What there is to say is said in that one: `/lgtm` or `/block reason`.",
    });
  }
  const escalation = openEscalation(context);
  if (escalation === null) return null;
  return refuse("escalated", "It is escalated, and the group opens nothing until that is answered.", {
    clause: clauseOf("escalation", context),
    who: escalation.handler === null ? membersOf("core-maintainers", governance) : [escalation.handler],
  });
}

/** A group whose delegation names a vote has no consensus to open. */
function whyVoteInstead(context: CommandContext): Refusal | null {
  const vote = consensusShares(context).find(({ procedure: id }) => context.governance.procedures.get(id)?.kind === "vote");
  if (!vote) return null;
  const group = decidingGroups(context).find(({ id }) => id === vote.authority);
  return refuse("vote-instead", `${group?.name ?? "The group"} decides this by a vote.`, {
    clause: clauseOf(`procedures/${vote.procedure}`, context),
    who: leadLogins(context),
    instead: "A lead opens it with `/call-vote`.",
  });
}
