import { ok } from "../../kernel/result.ts";
import { type CommandContext, type FactDraft, refuse, register } from "../command.ts";

export const unrecuse = register<null>(
  {
    name: "unrecuse",
    usage: "/unrecuse",
    who: "whoever recused themselves",
    does: "brings you back: into what is open if you had said nothing in it, else from the next decision on",
    rules: ["O7"],
    examples: [
      { situation: "recused, by a voting member", text: "/unrecuse", outcome: "they vote again" },
      { situation: "by somebody who did not recuse themselves", text: "/unrecuse", outcome: "not-recused" },
    ],
    parse: () => ok(null),
    authorise: (_, { record, actor }) =>
      record.recused.includes(actor.key)
        ? null
        : refuse("not-recused", "You have not recused yourself, so there is nothing to come back from."),
    apply: (_, context) => [{ fact: { type: "unrecused", person: context.actor.key } }, ...restored(context)],
    say: (_, context) =>
      restored(context).length > 0
        ? "You are back in the electorate, of what is open too."
        : "You are back in the electorate, from the next decision on.",
  },
  "/unrecuse",
);

/** Into what is open, where the person had cast nothing in it before they left. */
function restored({ record, actor }: CommandContext): readonly FactDraft[] {
  return record.decisions.flatMap((decision) => {
    const left = decision.closed === null && decision.removed.includes(actor.key);
    if (!left || decision.spoke.includes(actor.key)) return [];
    return [{ fact: { type: "voter-restored", decision: decision.id, person: actor.key } } satisfies FactDraft];
  });
}
