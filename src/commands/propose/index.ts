import { ok } from "../../kernel/result.ts";
import { type CommandContext, type FactDraft, refuse, register } from "../command.ts";
import { consensusShares, leadLogins, whyNothingOpens, whyNotInReview } from "../deciding.ts";
import { openConsensus } from "../opening/index.ts";
import { takeWord } from "../reading/index.ts";
import { coreDecides, decidingGroups, isAuthor, isLeadOf, isSponsor } from "../roles.ts";

interface Proposing {
  readonly proposes: "accept" | "reject";
  readonly weight: "minor" | "significant";
}

export const propose = register<Proposing>(
  {
    name: "propose",
    usage: "/propose accept|reject [minor|significant]",
    who: "a lead of the deciding group, or the sponsor",
    does: "opens lazy consensus with its end at once; where Core decides, as the group's recommendation",
    rules: ["O2", "O4", "C1"],
    examples: [
      { situation: "in review, by a lead", text: "/propose accept", outcome: "lazy consensus opens, significant" },
      { situation: "in draft", text: "/propose accept", outcome: "not-in-review" },
    ],
    parse(line) {
      const first = takeWord(line.argument, ["accept", "reject"]);
      if (!first.ok) return first;
      if (first.value.rest.trim() === "") return ok({ proposes: first.value.word, weight: "significant" });
      const second = takeWord(first.value.rest, ["minor", "significant"]);
      return second.ok ? ok({ proposes: first.value.word, weight: second.value.word }) : second;
    },
    authorise(_, context) {
      const notNow =
        whyNotInReview(context) ?? (isRecommendation(context) ? whyNoRecommendation(context) : whyNothingOpens(context, { core: false }));
      if (notNow) return notNow;
      const lead = decidingGroups(context).some((group) => isLeadOf(group, context));
      if (decidingGroups(context).length === 0) {
        return refuse("no-group", "No group decides or recommends here: Core does.", {
          instead: "A Core Maintainer opens its vote with `/call-vote`.",
        });
      }
      if (!lead && !isSponsor(context)) {
        return refuse("not-lead-or-sponsor", "A lead of the deciding group or the sponsor opens its decision.", {
          who: leadLogins(context),
        });
      }
      return confirms(context) || isRecommendation(context) ? null : whyUnconfirmed(context);
    },
    apply({ proposes, weight }, context) {
      const matter = isRecommendation(context) ? "recommendation" : "proposal";
      const oversight = matter === "recommendation" ? null : context.facts.route.oversight;
      const shares = consensusShares(context);
      const parts = matter === "recommendation" ? shares.slice(0, 1) : shares;
      return [
        ...(confirms(context) ? confirmations(context) : []),
        ...openConsensus({ matter, proposes, weight, parts, oversight }, context),
      ];
    },
    say: ({ proposes }, context) =>
      isRecommendation(context)
        ? `The group's recommendation to ${proposes} is open.`
        : `Consensus to ${proposes} is open; domain \`${primaryOf(context)}\` and class \`${context.facts.change.class}\` are those it is decided as.`,
  },
  "/propose accept",
);

const isRecommendation = (context: CommandContext) => coreDecides(context);
const primaryOf = ({ facts }: CommandContext) => facts.classification.domains.find((domain) => domain.primary)?.id ?? "";

function whyNoRecommendation({ record }: CommandContext) {
  const open = record.decisions.some(({ closed, matter }) => closed === null && matter === "recommendation");
  if (open) return refuse("decision-open", "The group's recommendation is open already.");
  return record.escalations.some(({ answer }) => answer === null)
    ? refuse("escalated", "It is escalated, and the group opens nothing until that is answered.")
    : null;
}

/** O2: a lead who is neither author nor sponsor confirms domain and class by opening. */
function confirms(context: CommandContext): boolean {
  return !isAuthor(context) && !isSponsor(context) && decidingGroups(context).some((group) => isLeadOf(group, context));
}

/** What O2 asks to have been confirmed before, by somebody else than whoever opens. */
export function isConfirmed({ record, facts }: CommandContext): boolean {
  const primary = facts.classification.domains.find((domain) => domain.primary)?.id ?? "";
  return record.domainConfirmed?.domain === primary && record.changeConfirmed?.change === facts.change.class;
}

function whyUnconfirmed(context: CommandContext) {
  if (isConfirmed(context)) return null;
  return refuse("unconfirmed-classification", "A lead who is neither author nor sponsor has to confirm domain and class first.", {
    who: leadLogins(context),
    instead: `They write \`/domain ${primaryOf(context)}\` and \`/change ${context.facts.change.class}\`, or open it themselves.`,
  });
}

export function confirmations({ facts, actor }: CommandContext): readonly FactDraft[] {
  const domain = facts.classification.domains.find((each) => each.primary)?.id ?? "";
  return [
    { fact: { type: "domain-confirmed", domain, person: actor.key } },
    { fact: { type: "change-confirmed", change: facts.change.class, person: actor.key } },
  ];
}
