import type { Refusal } from "../../domain/answer.ts";
import type { HoldRecord } from "../../domain/decision.ts";
import { ok } from "../../kernel/result.ts";
import { clauseOf } from "../clause-of.ts";
import { type CommandContext, type FactDraft, refuse, register } from "../command.ts";
import { reasonOf } from "../reading/index.ts";
import { isCore, loginsOf } from "../roles.ts";

export const unhold = register<string>(
  {
    name: "unhold",
    usage: "/unhold [reason]",
    who: "whoever holds it; a Core Maintainer with a reason",
    does: "lifts your hold; Core lifts all, with a reason",
    rules: ["H1"],
    examples: [
      { situation: "held, by the holder", text: "/unhold", outcome: "the hold is lifted" },
      { situation: "held, by a Core Maintainer", text: "/unhold The release is out", outcome: "the hold is lifted" },
      { situation: "held, by a Core Maintainer", text: "/unhold", outcome: "reason-too-short" },
      { situation: "held, by a stranger", text: "/unhold", outcome: "not-holder" },
      { situation: "no hold stands", text: "/unhold", outcome: "no-hold" },
    ],
    parse: (line) => ok(reasonOf(line)),
    authorise,
    apply: (reason, context) =>
      lifted(reason, context).map(
        ({ person }): FactDraft => ({ reason: reason === "" ? null : reason, fact: { type: "hold-lifted", person } }),
      ),
    say(reason, context) {
      const others = context.record.holds.length - lifted(reason, context).length;
      return others === 0
        ? "No hold stands any longer."
        : `Your hold is lifted; ${others === 1 ? "another stands" : `${others} others stand`}.`;
    },
  },
  "/unhold",
);

/** Core with a reason lifts all; without one, as everybody, what they hold themselves. */
function lifted(reason: string, context: CommandContext): readonly HoldRecord[] {
  const { holds } = context.record;
  return isCore(context) && reason !== "" ? holds : holds.filter(({ person }) => person === context.actor.key);
}

function authorise(reason: string, context: CommandContext): Refusal | null {
  const { record, governance } = context;
  if (record.holds.length === 0) return refuse("no-hold", "No hold stands.");
  if (lifted(reason, context).length > 0) return null;
  const clause = clauseOf("holds", context);
  const holders = record.holds.map(({ login }) => login);
  if (isCore(context)) {
    return refuse("reason-too-short", "Core lifts somebody else's hold with a reason.", { clause, instead: "Write `/unhold reason`." });
  }
  const core = loginsOf(governance.authorities.get("core-maintainers")?.members ?? [], governance);
  return refuse("not-holder", "Whoever set a hold lifts it, or a Core Maintainer with a reason.", {
    clause,
    who: [...new Set([...holders, ...core])].slice(0, 10),
  });
}
