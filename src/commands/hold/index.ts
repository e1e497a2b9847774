import { addDuration } from "../../calendar/index.ts";
import { type CommandContext, refuse, register } from "../command.ts";
import { reasonOf, requireReason } from "../reading/index.ts";
import { concernedGroups, isLeadOf, isMemberOf, isSponsor, loginsOf } from "../roles.ts";

export const hold = register<string>(
  {
    name: "hold",
    usage: "/hold reason",
    who: "whom the constitution names: Core, leads of the groups concerned, the sponsor",
    does: "keeps the proposal from being merged for a while, or renews your hold",
    rules: ["H1"],
    examples: [{ situation: "by a stranger", text: "/hold Wait for the release", outcome: "may-not-hold" }],
    parse: (line) => requireReason(reasonOf(line), 3),
    authorise: (_, context) => {
      const { governance } = context;
      if (mayHold(context)) return null;
      return refuse("may-not-hold", "Core, leads of the groups concerned and the sponsor may hold it.", {
        who: loginsOf(governance.authorities.get("core-maintainers")?.members ?? [], governance),
      });
    },
    apply: (reason, { actor, at, calendar, governance }) => [
      {
        reason,
        fact: {
          type: "hold-set",
          person: actor.key,
          login: actor.login,
          endsAt: addDuration(at, governance.project.holds.lasts, calendar),
        },
      },
    ],
    say: (_, { governance }) => `It is held; your hold ends by itself after ${governance.project.holds.lasts}.`,
  },
  "/hold Wait for the release",
);

export function mayHold(context: CommandContext): boolean {
  return context.governance.project.holds.by.some((who) => {
    if (who === "sponsor") return isSponsor(context);
    if (who === "group-lead") return concernedGroups(context).some((group) => isLeadOf(group, context));
    return isMemberOf(who, context);
  });
}
