import { type ChangeClass, changeClasses } from "../../domain/proposal-vocabulary.ts";
import { ok } from "../../kernel/result.ts";
import { type FactDraft, register } from "../command.ts";
import { onlyWidens, whyNotSettling } from "../domain/index.ts";
import { takeWord } from "../reading/index.ts";
import { concernedGroups, isLeadOf } from "../roles.ts";

export const change = register<ChangeClass>(
  {
    name: "change",
    usage: "/change class",
    who: "leads of the groups concerned, and Core; the author and the sponsor can only raise it",
    does: "settles what the change does to existing peers",
    rules: ["Q1", "O2"],
    examples: [{ situation: "by a stranger", text: "/change additive", outcome: "not-concerned" }],
    parse(line) {
      const word = takeWord(line.argument, [...changeClasses]);
      return word.ok ? ok(word.value.word) : word;
    },
    authorise: (_, context) => whyNotSettling(context, []),
    apply(wanted, context) {
      const { actor } = context;
      const by = { login: actor.login, actorId: actor.id };
      const set: FactDraft = { fact: { type: "change-set-by-hand", change: wanted, action: "set", ...by } };
      const lead = !onlyWidens(context) && concernedGroups(context).some((group) => isLeadOf(group, context));
      return [set, ...(lead ? [{ fact: { type: "change-confirmed", change: wanted, person: actor.key } } satisfies FactDraft] : [])];
    },
    say: (wanted, context) => (onlyWidens(context) ? "Your class counts where it widens the concern." : `The class is \`${wanted}\`.`),
  },
  "/change additive",
);
