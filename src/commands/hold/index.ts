import { addDuration, formatInstant } from "../../calendar/index.ts";
import { clauseOf } from "../clause-of.ts";
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
    examples: [
      { situation: "in review, by a lead", text: "/hold Wait for the release", outcome: "it is held" },
      { situation: "by a stranger", text: "/hold Wait for the release", outcome: "may-not-hold" },
      { situation: "in review, by a lead", text: "/hold", outcome: "cannot-be-read" },
    ],
    parse: (line) => requireReason(reasonOf(line), 3),
    authorise(_, context) {
      if (mayHold(context)) return null;
      const { governance, record } = context;
      const core = governance.project.holds.by.flatMap((who) => governance.authorities.get(who)?.members ?? []);
      const sponsor = governance.project.holds.by.includes("sponsor") && record.sponsor ? [record.sponsor.login] : [];
      return refuse("may-not-hold", `It is held by ${holders(context)}.`, {
        clause: clauseOf("holds", context),
        who: [...new Set([...sponsor, ...loginsOf(core, governance)])].slice(0, 10),
      });
    },
    apply: (reason, context) => [
      {
        reason,
        clause: clauseOf("holds", context),
        fact: { type: "hold-set", person: context.actor.key, login: context.actor.login, endsAt: endOf(context) },
      },
    ],
    say: (_, context) => `It is held until ${formatInstant(endOf(context))}, unless you \`/unhold\` it before or renew it.`,
  },
  "/hold Wait for the release",
);

const endOf = ({ at, calendar, governance }: CommandContext) => addDuration(at, governance.project.holds.lasts, calendar);

/** Whom the constitution names, as words. */
function holders({ governance }: CommandContext): string {
  const names = governance.project.holds.by.map((who) => {
    if (who === "sponsor") return "the sponsor";
    return who === "group-lead" ? "leads of the groups concerned" : (governance.authorities.get(who)?.name ?? who);
  });
  return names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} or ${names.at(-1)}`;
}

export function mayHold(context: CommandContext): boolean {
  return context.governance.project.holds.by.some((who) => {
    if (who === "sponsor") return isSponsor(context);
    if (who === "group-lead") return concernedGroups(context).some((group) => isLeadOf(group, context));
    return isMemberOf(who, context);
  });
}
