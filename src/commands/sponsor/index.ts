import { ok } from "../../kernel/result.ts";
import { type CommandContext, refuse, register } from "../command.ts";
import { isAuthor, loginsOf, maySponsor } from "../roles.ts";

export const sponsor = register<null>(
  {
    name: "sponsor",
    usage: "/sponsor",
    who: "whoever may sponsor by the ladder",
    does: "you sponsor the proposal: you review it, keep its status and bring it to a decision",
    rules: ["S3", "S4"],
    examples: [
      { situation: "by somebody who may sponsor", text: "/sponsor", outcome: "it has a sponsor" },
      { situation: "by a stranger", text: "/sponsor", outcome: "may-not-sponsor" },
    ],
    parse: () => ok(null),
    authorise: (_, context) => whyNot(context),
    apply: (_, { record, actor }) =>
      record.sponsor?.person === actor.key ? [] : [{ fact: { type: "sponsor-set", person: actor.key, login: actor.login } }],
    say: () => "You are its sponsor.",
  },
  "/sponsor",
);

function whyNot(context: CommandContext) {
  const { record, governance, actor } = context;
  if (!maySponsor(context)) {
    const levels = governance.ladder.levels.filter((level) => level["may-sponsor"]);
    const names = levels.map(({ name }) => name).join(", ");
    const holders = [...governance.people.values()].filter((person) => person.levels.some((id) => levels.some((level) => level.id === id)));
    const who = loginsOf(holders.map(({ id }) => id).slice(0, 3), governance);
    return refuse("may-not-sponsor", `Who may sponsor: ${names}, and leads of Working Groups where the ladder says so.`, { who });
  }
  if (isAuthor(context) && governance.rules["sponsor-own"] === "refused")
    return refuse("own-proposal", "Authors do not sponsor their own proposal.");
  if (!["proposal", "draft", "in-review", "accepted"].includes(record.state))
    return refuse("wrong-state", `It is \`${record.state}\`: there is nothing to sponsor.`);
  if (record.sponsor !== null && record.sponsor.person !== actor.key) {
    return refuse("has-sponsor", `\`${record.sponsor.login}\` sponsors it.`, { instead: "They step back with `/unsponsor` first." });
  }
  return null;
}
