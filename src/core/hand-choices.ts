import type { HandAction, LedgerEvent, LedgerFact } from "../domain/ledger-event.ts";
import { changeClasses } from "../domain/proposal-vocabulary.ts";
import type { LabelEvent, Snapshot } from "../domain/snapshot.ts";
import type { Governance } from "../governance/index.ts";
import type { Happening } from "./decide/advance.ts";
import { changeLabel, sameLabel } from "./label-names.ts";

/** What a person last did with one label of a domain or class. */
export interface HandChoice {
  readonly key: string;
  readonly action: HandAction;
  readonly login: string;
  readonly actorId: number | null;
}

/** What people chose by labels; the machine never overturns it. Keys are domain ids and change classes, the latest choice last. */
export interface HandChoices {
  readonly domains: readonly HandChoice[];
  readonly changes: readonly HandChoice[];
}

type HandFact = Extract<LedgerFact, { type: "domain-set-by-hand" | "change-set-by-hand" }>;

/** Acts by labels that the ledger does not hold yet, oldest first. */
export function findHandFacts(
  { pullRequest, self }: Pick<Snapshot, "pullRequest" | "self">,
  governance: Governance,
  ledger: readonly LedgerEvent[],
): readonly Happening[] {
  const recorded = new Set(ledger.map(({ source }) => source));
  return pullRequest.labelEvents
    .filter(({ actor }) => !actor.bot && actor.login !== self.login)
    .flatMap((event) => {
      const fact = readHandFact(event, governance);
      const source = `label/${event.id}`;
      if (!fact || recorded.has(source)) return [];
      const actor = { id: event.actor.id, login: event.actor.login };
      return [{ at: event.at, actor, source, clause: null, reason: null, fact }];
    })
    .toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
}

function readHandFact({ action, label, actor }: LabelEvent, governance: Governance): HandFact | null {
  const act = { action: action === "labeled" ? ("set" as const) : ("removed" as const), login: actor.login, actorId: actor.id };
  const domain = [...governance.domains.values()].find((each) => sameLabel(each.label, label));
  if (domain) return { type: "domain-set-by-hand", domain: domain.id, ...act };
  const change = changeClasses.find((each) => sameLabel(changeLabel(each, governance), label));
  return change ? { type: "change-set-by-hand", change, ...act } : null;
}

/** The choices that stand, from the ledger with the facts that are about to be added to it. */
export function foldHandChoices(facts: readonly LedgerFact[]): HandChoices {
  const domains = new Map<string, HandChoice>();
  const changes = new Map<string, HandChoice>();
  for (const fact of facts) {
    if (!isHandFact(fact)) continue;
    const [choices, key] = fact.type === "domain-set-by-hand" ? [domains, fact.domain] : [changes, fact.change];
    // Deleting first puts the latest choice last.
    choices.delete(key);
    choices.set(key, { key, action: fact.action, login: fact.login, actorId: fact.actorId });
  }
  return { domains: [...domains.values()], changes: [...changes.values()] };
}

function isHandFact(fact: LedgerFact): fact is HandFact {
  return fact.type === "domain-set-by-hand" || fact.type === "change-set-by-hand";
}

export const noChoices: HandChoices = { domains: [], changes: [] };
