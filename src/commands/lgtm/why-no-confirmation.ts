import type { Refusal } from "../../domain/answer.ts";
import { clauseOf } from "../clause-of.ts";
import { type CommandContext, refuse } from "../command.ts";
import { membersOf } from "../deciding.ts";
import { freezeElectorate } from "../opening/index.ts";
import { coreDecides, decidingGroups } from "../roles.ts";

/** X5: the route of the changed head names another authority than the one that accepted: Core decides anew. */
export function isUncovered(context: CommandContext): boolean {
  const { state, unconfirmed, accepted } = context.record;
  return state === "accepted" && unconfirmed !== null && accepted !== null && accepted.by !== (coreDecides(context) ? "core" : "group");
}

/** X5: a voter of the authority that the route names for this head, who is neither author nor sponsor. */
export function whyNoConfirmation(context: CommandContext): Refusal | null {
  const { record, facts, governance, actor } = context;
  const clause = clauseOf("confirm", context);
  if (isUncovered(context)) {
    return refuse("core-decides-anew", "The acceptance does not cover what changed: Core decides about it anew.", {
      clause,
      who: membersOf("core-maintainers", governance),
      instead: "A Core or Lead Maintainer opens its vote with `/call-vote`.",
    });
  }
  const bodies = coreDecides(context) ? [facts.route.authority ?? "core-maintainers"] : decidingGroups(context).map(({ id }) => id);
  const free = bodies
    .flatMap((id) => freezeElectorate(id, context))
    .filter(({ person }) => !facts.authors.has(person) && person !== record.sponsor?.person);
  if (free.some(({ person }) => person === actor.key)) return null;
  const text = "The changed text is confirmed by voters of the deciding authority who are neither author nor sponsor.";
  return refuse("no-confirmation", text, { clause, who: [...new Set(free.map(({ login }) => login))].slice(0, 10) });
}
