import { type CommandContext, refuse, register } from "../command.ts";
import { reasonOf, requireReason } from "../reading/index.ts";
import { isAuthor, isLeadOf, leadsOf, loginsOf } from "../roles.ts";

export const decline = register<string>(
  {
    name: "decline",
    usage: "/decline reason",
    who: "a lead of a group that was asked",
    does: "the group does not stand behind it, and says why",
    rules: ["S2"],
    examples: [{ situation: "no group was asked, by a lead", text: "/decline It is about transport", outcome: "not-asked" }],
    parse: (line) => requireReason(reasonOf(line), 3),
    authorise(_, context) {
      const { record, governance } = context;
      const who = loginsOf(
        record.group.asked.flatMap(({ group }) => leadsOf(governance.groups.get(group) ?? never, context)),
        governance,
      );
      if (isAuthor(context)) return refuse("own-proposal", "You are an author, and somebody else answers for the group.", { who });
      return asked(context) === null ? refuse("not-asked", "A lead of a group that was asked answers for it.", { who }) : null;
    },
    apply(reason, context) {
      const group = asked(context);
      return group === null ? [] : [{ reason, fact: { type: "group-declined", group } }];
    },
    say: () => "The group does not stand behind it; the author may ask another.",
  },
  "/decline It is about something else",
);

const never = { leads: [] };

const asked = (context: CommandContext): string | null =>
  context.record.group.asked.find(({ group }) => isLeadOf(context.governance.groups.get(group), context))?.group ?? null;
