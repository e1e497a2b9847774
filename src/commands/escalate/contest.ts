import type { DecisionRecord } from "../../domain/decision.ts";
import type { CommandContext } from "../command.ts";

/** E1: a group's passed vote that stands and whose time for contesting has not ended; null when none does. */
export function contestableVote({ record, at }: Pick<CommandContext, "record" | "at">): DecisionRecord | null {
  const { oversight, state, decisions } = record;
  if (oversight === null || oversight.contestUntil === null || at > oversight.contestUntil) return null;
  if (state !== "accepted" && state !== "rejected") return null;
  const how = oversight.ended?.how ?? null;
  if (how === "vetoed" || how === "undone") return null;
  // What Core decided since stands on its own.
  const last = decisions.findLast(({ closed, matter }) => closed !== null && matter === "proposal");
  return last?.id === oversight.decision ? last : null;
}
