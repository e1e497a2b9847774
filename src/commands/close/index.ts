import type { Refusal } from "../../domain/answer.ts";
import { type CommandContext, refuse, register } from "../command.ts";
import { reasonOf, requireReason } from "../reading/index.ts";
import { rest } from "../rest.ts";
import { concernedGroups, isAuthor, isLeadOf, leadsOf, othersOf } from "../roles.ts";

export const close = register<string>(
  {
    name: "close",
    usage: "/close reason",
    who: "a lead of the group concerned who is no author",
    does: "lays a proposal or draft to rest, with the reason; its author can revive it",
    rules: ["S6"],
    examples: [
      { situation: "in draft, by a lead", text: "/close It is out of scope here", outcome: "it rests" },
      { situation: "in review, by a lead", text: "/close It is out of scope here", outcome: "wrong-state" },
      { situation: "by a stranger", text: "/close It is out of scope here", outcome: "not-lead" },
    ],
    parse: (line) => requireReason(reasonOf(line), 3),
    authorise,
    apply: (reason, { record }) => (record.state === "dormant" ? [] : rest(record, "dormant", reason)),
    say: () => "It rests; its author can `/revive` it.",
  },
  "/close It is out of scope here",
);

function authorise(_: string, context: CommandContext): Refusal | null {
  const { record } = context;
  const groups = concernedGroups(context);
  const who = othersOf(
    groups.flatMap((group) => leadsOf(group, context)),
    context,
  );
  if (isAuthor(context)) {
    return refuse("own-proposal", "You are an author, and a lead who is none closes it.", { who, instead: "You can `/withdraw` it." });
  }
  if (!groups.some((group) => isLeadOf(group, context))) {
    const [only] = groups;
    return refuse("not-lead", "A lead of the group concerned closes it.", { who, clause: only?.scopeClause ?? null });
  }
  if (["proposal", "draft", "dormant"].includes(record.state)) return null;
  return refuse("wrong-state", `It is \`${record.state}\`, and only a proposal or a draft is closed.`, {
    instead: record.state === "in-review" ? "What is in review is decided: `/propose reject`." : null,
  });
}
