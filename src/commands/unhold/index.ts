import { ok } from "../../kernel/result.ts";
import { type FactDraft, refuse, register } from "../command.ts";
import { reasonOf } from "../reading/index.ts";
import { isCore } from "../roles.ts";

export const unhold = register<string>(
  {
    name: "unhold",
    usage: "/unhold [reason]",
    who: "whoever holds it; a Core Maintainer with a reason",
    does: "lifts your hold; Core lifts any",
    rules: ["H1"],
    examples: [{ situation: "no hold stands", text: "/unhold", outcome: "no-hold" }],
    parse: (line) => ok(reasonOf(line)),
    authorise(reason, context) {
      const { holds } = context.record;
      if (holds.length === 0) return refuse("no-hold", "No hold stands.");
      if (holds.some(({ person }) => person === context.actor.key)) return null;
      const who = holds.map(({ login }) => login);
      if (!isCore(context)) return refuse("not-holder", "Whoever set a hold lifts it, or a Core Maintainer.", { who });
      return reason.length > 0 ? null : refuse("reason-too-short", "Core lifts somebody else's hold with a reason.", { who });
    },
    apply(reason, { record, actor }) {
      const own = record.holds.filter(({ person }) => person === actor.key);
      const said = reason.length > 0 ? reason : null;
      return (own.length > 0 ? own : record.holds).map(
        ({ person }): FactDraft => ({ reason: said, fact: { type: "hold-lifted", person } }),
      );
    },
    say: () => "The hold is lifted.",
  },
  "/unhold",
);
