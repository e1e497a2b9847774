import { ok } from "../../kernel/result.ts";
import { clauseOf } from "../clause-of.ts";
import { type CommandContext, refuse, register } from "../command.ts";
import { freezeElectorate } from "../opening/index.ts";
import { decidingGroups, isVoterIn } from "../roles.ts";

export const recuse = register<null>(
  {
    name: "recuse",
    usage: "/recuse",
    who: "any voting member",
    does: "takes you out of the electorate of this proposal, with your ballot and blocks",
    rules: ["O6", "O7"],
    examples: [
      { situation: "by a voting member", text: "/recuse", outcome: "they vote no longer" },
      { situation: "by a stranger", text: "/recuse", outcome: "no-voter" },
    ],
    parse: () => ok(null),
    authorise: (_, context) =>
      isOut(context) || votesHere(context)
        ? null
        : refuse("no-voter", "You vote in nothing about this proposal, so there is nothing to leave.", {
            clause: decidingGroups(context)[0]?.clause ?? clauseOf("act-on-own", context),
          }),
    apply: (_, context) => (isOut(context) ? [] : [{ fact: { type: "recused", person: context.actor.key } }]),
    say: (_, context) =>
      isOut(context)
        ? "You had left already, so nothing changes."
        : "You are out of the electorate of this proposal, with what you had said in it; `/unrecuse` brings you back.",
  },
  "/recuse",
);

const isOut = ({ record, actor }: CommandContext) => record.recused.includes(actor.key);

/** In what is open, or in what could open: the deciding groups' decisions and Core's. */
function votesHere(context: CommandContext): boolean {
  const { record, actor, facts } = context;
  const bodies = [...decidingGroups(context).map(({ id }) => id), facts.route.authority ?? "core-maintainers", "core-maintainers"];
  return (
    record.decisions.some((decision) => decision.closed === null && isVoterIn(decision, actor.key)) ||
    bodies.some((id) => freezeElectorate(id, context).some(({ person }) => person === actor.key))
  );
}
