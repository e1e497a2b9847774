import type { Refusal } from "../domain/answer.ts";
import { primaryDomain } from "../domain/primary-domain.ts";
import { type CommandContext, type FactDraft, refuse } from "./command.ts";
import { leadLogins } from "./deciding.ts";
import { decidingGroups, isAuthor, isLeadOf, isSponsor } from "./roles.ts";

export const primaryOf = ({ facts }: Pick<CommandContext, "facts">): string => primaryDomain(facts.classification)?.id ?? "";

/** O2: a lead of a deciding group who is neither author nor sponsor confirms domain and class by opening. */
export function confirmsByOpening(context: CommandContext): boolean {
  return !isAuthor(context) && !isSponsor(context) && decidingGroups(context).some((group) => isLeadOf(group, context));
}

const isDomainConfirmed = (context: CommandContext) => context.record.domainConfirmed?.domain === primaryOf(context);
const isChangeConfirmed = ({ record, facts }: CommandContext) => record.changeConfirmed?.change === facts.change.class;

/** What O2 asks for whoever else opens: both confirmed before, as they stand now. */
export function whyUnconfirmed(context: CommandContext): Refusal | null {
  if (confirmsByOpening(context) || (isDomainConfirmed(context) && isChangeConfirmed(context))) return null;
  return refuse("unconfirmed-classification", "A lead who is neither author nor sponsor has to confirm domain and class first.", {
    clause: decidingGroups(context)[0]?.clause ?? null,
    who: leadLogins(context).filter((login) => login !== context.record.sponsor?.login),
    instead: `They write \`/domain ${primaryOf(context)}\` and \`/change ${context.facts.change.class}\`, or open it themselves.`,
  });
}

/** What opening confirms beside; what is confirmed as it stands is not confirmed twice. */
export function confirmations(context: CommandContext): readonly FactDraft[] {
  if (!confirmsByOpening(context)) return [];
  const { facts, actor } = context;
  const domain: FactDraft = { fact: { type: "domain-confirmed", domain: primaryOf(context), person: actor.key } };
  const change: FactDraft = { fact: { type: "change-confirmed", change: facts.change.class, person: actor.key } };
  return [...(isDomainConfirmed(context) ? [] : [domain]), ...(isChangeConfirmed(context) ? [] : [change])];
}
