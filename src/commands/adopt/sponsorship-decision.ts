import { type DecisionRecord, fewestOfGroup } from "../../domain/decision.ts";
import type { CommandContext, FactDraft } from "../command.ts";
import { openConsensus } from "../opening/index.ts";
import type { Share } from "../shares.ts";
import type { StandingBody } from "../standing-body.ts";

/** L11: a group decides to stand behind a proposal where the rules say so; of an authority any one member answers (S2). */
export function isByDecision({ kind }: StandingBody, { governance }: CommandContext): boolean {
  return kind !== "authority" && governance.project["front-door"].sponsorship?.by === "decision";
}

/** The body's open decision to stand behind it. */
export function openSponsorship({ id }: Pick<StandingBody, "id">, { record }: Pick<CommandContext, "record">): DecisionRecord | null {
  return (
    record.decisions.find(
      ({ closed, matter, parts }) => closed === null && matter === "sponsorship" && parts.some(({ authority }) => authority === id),
    ) ?? null
  );
}

/** A decision of its own, minor, by the procedure that the rules name; empty where that is no lazy consensus. */
export function draftSponsorship(body: StandingBody, context: CommandContext): readonly FactDraft[] {
  return openConsensus(
    { matter: "sponsorship", proposes: "accept", weight: "minor", parts: [shareOf(body, context)], oversight: null },
    context,
  );
}

/** The procedure that the front door names, else the first lazy consensus. */
export function shareOf({ id }: StandingBody, { governance }: CommandContext): Share {
  const named = governance.project["front-door"].sponsorship?.procedure;
  const usual = [...governance.procedures.values()].find(({ kind }) => kind === "lazy-consensus")?.id;
  return { authority: id, procedure: named ?? usual ?? "", fewest: fewestOfGroup };
}
