import { ok } from "../../kernel/result.ts";
import { refuse, register } from "../command.ts";
import { isAuthor } from "../roles.ts";

export const revive = register<null>(
  {
    name: "revive",
    usage: "/revive",
    who: "the author",
    does: "brings a dormant or withdrawn proposal back to its beginning",
    rules: ["S6"],
    examples: [
      { situation: "dormant, by the author", text: "/revive", outcome: "it is a proposal again" },
      { situation: "in draft, by the author", text: "/revive", outcome: "wrong-state" },
      { situation: "dormant, by a stranger", text: "/revive", outcome: "not-author" },
    ],
    parse: () => ok(null),
    authorise(_, context) {
      const { record } = context;
      if (!isAuthor(context)) return refuse("not-author", "Its author revives it.", { who: record.opened ? [record.opened.author] : [] });
      return record.state === "dormant" || record.state === "withdrawn"
        ? null
        : refuse("wrong-state", `It is \`${record.state}\`, and only what rests or was withdrawn is revived.`);
    },
    apply: (_, { record }) => [{ fact: { type: "state-moved", from: record.state, to: "proposal" } }],
    say: () => "It is a proposal again, and needs a sponsor.",
  },
  "/revive",
);
