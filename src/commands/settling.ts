import type { Refusal } from "../domain/answer.ts";
import type { ProposalRecord } from "../domain/proposal-record.ts";
import { type CommandContext, refuse } from "./command.ts";
import { concernedGroups, isAuthor, isCore, isLeadOf, isSponsor, leadsOf, othersOf } from "./roles.ts";

/** Authors and the sponsor widen and never narrow (Q1). */
export const onlyWidens = (context: CommandContext): boolean => isAuthor(context) || isSponsor(context);

/**
 * Q1: who settles domain and class: leads of the present owner, of `owners` (of the domains named), Core, and, widening, those whose
 * proposal it is; nothing while a decision is open, or where the proposal has come to its end.
 */
export function whyNotSettling(context: CommandContext, owners: readonly string[]): Refusal | null {
  const { governance, record } = context;
  const groups = [...concernedGroups(context), ...owners.flatMap((id) => governance.groups.get(id) ?? [])];
  if (!onlyWidens(context) && !isCore(context) && !groups.some((group) => isLeadOf(group, context))) {
    const who = othersOf(
      groups.flatMap((group) => leadsOf(group, context)),
      context,
    );
    return refuse("not-concerned", "Leads of the groups concerned and Core settle that.", { who, clause: groups[0]?.scopeClause ?? null });
  }
  if (record.decisions.some(({ closed }) => closed === null)) {
    return refuse("decision-open", "A decision is open, and it is about what was settled before.", {
      instead: "Settle it once that has ended.",
    });
  }
  if (record.entered.some(({ ended }) => ended === null)) {
    return refuse("record-pending", "A decision taken elsewhere was entered, and it is about what was settled before.");
  }
  return ["rejected", "final", "withdrawn", "superseded"].includes(record.state)
    ? refuse("wrong-state", `It is \`${record.state}\`, and there is nothing more to settle.`)
    : null;
}

/** A lead who is neither author nor sponsor, of a group concerned or of one of `owners`: their word confirms what they settle (O2). */
export function confirms(context: CommandContext, owners: readonly string[]): boolean {
  if (onlyWidens(context)) return false;
  const { governance } = context;
  return [...concernedGroups(context), ...owners.flatMap((id) => governance.groups.get(id) ?? [])].some((group) =>
    isLeadOf(group, context),
  );
}

/** B1: a label is the choice already, found with all labels; as a command it only confirms. */
export const isChosenByLabel = ({ source }: CommandContext): boolean => source.startsWith("label/");

/** What people put on and nobody took off since, of domains or classes, with the account of whoever did last; the latest last. */
export function standingChoices(record: ProposalRecord, kind: "domain" | "change"): ReadonlyMap<string, number | null> {
  const choices = new Map<string, number | null>();
  for (const fact of record.handFacts) {
    if (fact.type !== `${kind}-set-by-hand`) continue;
    const key = fact.type === "domain-set-by-hand" ? fact.domain : fact.change;
    // Deleting first puts the latest choice last.
    choices.delete(key);
    if (fact.action === "set") choices.set(key, fact.actorId);
  }
  return choices;
}
