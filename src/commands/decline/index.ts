import type { Refusal } from "../../domain/answer.ts";
import { openSponsorship } from "../adopt/sponsorship-decision.ts";
import { closing } from "../closing.ts";
import { type CommandContext, refuse, register } from "../command.ts";
import { reasonOf, requireReason } from "../reading/index.ts";
import { isAuthor, othersOf } from "../roles.ts";
import { findBody, speakersOf, speaksFor } from "../standing-body.ts";

export const decline = register<string>(
  {
    name: "decline",
    usage: "/decline reason",
    who: "a lead of a group that was asked",
    does: "the group does not stand behind it, and says why",
    rules: ["S2"],
    examples: [
      { situation: "by a lead of the group asked", text: "/decline It is about transport", outcome: "the group declines" },
      { situation: "no group was asked, by a lead", text: "/decline It is about transport", outcome: "not-asked" },
      { situation: "by a lead of the group asked", text: "/decline", outcome: "cannot-be-read" },
    ],
    parse: (line) => requireReason(reasonOf(line), 3),
    authorise,
    apply(reason, context) {
      const group = askedOf(context);
      if (group === null) return [];
      const decision = openSponsorship({ id: group }, context);
      const clause = findBody(group, context.governance)?.clause ?? null;
      return [...(decision ? [closing(decision, "ended")] : []), { reason, clause, fact: { type: "group-declined", group } }];
    },
    say: () => "The group does not stand behind it; the author may ask another.",
  },
  "/decline It is about something else",
);

/** The group asked last of those for which they may answer, or one that decides about it unasked. */
function askedOf(context: CommandContext): string | null {
  const { group, decisions } = context.record;
  const deciding = decisions.filter(({ closed, matter }) => closed === null && matter === "sponsorship");
  const asked = [...deciding.flatMap(({ parts }) => parts.map(({ authority }) => authority)), ...group.asked.map((each) => each.group)];
  return asked.findLast((id) => speaksFor(id, context)) ?? null;
}

function authorise(_: string, context: CommandContext): Refusal | null {
  const { record, governance } = context;
  const who = othersOf(
    record.group.asked.flatMap(({ group }) => speakersOf(group, context)),
    context,
  );
  if (isAuthor(context)) return refuse("own-proposal", "You are an author, and somebody else answers for the group.", { who });
  const group = askedOf(context);
  if (group === null) {
    // T7: what was declined stays declined.
    if (record.group.declined.some((id) => speaksFor(id, context))) return null;
    const nobody = record.group.asked.length === 0;
    return refuse("not-asked", nobody ? "No group was asked." : "A lead of a group that was asked answers for it.", {
      who,
      instead: nobody ? "Its author asks one with `/group id`." : null,
    });
  }
  const decision = openSponsorship({ id: group }, context);
  // What a block stops has no other end: the group says so.
  if (decision === null || decision.blocks.length > 0) return null;
  return refuse("decision-open", `${findBody(group, governance)?.name ?? group} decides about it already.`, {
    instead: "Voters who are against it write `/block reason`.",
  });
}
