import type { Effect } from "../../src/domain/effect.ts";
import type { Actor, Snapshot } from "../../src/domain/snapshot.ts";
import { assertNever } from "../../src/kernel/assert-never.ts";
import { digestOf } from "../../src/kernel/digest.ts";
import { epochMilliseconds, instant } from "../../src/kernel/instant.ts";
import { aFile, anOwnComment, selfActor } from "./snapshot.ts";

/** What a later snapshot shows once the effects were applied, each at a second of its own. */
export function applyEffects(before: Snapshot, effects: readonly Effect[]): Snapshot {
  return effects.reduce(applyEffect, before);
}

function applyEffect(before: Snapshot, effect: Effect): Snapshot {
  const takenAt = instant(epochMilliseconds(before.takenAt) + 1000);
  const { repository, pullRequest } = before;
  const withPull = (changes: Partial<Snapshot["pullRequest"]>): Snapshot => ({
    ...before,
    takenAt,
    pullRequest: { ...pullRequest, ...changes },
  });
  switch (effect.kind) {
    case "create-label":
      return { ...before, takenAt, repository: { ...repository, labels: [...repository.labels, effect.label] } };
    case "add-labels":
      return effect.labels.reduce((snapshot, label) => moveLabel(snapshot, "labeled", label, selfActor), { ...before, takenAt });
    case "remove-label":
      return moveLabel({ ...before, takenAt }, "unlabeled", effect.label, selfActor);
    case "create-comment": {
      const id = 1 + Math.max(0, ...[...pullRequest.ownComments, ...pullRequest.conversation].map((comment) => comment.id));
      // GitHub gives line ends back as it stores them.
      const body = effect.body.replaceAll("\n", "\r\n");
      return withPull({ ownComments: [...pullRequest.ownComments, { ...anOwnComment(id, body), createdAt: takenAt }] });
    }
    case "update-comment":
      return withPull({
        ownComments: pullRequest.ownComments.map((comment) =>
          comment.id === effect.commentId ? { ...comment, body: effect.body, editedAt: takenAt } : comment,
        ),
      });
    case "delete-comment":
      return withPull({ ownComments: pullRequest.ownComments.filter(({ id }) => id !== effect.commentId) });
    case "request-reviewers":
      return withPull({
        requestedUsers: [...pullRequest.requestedUsers, ...effect.users],
        requestedTeams: [...pullRequest.requestedTeams, ...effect.teams],
        reviewRequestEvents: [
          ...pullRequest.reviewRequestEvents,
          ...[
            ...effect.users.map((reviewer) => ({ reviewer, team: false })),
            ...effect.teams.map((reviewer) => ({ reviewer, team: true })),
          ].map((asked, index) => ({
            id: `RRE_${pullRequest.reviewRequestEvents.length + index}`,
            action: "requested" as const,
            actor: selfActor,
            at: takenAt,
            ...asked,
          })),
        ],
      });
    case "create-check":
    case "update-check": {
      const { name, headSha, conclusion, digest } = effect.report;
      const id = 1 + Math.max(0, ...before.checks.map((check) => check.id));
      return { ...before, takenAt, checks: [...before.checks, { id, name, headSha, conclusion, digest }] };
    }
    case "react":
      return withPull({
        conversation: pullRequest.conversation.map((comment) =>
          comment.id === effect.commentId ? { ...comment, reacted: true } : comment,
        ),
      });
    case "suggest-line": {
      const id = 1 + Math.max(0, ...pullRequest.ownSuggestions.map((suggestion) => suggestion.id));
      return withPull({ ownSuggestions: [...pullRequest.ownSuggestions, { id, path: effect.path, body: effect.body }] });
    }
    case "commit-file": {
      if (effect.branchSha !== pullRequest.headSha) return { ...before, takenAt };
      const headSha = digestOf([pullRequest.headSha, effect.path, effect.text]).replace(/\W/g, "").slice(-40);
      const texts = before.texts.map((pair) => (pair.path === effect.path ? { ...pair, head: aFile(effect.path, effect.text) } : pair));
      return { ...withPull({ headSha }), texts, checks: [] };
    }
    case "approve": {
      const id = 1 + Math.max(0, ...[...pullRequest.ownReviews, ...pullRequest.reviews].map((review) => review.id));
      return withPull({ ownReviews: [...pullRequest.ownReviews, { id, verdict: "approved", commit: effect.headSha }] });
    }
    case "dismiss-approval":
      return withPull({
        ownReviews: pullRequest.ownReviews.map((review) => (review.id === effect.reviewId ? { ...review, verdict: "dismissed" } : review)),
      });
    default:
      return assertNever(effect);
  }
}

/** A label put on or taken off, as GitHub would show it afterwards. */
export function moveLabel(before: Snapshot, action: "labeled" | "unlabeled", label: string, actor: Actor): Snapshot {
  const { pullRequest } = before;
  const at = instant(epochMilliseconds(before.takenAt) + 1000);
  const others = pullRequest.labels.filter((each) => each.toLowerCase() !== label.toLowerCase());
  return {
    ...before,
    takenAt: at,
    pullRequest: {
      ...pullRequest,
      labels: action === "labeled" ? [...others, label] : others,
      labelEvents: [...pullRequest.labelEvents, { id: `LE_${pullRequest.labelEvents.length}`, action, label, actor, at }],
    },
  };
}
