import { isBareWord, readCommandLines, suggestCommand } from "../../commands/reading/index.ts";
import type { ProposalRecord } from "../../domain/proposal-record.ts";
import type { Comment, Review, Snapshot } from "../../domain/snapshot.ts";
import type { Governance } from "../../governance/index.ts";
import { type Act, asLine, compareActs } from "./act.ts";
import { gatherHandActs } from "./hand-acts.ts";
import { digestOfCommit, digestReadBy } from "./read-digest.ts";

/** Every act on the pull request that the ledger does not answer yet, oldest first. Bots, ghosts and the App itself never act. */
export function gatherActs(snapshot: Snapshot, record: ProposalRecord, governance: Governance, known: readonly string[]): readonly Act[] {
  const { pullRequest } = snapshot;
  const acts = [
    ...pullRequest.conversation.flatMap((comment) => readComment(comment, record, known)),
    ...pullRequest.reviews.flatMap((review) => readReview(review, record)),
    ...gatherHandActs(snapshot, governance),
  ];
  return acts.filter(({ source, actor }) => !record.answers.has(source) && !actor.bot && actor.id !== null).toSorted(compareActs);
}

function readComment(comment: Comment, record: ProposalRecord, known: readonly string[]): readonly Act[] {
  return readCommandLines(comment.body).flatMap((line): readonly Act[] => {
    const isKnown = known.includes(line.name);
    const suggestion = isKnown ? null : line.explicit ? "help" : isBareWord(line) ? suggestCommand(line.name, known) : null;
    if (!isKnown && suggestion === null) return [];
    return [
      {
        at: comment.createdAt,
        order: [comment.id, line.index],
        source: `comment/${comment.id}#${line.index}`,
        actor: comment.author,
        line,
        readDigest: digestReadBy({ at: comment.createdAt, id: comment.id }, record),
        repeat: comment.editedAt !== null ? "edited" : comment.viaApp !== null ? "through-app" : null,
        suggestion,
      },
    ];
  });
}

/** An approving review is `/lgtm` on its commit; one that asks for changes is asked for a block's reason. */
function readReview(review: Review, record: ProposalRecord): readonly Act[] {
  if (review.verdict !== "approved" && review.verdict !== "changes-requested") return [];
  const line = review.verdict === "approved" ? asLine("lgtm") : asLine("block", review.body.trim());
  return [
    {
      at: review.submittedAt,
      order: [review.id, 0],
      source: `review/${review.id}`,
      actor: review.author,
      line,
      readDigest: digestOfCommit(review.commit, record),
      repeat: review.editedAt !== null ? "edited" : null,
      suggestion: null,
    },
  ];
}
