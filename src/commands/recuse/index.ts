import { ok } from "../../kernel/result.ts";
import { type CommandContext, refuse, register } from "../command.ts";
import { decidingGroups, isCore, isVoterIn } from "../roles.ts";

export const recuse = register<null>(
  {
    name: "recuse",
    usage: "/recuse",
    who: "any voting member",
    does: "takes you out of the electorate of this proposal, with your ballot and blocks",
    rules: ["O6", "O7"],
    examples: [{ situation: "by a voting member", text: "/recuse", outcome: "they vote no longer" }],
    parse: () => ok(null),
    authorise: (_, context) =>
      votesHere(context) ? null : refuse("no-voter", "You vote in nothing about this proposal, so there is nothing to leave."),
    apply: (_, { record, actor }) => (record.recused.includes(actor.key) ? [] : [{ fact: { type: "recused", person: actor.key } }]),
    say: () => "You are out of the electorate of this proposal.",
  },
  "/recuse",
);

export function votesHere(context: CommandContext): boolean {
  const { record, actor } = context;
  return (
    isCore(context) ||
    decidingGroups(context).some(({ voters }) => voters.some(({ person }) => person === actor.key)) ||
    record.decisions.some((decision) => decision.closed === null && isVoterIn(decision, actor.key))
  );
}
