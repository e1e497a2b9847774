import type { CommandContext } from "../command.ts";
import { decisionFor } from "../deciding.ts";
import { isVoterIn } from "../roles.ts";
import { whyNoConfirmation } from "./why-no-confirmation.ts";
import { whyNoRelease } from "./why-no-release.ts";

/** What a yes can be to: what is being decided; oversight; a head that differs from what was accepted. */
export type YesTo = "decision" | "oversight" | "head";

export const isOverseen = ({ record }: Pick<CommandContext, "record">): boolean =>
  record.oversight !== null && record.oversight.ended === null;

/**
 * What the actor's yes is to now, by the record. A voter speaks in what is open; of whoever else it may end oversight and confirm a
 * head at once, since both are open.
 */
export function targetsOf(context: CommandContext): readonly YesTo[] {
  const decision = decisionFor(context);
  if (decision && isVoterIn(decision, context.actor.key)) return ["decision"];
  const released: readonly YesTo[] = isOverseen(context) && whyNoRelease(context) === null ? ["oversight"] : [];
  const confirmed: readonly YesTo[] = context.record.unconfirmed !== null && whyNoConfirmation(context) === null ? ["head"] : [];
  return [...released, ...confirmed];
}
