import { refuse, register } from "../command.ts";
import { reasonOf, requireReason } from "../reading/index.ts";
import { concernedGroups, isAuthor, isLeadOf, leadsOf, loginsOf } from "../roles.ts";

export const close = register<string>(
  {
    name: "close",
    usage: "/close reason",
    who: "a lead of the group concerned who is no author",
    does: "lays a proposal or draft to rest, with the reason; its author can revive it",
    rules: ["S6"],
    examples: [{ situation: "by a stranger", text: "/close It is out of scope here", outcome: "not-lead" }],
    parse: (line) => requireReason(reasonOf(line), 3),
    authorise(_, context) {
      const { record, governance } = context;
      const groups = concernedGroups(context);
      const who = loginsOf(
        groups.flatMap((group) => leadsOf(group, context)),
        governance,
      );
      if (isAuthor(context)) return refuse("own-proposal", "You are an author.", { who, instead: "You can `/withdraw` it." });
      if (!groups.some((group) => isLeadOf(group, context))) return refuse("not-lead", "A lead of the group concerned closes it.", { who });
      return record.state === "proposal" || record.state === "draft"
        ? null
        : refuse("wrong-state", `It is \`${record.state}\`, and only a proposal or a draft is closed.`);
    },
    apply: (reason, { record }) => [{ reason, fact: { type: "state-moved", from: record.state, to: "dormant" } }],
    say: () => "It rests; its author can `/revive` it.",
  },
  "/close It is out of scope here",
);
