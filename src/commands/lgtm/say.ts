import { countPart } from "../../procedures/index.ts";
import type { CommandContext } from "../command.ts";
import { decisionFor } from "../deciding.ts";
import { sayYes, takeBack } from "./apply.ts";
import type { Lgtm } from "./parse.ts";
import { targetsOf } from "./targets.ts";

export function sayLgtm(args: Lgtm, context: CommandContext): string {
  if (args.kind === "cancel") return takeBack(context).length > 0 ? "Your yes is taken back." : "You had said no yes, so nothing changes.";
  if (sayYes(context).length === 0) return "You had said yes already, so nothing changes.";
  const targets = targetsOf(context);
  if (targets.includes("decision")) return sayBallot(context);
  const approved = context.record.oversight?.kind === "approval" ? "The acceptance is approved" : "Oversight has ended early";
  const parts = [
    ...(targets.includes("oversight") ? [approved] : []),
    ...(targets.includes("head")
      ? [targets.includes("oversight") ? "the changed text has your yes" : "The changed text has your yes"]
      : []),
  ];
  return `${parts.join(", and ")}.`;
}

function sayBallot(context: CommandContext): string {
  const decision = decisionFor(context);
  const part = decision?.parts.find(({ electorate }) => electorate.some(({ person }) => person === context.actor.key));
  if (!decision || part?.rule.kind !== "lazy-consensus") return "Your vote is yes.";
  const { consents, excluding } = part.rule;
  if (excluding.includes("sponsor") && decision.sponsor === context.actor.key) {
    return "Your consent is recorded; as the sponsor's it does not count towards those that are needed.";
  }
  if (consents === 0) return "Your consent is recorded; silence would have been enough.";
  const given = countPart(decision, part).consents.length + 1;
  return `Your consent is recorded, the ${ordinal(given)} of ${consents} that are needed.`;
}

const ordinal = (count: number) => ["first", "second", "third"][count - 1] ?? `${count}th`;
