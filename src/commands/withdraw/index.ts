import { ok } from "../../kernel/result.ts";
import { refuse, register } from "../command.ts";
import { reasonOf } from "../reading/index.ts";
import { rest } from "../rest.ts";
import { isAuthor } from "../roles.ts";

export const withdraw = register<string>(
  {
    name: "withdraw",
    usage: "/withdraw [reason]",
    who: "the author",
    does: "takes the proposal back; what is open ends",
    rules: ["S6"],
    examples: [
      { situation: "by the author", text: "/withdraw", outcome: "it is withdrawn" },
      { situation: "by a stranger", text: "/withdraw", outcome: "not-author" },
    ],
    parse: (line) => ok(reasonOf(line)),
    authorise(_, context) {
      const { record } = context;
      if (!isAuthor(context)) return refuse("not-author", "Its author withdraws it.", { who: record.opened ? [record.opened.author] : [] });
      return ["rejected", "final", "superseded"].includes(record.state)
        ? refuse("wrong-state", `It is \`${record.state}\`, which is an end.`)
        : null;
    },
    apply: (reason, { record }) => (record.state === "withdrawn" ? [] : rest(record, "withdrawn", reason === "" ? null : reason)),
    say: () => "It is withdrawn; `/revive` brings it back.",
  },
  "/withdraw",
);
