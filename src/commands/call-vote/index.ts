import type { DecisionRecord } from "../../domain/decision.ts";
import { ok } from "../../kernel/result.ts";
import { tallyOf } from "../../procedures/index.ts";
import { type CommandContext, type FactDraft, refuse, register } from "../command.ts";
import { leadLogins, type Share, voteShares, whyNothingOpens, whyNotInReview } from "../deciding.ts";
import { openVote } from "../opening/index.ts";
import { confirmations, isConfirmed } from "../propose/index.ts";
import { coreDecides, decidingGroups, isAuthor, isCore, isLeadMaintainer, isLeadOf, isSponsor, isVoterIn, loginsOf } from "../roles.ts";

export const callVote = register<null>(
  {
    name: "call-vote",
    usage: "/call-vote",
    who: "a lead, any voting member while a block stands, or the third who asks; where Core decides, a Core or Lead Maintainer",
    does: "opens a vote with its end at once; an open consensus ends by it",
    rules: ["O3", "V7"],
    examples: [
      { situation: "Core decides, in review, by a Core Maintainer", text: "/call-vote", outcome: "Core's vote opens" },
      { situation: "Core decides, by a lead of a group", text: "/call-vote", outcome: "not-core" },
    ],
    parse: () => ok(null),
    authorise: (_, context) => (byCore(context) ? whyNotCore(context) : whyNotGroup(context)),
    apply: (_, context) => (byCore(context) ? openCore(context) : openGroup(context)),
    say: (_, context) => (byCore(context) || opensNow(context) ? "The vote is open." : "Your wish for a vote is recorded."),
  },
  "/call-vote",
);

/** Core's by the route or an act; an escalation lets Core take it (E3). */
function byCore(context: CommandContext): boolean {
  return coreDecides(context) || (isCore(context) && context.record.escalations.some(({ answer }) => answer === null));
}

const running = ({ record }: CommandContext): DecisionRecord | null =>
  record.decisions.find(({ closed, matter }) => closed === null && matter === "proposal") ?? null;

function whyNotCore(context: CommandContext) {
  const { record, governance } = context;
  const anew = record.state === "accepted" && record.unconfirmed !== null;
  const notNow = anew ? null : whyNotInReview(context);
  if (notNow) return notNow;
  if (!isCore(context) && !isLeadMaintainer(context)) {
    const who = loginsOf(governance.authorities.get("core-maintainers")?.members ?? [], governance);
    return refuse("not-core", "Core decides this, and a Core or Lead Maintainer opens its vote.", { who });
  }
  const stopped = whyNothingOpens(context, { core: true });
  if (stopped) return stopped;
  return openCore(context).length > 0 ? null : refuse("no-procedure", "The constitution names no vote for the deciding authority.");
}

function openCore(context: CommandContext): readonly FactDraft[] {
  const { facts, governance } = context;
  const id = facts.route.authority ?? "core-maintainers";
  const authority = governance.authorities.get(id) ?? governance.authorities.get("core-maintainers");
  if (!authority) return [];
  const procedure = facts.route.kind === "core" ? facts.route.procedure : (authority.procedure ?? "");
  return openVote({ proposes: "accept", parts: [{ authority: authority.id, procedure }], oversight: null }, context);
}

function whyNotGroup(context: CommandContext) {
  const { actor } = context;
  const notNow = whyNotInReview(context);
  if (notNow) return notNow;
  const decision = running(context);
  if (decision?.parts.some(({ rule }) => rule.kind === "vote")) return refuse("decision-open", `A vote is open until ${decision.endsAt}.`);
  const stopped = decision ? null : whyNothingOpens(context, { core: false });
  if (stopped) return stopped;
  const lead = decidingGroups(context).some((group) => isLeadOf(group, context));
  if (decision === null) {
    if (!lead) return refuse("not-lead", "A lead of the deciding group opens a vote.", { who: leadLogins(context) });
    const opener = !isAuthor(context) && !isSponsor(context);
    return opener || isConfirmed(context)
      ? null
      : refuse("unconfirmed-classification", "A lead who is neither author nor sponsor has to confirm domain and class first.", {
          who: leadLogins(context),
        });
  }
  if (lead || isVoterIn(decision, actor.key)) return null;
  return refuse("not-lead", "A lead, or voting members of the group, ask for a vote.", { who: leadLogins(context) });
}

/** O3: a lead alone; one voting member while a block stands; else with as many who asked as the vote's procedure says. */
function opensNow(context: CommandContext): boolean {
  const decision = running(context);
  if (decision === null || decidingGroups(context).some((group) => isLeadOf(group, context))) return true;
  if (decision.blocks.length > 0) return true;
  const [share] = voteShares(context);
  const procedure = context.governance.procedures.get(share?.procedure ?? "");
  const needed = procedure?.kind === "vote" ? procedure["called-by-members"] : 3;
  return new Set([...decision.voteAskedBy, context.actor.key]).size >= needed;
}

function openGroup(context: CommandContext): readonly FactDraft[] {
  const decision = running(context);
  const shares: readonly Share[] = voteShares(context);
  const oversight = decision ? decision.oversight : context.facts.route.oversight;
  if (!opensNow(context)) {
    return decision ? [{ fact: { type: "vote-asked", decision: decision.id, person: context.actor.key } }] : [];
  }
  const opener = !isAuthor(context) && !isSponsor(context) && decision === null;
  return [
    ...(decision
      ? [{ fact: { type: "decision-closed", decision: decision.id, outcome: "voted", ...tallyOf(decision) } } satisfies FactDraft]
      : []),
    ...(opener ? confirmations(context) : []),
    ...openVote({ proposes: decision?.proposes ?? "accept", parts: shares, oversight }, context),
  ];
}
