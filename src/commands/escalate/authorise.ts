import { formatInstant } from "../../calendar/index.ts";
import type { Refusal } from "../../domain/answer.ts";
import { assertNever } from "../../kernel/assert-never.ts";
import { clauseOf } from "../clause-of.ts";
import { type CommandContext, refuse } from "../command.ts";
import { coreDecidesNow, leadLogins, membersOf, openEscalation, voterLogins, whyNotInReview } from "../deciding.ts";
import { concernedGroups, isAuthor, isCore, isLeadOf, isMemberOf, isVoterIn, leadsOf, loginsOf } from "../roles.ts";
import { contestableVote } from "./contest.ts";
import type { Escalation } from "./parse.ts";

export function whyNotEscalated(args: Escalation, context: CommandContext): Refusal | null {
  switch (args.kind) {
    case "private":
      return null;
    case "answer":
      return whyNoAnswer(args.text, context);
    case "raise":
      return whyNotRaised(context) ?? whyUnreasoned(args.reason, context);
    default:
      return assertNever(args);
  }
}

function whyUnreasoned(reason: string, context: CommandContext): Refusal | null {
  if (reason.length > 0 || openEscalation(context) !== null) return null;
  return refuse("reason-too-short", "An escalation says what is disputed, and what is asked for.", {
    clause: clauseOf("escalation", context),
    instead: "Write `/escalate` with both.",
  });
}

/** E1. */
function whyNotRaised(context: CommandContext): Refusal | null {
  const { governance } = context;
  const clause = clauseOf("escalation", context);
  const contested = contestableVote(context);
  if (contested) {
    if (isVoterIn(contested, context.actor.key)) return null;
    const until = formatInstant(context.record.oversight?.contestUntil ?? context.at);
    return refuse("not-concerned", `Its voters can contest a passed vote, until ${until}.`, { clause, who: voterLogins(contested) });
  }
  const groups = concernedGroups(context);
  if (!isCore(context) && !groups.some((group) => isLeadOf(group, context))) {
    const who = loginsOf(new Set(groups.flatMap((group) => leadsOf(group, context))), governance);
    return refuse("not-concerned", "A lead of the group concerned or a Core Maintainer escalates.", { clause, who });
  }
  const notNow = whyNotInReview(context);
  if (notNow) return { ...notNow, text: `It is \`${context.record.state}\`, and there is no decision to escalate.`, clause };
  if (!coreDecidesNow(context)) return null;
  return refuse("core-decides", "Core decides it already.", {
    clause,
    who: membersOf("core-maintainers", governance),
    instead: "A Core or Lead Maintainer opens its vote with `/call-vote`.",
  });
}

/** E3: the handler, as long as they are of the authority that was asked. */
function whyNoAnswer(text: string, context: CommandContext): Refusal | null {
  const { governance, actor } = context;
  const clause = clauseOf("escalation", context);
  const open = openEscalation(context);
  if (!open) {
    const instead = "To escalate, write `/escalate` and what is disputed.";
    return refuse("not-escalated", "No escalation waits for an answer.", { clause, who: leadLogins(context), instead });
  }
  const door = {
    clause,
    who: open.handler === null ? [] : [open.handler],
    instead: "Any Core Maintainer may take it to all of Core with `/call-vote`.",
  };
  if (open.handlerPerson !== actor.key || !isMemberOf(governance.project.escalation?.to ?? "core-maintainers", context)) {
    return refuse("not-handler", "Its designated handler answers.", door);
  }
  if (isAuthor(context))
    return refuse("own-proposal", "You are an author, and authors do not decide about their own proposal.", { ...door, who: [] });
  return text.length > 0
    ? null
    : refuse("reason-too-short", "An answer says what the group is to do.", { clause, instead: "Write it behind the word." });
}
