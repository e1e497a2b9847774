import type { Refusal } from "../../domain/answer.ts";
import type { Choice } from "../../domain/decision.ts";
import { clauseOf } from "../clause-of.ts";
import { type CommandContext, type FactDraft, refuse, register } from "../command.ts";
import { decisionFor, whyNoVoter, whyOtherText } from "../deciding.ts";
import { whyBlocking } from "../lgtm/authorise.ts";
import { parseWord } from "../reading/index.ts";
import { isVoterIn } from "../roles.ts";
import { nothingOpen } from "../what-would-open.ts";

export const vote = register<Choice>(
  {
    name: "vote",
    usage: "/vote yes|no|abstain",
    who: "voting members of what is open",
    does: "your ballot; the latest counts",
    rules: ["V1", "C2", "X2"],
    examples: [
      { situation: "a vote is open, by a voting member", text: "/vote no", outcome: "the ballot is no" },
      { situation: "consensus is open, by a voting member", text: "/vote no", outcome: "block-instead" },
    ],
    parse: ({ argument }) => parseWord(argument, ["yes", "no", "abstain"]),
    authorise: whyNoBallot,
    apply: cast,
    say(choice, context) {
      if (cast(choice, context).length === 0) return "That stands already, so nothing changes.";
      if (!isConsensus(context)) return `Your vote is ${choice}.`;
      return choice === "yes" ? "Your consent is recorded." : "Your consent is taken back.";
    },
  },
  "/vote yes",
);

const isConsensus = (context: CommandContext) => decisionFor(context)?.parts.some(({ rule }) => rule.kind === "lazy-consensus") ?? false;

function whyNoBallot(choice: Choice, context: CommandContext): Refusal | null {
  const decision = decisionFor(context);
  if (!decision) return nothingOpen("to vote on", context);
  if (!isVoterIn(decision, context.actor.key)) return whyNoVoter(context, decision);
  if (!isConsensus(context)) return whyOtherText(context);
  switch (choice) {
    case "no":
      return refuse("block-instead", "In consensus silence is consent, and a no has to say why.", {
        clause: clauseOf(`procedures/${decision.parts[0]?.rule.procedure ?? ""}`, context),
        instead: "Write `/block` with a reason and what would lift it.",
      });
    case "yes":
      return whyBlocking(context) ?? whyOtherText(context);
    // What takes something back is about no text.
    case "abstain":
      return null;
  }
}

/** V1, C2: the latest counts; to abstain from consensus is to take a consent back. */
function cast(choice: Choice, context: CommandContext): readonly FactDraft[] {
  const decision = decisionFor(context);
  if (!decision) return [];
  const before = decision.ballots.find(({ person }) => person === context.actor.key);
  const act = { decision: decision.id, person: context.actor.key };
  if (choice === "abstain" && isConsensus(context)) return before ? [{ fact: { type: "ballot-withdrawn", ...act } }] : [];
  return before?.choice === choice ? [] : [{ fact: { type: "ballot-cast", ...act, choice } }];
}
