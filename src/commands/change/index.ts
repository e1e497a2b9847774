import type { Refusal } from "../../domain/answer.ts";
import { type ChangeClass, changeClasses } from "../../domain/proposal-vocabulary.ts";
import { type CommandContext, type FactDraft, refuse, register } from "../command.ts";
import { parseWord } from "../reading/index.ts";
import { concernedGroups, leadsOf, othersOf } from "../roles.ts";
import { confirms, isChosenByLabel, onlyWidens, standingChoices, whyNotSettling } from "../settling.ts";

export const change = register<ChangeClass>(
  {
    name: "change",
    usage: "/change class",
    who: "leads of the groups concerned, and Core; the author and the sponsor can only raise it",
    does: "settles what the change does to existing peers",
    rules: ["Q1", "O2"],
    examples: [
      { situation: "in review, by a lead", text: "/change additive", outcome: "settled and confirmed" },
      { situation: "by the author", text: "/change breaking", outcome: "the class is raised" },
      { situation: "breaking, by the author", text: "/change additive", outcome: "only-raises" },
      { situation: "in review, by a lead", text: "/change big", outcome: "cannot-be-read" },
      { situation: "by a stranger", text: "/change additive", outcome: "not-concerned" },
    ],
    parse: (line) => parseWord(line.argument, changeClasses),
    authorise,
    apply,
    say(wanted, context) {
      if (onlyWidens(context)) return "Your class counts where it widens the concern; leads of the groups concerned and Core settle it.";
      return `The class is \`${wanted}\`${confirms(context, []) ? ", confirmed" : ""}.`;
    },
  },
  "/change additive",
);

/** How far each class reaches, where that can be compared at all; `unclear` is treated as breaking. */
const reach: Readonly<Record<ChangeClass, number>> = {
  informational: 0,
  clarification: 0,
  additive: 1,
  extension: 1,
  process: 2,
  unclear: 2,
  breaking: 2,
};

function authorise(wanted: ChangeClass, context: CommandContext): Refusal | null {
  const refusal = whyNotSettling(context, []);
  const present = context.facts.change.class;
  if (refusal || !onlyWidens(context) || reach[wanted] >= reach[present]) return refusal;
  const leads = concernedGroups(context).flatMap((group) => leadsOf(group, context));
  return refuse("only-raises", `It is \`${present}\`, and authors and the sponsor only raise the class of their own proposal.`, {
    who: othersOf(leads, context),
  });
}

function apply(wanted: ChangeClass, context: CommandContext): readonly FactDraft[] {
  const { actor, record } = context;
  const standing = standingChoices(record, "change");
  const [last = null] = [...standing].slice(-1);
  // What others chose stays theirs: said again by an author it would count for less.
  const said = onlyWidens(context) ? standing.has(wanted) : last?.[0] === wanted && last[1] === actor.id;
  const stands = said || isChosenByLabel(context);
  const confirmed = confirms(context, []) && record.changeConfirmed?.change !== wanted;
  const by = { login: actor.login, actorId: actor.id };
  return [
    ...(stands ? [] : [{ fact: { type: "change-set-by-hand", change: wanted, action: "set", ...by } } satisfies FactDraft]),
    ...(confirmed ? [{ fact: { type: "change-confirmed", change: wanted, person: actor.key } } satisfies FactDraft] : []),
  ];
}
