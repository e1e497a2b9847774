import { ok } from "../../kernel/result.ts";
import { closing } from "../closing.ts";
import { type CommandContext, type FactDraft, register } from "../command.ts";
import { isLeadMaintainer } from "../roles.ts";
import { isOverseen, whyNoVeto } from "./authorise.ts";
import { parseVeto, type Veto } from "./parse.ts";

export const veto = register<Veto>(
  {
    name: "veto",
    usage: "/veto reason, /veto lift reason",
    who: "Core, in oversight; Lead Maintainers until it is final",
    does: "sends a group's decision to Core; a Lead Maintainer's stands until one of them lifts it",
    rules: ["G2", "G3", "G4"],
    examples: [
      { situation: "in oversight, by a Core Maintainer", text: "/veto It splits the ecosystem", outcome: "Core decides" },
      { situation: "in oversight, by a lead of a group", text: "/veto I changed my mind", outcome: "not-core" },
    ],
    parse: (line) => ok(parseVeto(line)),
    authorise: whyNoVeto,
    apply: (args, context) => (args.lifts ? lift(args.reason, context) : raise(args.reason, context)),
    say(args, context) {
      if (args.lifts) return "The veto is lifted.";
      if (raise(args.reason, context).length === 0) return "A veto of a Lead Maintainer stands already, so nothing changes.";
      return isLeadMaintainer(context)
        ? "Your veto stands: nothing is accepted until a Lead Maintainer lifts it with `/veto lift reason`."
        : "The group's decision is vetoed, and Core decides.";
    },
  },
  "/veto It needs a wider discussion first",
);

/** In oversight it sends the matter to Core; a Lead Maintainer's stands besides, once. */
function raise(reason: string, context: CommandContext): readonly FactDraft[] {
  const { record, actor, governance } = context;
  const clause = governance.authorities.get(record.oversight?.authority ?? "core-maintainers")?.clause ?? null;
  const ends: FactDraft = { reason, clause, fact: { type: "oversight-ended", how: "vetoed" } };
  const stands: FactDraft = {
    reason,
    clause: governance.authorities.get("lead-maintainers")?.clause ?? null,
    fact: { type: "lead-veto-raised", person: actor.key, login: actor.login },
  };
  const begins = isLeadMaintainer(context) && record.leadVeto === null;
  return [...(isOverseen(context) ? [ends] : []), ...(begins ? [stands, ...everythingOpen(context)] : [])];
}

/** G3: whatever is under way ends; what comes later may still reject. */
function everythingOpen({ record }: CommandContext): readonly FactDraft[] {
  const decisions = record.decisions.filter(({ closed }) => closed === null).map((decision) => closing(decision, "ended"));
  const entered = record.entered.filter(({ ended }) => ended === null);
  return [...decisions, ...entered.map(({ id }): FactDraft => ({ fact: { type: "record-ended", record: id, how: "overtaken" } }))];
}

const lift = (reason: string, { actor, governance }: CommandContext): readonly FactDraft[] => [
  {
    reason,
    clause: governance.authorities.get("lead-maintainers")?.clause ?? null,
    fact: { type: "lead-veto-lifted", person: actor.key },
  },
];
