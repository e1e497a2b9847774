import { ok } from "../../kernel/result.ts";
import { register } from "../command.ts";
import { openCoreVote, openGroupVote } from "./apply.ts";
import { isCoresToCall, whyNoVote } from "./authorise.ts";

export const callVote = register<null>(
  {
    name: "call-vote",
    usage: "/call-vote",
    who: "a lead, any voting member while a block stands, or the third who asks; where Core decides, a Core or Lead Maintainer",
    does: "opens a vote with its end at once; an open consensus ends by it",
    rules: ["O3", "E3", "V7"],
    examples: [
      { situation: "Core decides, in review, by a Core Maintainer", text: "/call-vote", outcome: "Core's vote opens" },
      { situation: "Core decides, by a lead of a group", text: "/call-vote", outcome: "not-core" },
    ],
    parse: () => ok(null),
    authorise: (_, context) => whyNoVote(context),
    apply: (_, context) => (isCoresToCall(context) ? openCoreVote(context) : openGroupVote(context)),
    say(_, context) {
      const facts = isCoresToCall(context) ? openCoreVote(context) : openGroupVote(context);
      if (facts.length === 0) return "You had asked for a vote already, so nothing changes.";
      const opened = facts.some(({ fact }) => fact.type === "decision-opened");
      return opened ? "The vote is open." : "That you ask for a vote is recorded; it opens when enough voting members have asked.";
    },
  },
  "/call-vote",
);
