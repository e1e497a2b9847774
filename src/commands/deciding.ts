import type { Refusal } from "../domain/answer.ts";
import type { DecisionRecord } from "../domain/decision.ts";
import { type CommandContext, refuse } from "./command.ts";
import { decidingGroups, leadsOf, loginsOf, openDecision } from "./roles.ts";

export interface Share {
  readonly authority: string;
  readonly procedure: string;
}

/** The groups of the route, each with the procedure that its delegation (or else the route) names (C6). */
export function consensusShares(context: CommandContext): readonly Share[] {
  const { facts, governance } = context;
  const primary = facts.classification.domains.find((domain) => domain.primary)?.id ?? "";
  const fallback = [...governance.procedures.values()].find(({ kind }) => kind === "lazy-consensus")?.id ?? "";
  return decidingGroups(context).map(({ id, delegations }) => {
    const own = delegations.find(({ domains }) => domains.includes(primary))?.procedure ?? delegations[0]?.procedure;
    const named = facts.route.kind === "group" && id === facts.route.group ? facts.route.procedure : own;
    return { authority: id, procedure: governance.procedures.get(named ?? "")?.kind === "lazy-consensus" ? (named ?? "") : fallback };
  });
}

/** The vote that each share's consensus names for when a block stands (`on-block`). */
export function voteShares(context: CommandContext): readonly Share[] {
  return consensusShares(context).flatMap(({ authority, procedure: id }) => {
    const procedure = context.governance.procedures.get(id);
    return procedure?.kind === "lazy-consensus" ? [{ authority, procedure: procedure["on-block"] }] : [];
  });
}

/** G3, E4, O5: what stops anything from being opened now. */
export function whyNothingOpens(context: CommandContext, { core }: { readonly core: boolean }): Refusal | null {
  const { record } = context;
  const open = record.decisions.find(({ closed, matter }) => closed === null && matter !== "recommendation");
  if (open)
    return refuse("decision-open", `A decision is open until ${open.endsAt}; one is open at a time.`, {
      instead: "Speak in that one: `/lgtm`, `/vote` or `/block reason`.",
    });
  if (record.leadVeto) {
    return refuse("lead-veto", `A veto of \`${record.leadVeto.login}\`, a Lead Maintainer, stands, and nothing can accept meanwhile.`, {
      who: leadMaintainers(context),
      instead: "A Lead Maintainer lifts it with `/veto lift reason`.",
    });
  }
  if (record.entered.some(({ ended }) => ended === null)) {
    return refuse("record-pending", "A decision taken elsewhere was entered and waits for its confirmation.", {
      instead: "People listed in it write `/record confirm` or `/record dispute reason`.",
    });
  }
  const escalation = record.escalations.find(({ answer }) => answer === null);
  if (escalation && !core) {
    return refuse("escalated", "It is escalated, and the group opens nothing until that is answered.", {
      who: escalation.handler === null ? [] : [escalation.handler],
    });
  }
  return null;
}

const leadMaintainers = ({ governance }: CommandContext) =>
  loginsOf(governance.authorities.get("lead-maintainers")?.members ?? [], governance);

/** Only in review, and only where a group decides or recommends, or Core is asked. */
export function whyNotInReview({ record }: CommandContext): Refusal | null {
  if (record.state === "in-review") return null;
  const who = record.sponsor ? [record.sponsor.login] : [];
  const instead = record.sponsor ? "Its sponsor brings it into review with `/ready`." : "It needs a sponsor first: `/sponsor`.";
  return refuse("not-in-review", `It is \`${record.state}\`, and a decision opens only in review.`, { who, instead });
}

/** Leads of the deciding groups, by login. */
export function leadLogins(context: CommandContext): readonly string[] {
  const leads = decidingGroups(context).flatMap((group) => leadsOf(group, context));
  return loginsOf(
    leads.filter((person) => !context.facts.authors.has(person)),
    context.governance,
  );
}

/** Logins of those who vote in a decision now. */
export function voterLogins({ parts, removed }: DecisionRecord): readonly string[] {
  return parts
    .flatMap(({ electorate }) => electorate.filter(({ person }) => !removed.includes(person)).map(({ login }) => login))
    .slice(0, 10);
}

/** Why somebody who is no voter of an open decision is none. */
export function whyNoVoter(context: CommandContext, decision: DecisionRecord): Refusal {
  const { actor, facts, record } = context;
  const who = voterLogins(decision);
  if (facts.authors.has(actor.key) || facts.authors.has(`account:${actor.id}`)) {
    return refuse("own-proposal", "You are an author of this proposal, and authors do not decide their own.", {
      who,
      instead: "You can still answer questions, or `/withdraw`.",
    });
  }
  if (record.recused.includes(actor.key)) {
    return refuse("recused", "You recused yourself from this proposal.", {
      who,
      instead: "`/unrecuse` brings you back for the next decision.",
    });
  }
  return refuse("no-voter", "You are not in the electorate of what is open, which was fixed when it opened.", { who });
}

/** X2: whoever acts had the head's text before them. */
export function whyOtherText({ readDigest, facts }: CommandContext): Refusal | null {
  if (readDigest === facts.digest) return null;
  const seen = readDigest === null ? "none was shown yet" : `\`${readDigest.slice(0, 12)}\` was shown`;
  return refuse("text-changed", `It was not counted: the text is now \`${facts.digest.slice(0, 12)}\`, and when you wrote, ${seen}.`, {
    instead: "Read what changed, and write it again.",
  });
}

/** What is open to the actor: the decision, or in a recommendation beside Core's vote the one in which they vote. */
export function decisionFor(context: CommandContext): DecisionRecord | null {
  const open = context.record.decisions.filter(({ closed }) => closed === null);
  const votes = (decision: DecisionRecord) =>
    !decision.removed.includes(context.actor.key) &&
    decision.parts.some(({ electorate }) => electorate.some(({ person }) => person === context.actor.key));
  return (
    open.find((decision) => decision.matter !== "recommendation" && votes(decision)) ?? open.find(votes) ?? openDecision(context.record)
  );
}
