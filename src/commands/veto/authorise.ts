import type { Refusal } from "../../domain/answer.ts";
import type { ProposalState } from "../../domain/proposal-vocabulary.ts";
import { type CommandContext, refuse } from "../command.ts";
import { isAuthor, isLeadMaintainer, isMemberOf, othersOf } from "../roles.ts";
import type { Veto } from "./parse.ts";

/** Where a Lead Maintainer's veto means something (G3); a rejection is vetoed in its oversight alone. */
const vetoable: readonly ProposalState[] = ["proposal", "draft", "in-review", "accepted", "merged-unratified"];

export const isOverseen = ({ record }: Pick<CommandContext, "record">): boolean =>
  record.oversight !== null && record.oversight.ended === null;

export function whyNoVeto({ lifts, reason }: Veto, context: CommandContext): Refusal | null {
  return (lifts ? whyNotLifting(context) : whyNotRaising(context)) ?? whyUnreasoned(lifts, reason);
}

function whyUnreasoned(lifts: boolean, reason: string): Refusal | null {
  if (reason.length > 0) return null;
  const text = lifts ? "Lifting a veto is said with a reason." : "A veto says why.";
  return refuse("reason-too-short", text, { instead: `Write it behind \`/veto${lifts ? " lift" : ""}\`.` });
}

function whyNotRaising(context: CommandContext): Refusal | null {
  const { record, governance } = context;
  const overseen = isOverseen(context);
  const authority = governance.authorities.get(record.oversight?.authority ?? "core-maintainers");
  const able = overseen ? authority : governance.authorities.get("lead-maintainers");
  const door = { who: othersOf(able?.members ?? [], context), clause: able?.clause ?? null };
  const member = isMemberOf(authority?.id ?? "", context);
  if (isAuthor(context)) return refuse("own-proposal", "You are an author, and authors do not decide about their own proposal.", door);
  if (!isLeadMaintainer(context) && !member) {
    const text = overseen
      ? `${authority?.name ?? "Core"} may veto this while it is in oversight.`
      : "Outside oversight only Lead Maintainers veto.";
    return refuse("not-core", text, { ...door, instead: "A voting member of what is open writes `/block reason` or `/vote no`." });
  }
  if (overseen) return null;
  if (!vetoable.includes(record.state))
    return refuse("nothing-to-veto", `It is \`${record.state}\`: there is nothing to veto.`, { clause: door.clause });
  if (isLeadMaintainer(context)) return null;
  return refuse("no-oversight", "It is not in oversight, and outside it only Lead Maintainers veto.", door);
}

function whyNotLifting(context: CommandContext): Refusal | null {
  const { record, governance } = context;
  const leads = governance.authorities.get("lead-maintainers");
  const door = { who: othersOf(leads?.members ?? [], context), clause: leads?.clause ?? null };
  if (!record.leadVeto) return refuse("no-veto", "No veto of a Lead Maintainer stands.", { clause: door.clause });
  if (!isLeadMaintainer(context)) return refuse("not-lead-maintainer", "Only a Lead Maintainer lifts it.", door);
  return isAuthor(context) ? refuse("own-proposal", "You are an author, and another Lead Maintainer lifts it.", door) : null;
}
