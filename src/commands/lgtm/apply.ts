import { organisationOf } from "../../governance/index.ts";
import { assertNever } from "../../kernel/assert-never.ts";
import type { CommandContext, FactDraft } from "../command.ts";
import { decisionFor } from "../deciding.ts";
import { targetsOf, type YesTo } from "./targets.ts";

export const sayYes = (context: CommandContext): readonly FactDraft[] => targetsOf(context).flatMap((target) => yesTo(target, context));

function yesTo(target: YesTo, context: CommandContext): readonly FactDraft[] {
  const { record, actor, facts } = context;
  switch (target) {
    case "decision": {
      const decision = decisionFor(context);
      const said = decision?.ballots.some(({ person, choice }) => person === actor.key && choice === "yes") ?? true;
      return decision && !said ? [{ fact: { type: "ballot-cast", decision: decision.id, person: actor.key, choice: "yes" } }] : [];
    }
    case "oversight":
      return [{ fact: { type: "oversight-ended", how: record.oversight?.kind === "approval" ? "approved" : "released" } }];
    case "head": {
      if (record.headConfirmations.some(({ headSha, person }) => headSha === facts.headSha && person === actor.key)) return [];
      const organisation = actor.person ? organisationOf(actor.person) : null;
      return [{ fact: { type: "head-confirmation-given", headSha: facts.headSha, person: actor.key, organisation } }];
    }
    default:
      return assertNever(target);
  }
}

/** What stands already is taken back; without a yes there is nothing to take back (T7). */
export function takeBack(context: CommandContext): readonly FactDraft[] {
  const decision = decisionFor(context);
  const given = decision?.ballots.some(({ person }) => person === context.actor.key) ?? false;
  return decision && given ? [{ fact: { type: "ballot-withdrawn", decision: decision.id, person: context.actor.key } }] : [];
}
