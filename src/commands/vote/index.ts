import type { Choice } from "../../domain/decision.ts";
import { ok } from "../../kernel/result.ts";
import { type CommandContext, refuse, register } from "../command.ts";
import { decisionFor, whyNoVoter, whyOtherText } from "../deciding.ts";
import { takeWord } from "../reading/index.ts";
import { isVoterIn } from "../roles.ts";

export const vote = register<Choice>(
  {
    name: "vote",
    usage: "/vote yes|no|abstain",
    who: "voting members of what is open",
    does: "your ballot; the latest counts",
    rules: ["V1", "C2", "X2"],
    examples: [
      { situation: "a vote is open, by a voting member", text: "/vote no", outcome: "the ballot is no" },
      { situation: "consensus is open", text: "/vote no", outcome: "block-instead" },
    ],
    parse(line) {
      const word = takeWord(line.argument, ["yes", "no", "abstain"]);
      return word.ok ? ok(word.value.word) : word;
    },
    authorise(choice, context) {
      const decision = decisionFor(context);
      if (!decision) {
        return refuse("nothing-open", `Nothing is open to vote on: it is \`${context.record.state}\`.`, {
          instead: "A lead, or Core where it decides, opens a vote with `/call-vote`.",
        });
      }
      if (!isVoterIn(decision, context.actor.key)) return whyNoVoter(context, decision);
      if (choice === "no" && isConsensus(context)) {
        return refuse("block-instead", "In consensus silence is consent, and a no has to say why.", {
          instead: "Write `/block` with a reason and what would lift it.",
        });
      }
      if (choice === "yes" && decision.blocks.some(({ person }) => person === context.actor.key)) {
        return refuse("own-block", "Your block stands: lift it first.", { instead: "Write `/unblock`, then `/vote yes`." });
      }
      return choice === "abstain" && isConsensus(context) ? null : whyOtherText(context);
    },
    apply(choice, context) {
      const decision = decisionFor(context);
      if (!decision) return [];
      const before = decision.ballots.find(({ person }) => person === context.actor.key);
      const act = { decision: decision.id, person: context.actor.key };
      if (choice === "abstain" && isConsensus(context)) return before ? [{ fact: { type: "ballot-withdrawn", ...act } }] : [];
      return before?.choice === choice ? [] : [{ fact: { type: "ballot-cast", ...act, choice } }];
    },
    say: (choice) => `Your ballot is ${choice}.`,
  },
  "/vote yes",
);

const isConsensus = (context: CommandContext) => decisionFor(context)?.parts.some(({ rule }) => rule.kind === "lazy-consensus") ?? false;
