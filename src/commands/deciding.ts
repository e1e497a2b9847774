import { formatInstant } from "../calendar/index.ts";
import type { Refusal } from "../domain/answer.ts";
import type { DecisionRecord } from "../domain/decision.ts";
import { clauseOf } from "./clause-of.ts";
import { type CommandContext, refuse } from "./command.ts";
import { coreDecides, decidingGroups, isAuthor, isOfAuthority, isVoterIn, leadsOf, loginsOf, openDecision } from "./roles.ts";

/** The decision on the proposal itself that is open; null when none is, or only a recommendation or sponsorship. */
export function runningDecision({ record }: Pick<CommandContext, "record">): DecisionRecord | null {
  return record.decisions.find(({ closed, matter }) => closed === null && matter === "proposal") ?? null;
}

/** O1: while a decision is open, the route is the one it opened by. */
export function coreDecidesNow(context: CommandContext): boolean {
  const open = runningDecision(context);
  return open === null ? coreDecides(context) : isOfAuthority(open, context.governance);
}

export const openEscalation = ({ record }: Pick<CommandContext, "record">) =>
  record.escalations.find(({ answer }) => answer === null) ?? null;

/** G3, D2, E4, O5: what keeps a decision of this kind from being opened now. */
export function whyNothingOpens(
  context: CommandContext,
  { core, proposes }: { readonly core: boolean; readonly proposes: "accept" | "reject" },
): Refusal | null {
  const { record, governance } = context;
  const open = record.decisions.find(({ closed, matter }) => closed === null && matter !== "recommendation");
  if (open) {
    return refuse("decision-open", `A decision is open until ${formatInstant(open.endsAt)}, and one is open at a time.`, {
      who: voterLogins(open),
      instead: "What there is to say is said in that one: `/lgtm`, `/vote` or `/block reason`.",
    });
  }
  if (record.leadVeto && proposes === "accept") return whyVetoed(context);
  if (record.entered.some(({ ended }) => ended === null)) {
    return refuse("record-pending", "A decision that was taken elsewhere is entered and waits for its confirmation.", {
      clause: clauseOf("recording", context),
      instead: "Those who are listed in it write `/record confirm` or `/record dispute reason`.",
    });
  }
  const escalation = openEscalation(context);
  if (escalation === null || core) return null;
  return refuse("escalated", "It is escalated, and the group opens nothing until that is answered.", {
    clause: clauseOf("escalation", context),
    who: escalation.handler === null ? membersOf("core-maintainers", governance) : [escalation.handler],
  });
}

/** G3. */
export function whyVetoed({ record, governance }: CommandContext): Refusal | null {
  if (!record.leadVeto) return null;
  return refuse("lead-veto", `A veto of \`${record.leadVeto.login}\`, a Lead Maintainer, stands, and nothing is accepted meanwhile.`, {
    clause: governance.authorities.get("lead-maintainers")?.clause ?? null,
    who: membersOf("lead-maintainers", governance),
    instead: "A Lead Maintainer who is no author lifts it with `/veto lift reason`.",
  });
}

/** Logins of an authority's members. */
export function membersOf(authority: string, governance: CommandContext["governance"]): readonly string[] {
  return loginsOf(governance.authorities.get(authority)?.members ?? [], governance);
}

/** Decisions about the proposal open in review only. */
export function whyNotInReview({ record }: CommandContext): Refusal | null {
  if (record.state === "in-review") return null;
  const { sponsor, state } = record;
  const before = state === "proposal" || state === "draft";
  return refuse("not-in-review", `It is \`${state}\`, and a decision opens only in review.`, {
    who: before && sponsor ? [sponsor.login] : [],
    instead: before ? (sponsor ? "Its sponsor brings it into review with `/ready`." : "It needs a sponsor first: `/sponsor`.") : null,
  });
}

/** V6, X3, G3: what Core returned, or a Lead Maintainer vetoed, comes before Core again by a new `/ready`. */
export function whyNotQueued({ record }: CommandContext): Refusal | null {
  if (record.ready !== null) return null;
  const { sponsor } = record;
  return refuse("not-in-queue", "It is not in the queue, and Core votes on what is there.", {
    who: sponsor ? [sponsor.login] : [],
    instead: sponsor
      ? "Its sponsor brings it back with `/ready`."
      : "It needs a sponsor first: `/sponsor`. The sponsor brings it back with `/ready`.",
  });
}

/** Leads of the deciding groups who are no authors, by login. */
export function leadLogins(context: CommandContext): readonly string[] {
  const leads = decidingGroups(context).flatMap((group) => leadsOf(group, context));
  return loginsOf(
    leads.filter((person) => !context.facts.authors.has(person)),
    context.governance,
  );
}

/** Logins of those who vote in a decision now. */
export function voterLogins({ parts, removed }: DecisionRecord): readonly string[] {
  const voters = parts.flatMap(({ electorate }) => electorate).filter(({ person }) => !removed.includes(person));
  return [...new Set(voters.map(({ login }) => login))].slice(0, 10);
}

/** Why somebody who is no voter of an open decision is none (O6, O7). */
export function whyNoVoter(context: CommandContext, decision: DecisionRecord): Refusal {
  const { actor, governance, record } = context;
  const who = voterLogins(decision);
  if (isAuthor(context)) {
    return refuse("own-proposal", "You are an author of this proposal, and authors do not decide their own.", {
      clause: clauseOf("act-on-own", context),
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
  const bodies = decision.parts.flatMap(({ authority }) => governance.groups.get(authority) ?? governance.authorities.get(authority) ?? []);
  const names = bodies.map(({ name }) => name).join(" and ");
  return refuse("no-voter", `The voting members of ${names} decide this, as they were when it opened, and you are none of them.`, {
    clause: bodies[0]?.clause ?? null,
    who,
  });
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
export function decisionFor({ record, actor }: Pick<CommandContext, "record" | "actor">): DecisionRecord | null {
  const open = record.decisions.filter(({ closed }) => closed === null);
  const votes = (decision: DecisionRecord) => isVoterIn(decision, actor.key);
  const moving = open.find((decision) => decision.matter !== "recommendation" && votes(decision));
  return moving ?? open.find(votes) ?? openDecision(record);
}
