import type { HandAction } from "../../domain/ledger-event.ts";
import type { CommandContext, FactDraft } from "../command.ts";
import { confirms, isChosenByLabel, onlyWidens, standingChoices } from "../settling.ts";
import { ownersOf } from "./authorise.ts";

/** Q1, O2: the choice, with the confirmation that a lead's word is; only what does not stand already (T7). */
export function settleDomains(ids: readonly string[], context: CommandContext): readonly FactDraft[] {
  const { actor, record } = context;
  const choice = (id: string, action: HandAction): FactDraft => ({
    fact: { type: "domain-set-by-hand", domain: id, action, login: actor.login, actorId: actor.id },
  });
  const standing = standingChoices(record, "domain");
  // What others put on stays theirs: said again by an author it would count for less.
  if (onlyWidens(context)) return isChosenByLabel(context) ? [] : ids.filter((id) => !standing.has(id)).map((id) => choice(id, "set"));

  const [primary] = ids;
  const confirmed = primary !== undefined && confirms(context, ownersOf(ids, context)) && record.domainConfirmed?.domain !== primary;
  const confirmation: readonly FactDraft[] = confirmed ? [{ fact: { type: "domain-confirmed", domain: primary, person: actor.key } }] : [];
  if (isChosenByLabel(context)) return confirmation;

  // The latest that is set is the primary one.
  const wanted = ids.toReversed();
  const stands = [...standing.keys()].join() === wanted.join() && [...standing.values()].every((by) => by === actor.id);
  const chosen = stands ? [] : wanted.map((id) => choice(id, "set"));
  const dropped = [...standing.keys()].filter((id) => !ids.includes(id)).map((id) => choice(id, "removed"));
  return [...dropped, ...chosen, ...confirmation];
}
