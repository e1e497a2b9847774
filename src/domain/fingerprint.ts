import { assertNever } from "../kernel/assert-never.ts";
import { digestOf, sha256 } from "../kernel/digest.ts";
import type { Effect } from "./effect.ts";
import type { CheckConclusion, ReviewVerdict } from "./snapshot.ts";

/**
 * What can be seen of a pull request in a sweep's page, and what a pass compares. Held apart from the snapshot, because a
 * sweep reads 50 of them in one request: texts stand for themselves by the head commit, comments by a digest.
 */
export interface Fingerprint {
  readonly state: "open" | "closed" | "merged";
  readonly draft: boolean;
  readonly locked: boolean;
  readonly title: string;
  readonly baseRef: string;
  readonly headSha: string;
  readonly labels: readonly string[];
  readonly assignees: readonly string[];
  /** Logins, and `team/<slug>`. */
  readonly requested: readonly string[];
  readonly comments: number;
  /** The App's own among the first ten comments: id to digest of the text. */
  readonly ownComments: Readonly<Record<string, string>>;
  /** Comments by others among the last hundred, reviews by others, and what people did by labels and assignments: ids, with edits. */
  readonly acts: readonly string[];
  /** The App's own reviews: id to verdict. */
  readonly ownReviews: Readonly<Record<string, ReviewVerdict>>;
  readonly check: { readonly id: number; readonly conclusion: CheckConclusion | null; readonly digest: string | null } | null;
}

/** Comments beyond the first ten are only counted: the status comment is made when a proposal is opened. */
export const fingerprintedComments = 10;

/** An effect that was applied, with the id of what it made, and the reviewers GitHub refused. */
export interface AppliedEffect {
  readonly effect: Effect;
  readonly id: number | null;
  readonly refused: readonly string[];
}

/** The stored form: equal texts mean that nothing moved. The order of lists does not count, nor case, as on GitHub. */
export function digestFingerprint(seen: Fingerprint): string {
  const plain = (names: readonly string[]) => names.map((name) => name.toLowerCase()).sort();
  return digestOf({ ...seen, labels: plain(seen.labels), assignees: plain(seen.assignees), requested: plain(seen.requested) });
}

/** What the next sweep will see when nobody else did anything: so that the App's own writes do not ask for another pass. */
export function fingerprintAfter(seen: Fingerprint, applied: readonly AppliedEffect[]): Fingerprint {
  return applied.reduce(applyToFingerprint, seen);
}

function applyToFingerprint(seen: Fingerprint, { effect, id, refused }: AppliedEffect): Fingerprint {
  switch (effect.kind) {
    case "create-label":
      return seen;
    case "add-labels":
      return { ...seen, labels: [...new Set([...seen.labels, ...effect.labels])] };
    case "remove-label":
      return { ...seen, labels: seen.labels.filter((label) => label !== effect.label) };
    case "create-comment": {
      const shown = id !== null && seen.comments < fingerprintedComments;
      return {
        ...seen,
        comments: seen.comments + 1,
        ownComments: shown ? { ...seen.ownComments, [id]: sha256(effect.body) } : seen.ownComments,
      };
    }
    case "update-comment": {
      const shown = String(effect.commentId) in seen.ownComments;
      return shown ? { ...seen, ownComments: { ...seen.ownComments, [effect.commentId]: sha256(effect.body) } } : seen;
    }
    case "delete-comment": {
      const { [String(effect.commentId)]: _deleted, ...ownComments } = seen.ownComments;
      return { ...seen, comments: seen.comments - 1, ownComments };
    }
    case "request-reviewers": {
      const asked = [...effect.users, ...effect.teams.map((team) => `team/${team}`)].filter((reviewer) => !refused.includes(reviewer));
      return { ...seen, requested: [...new Set([...seen.requested, ...asked])] };
    }
    case "create-check":
    case "update-check": {
      if (id === null || effect.report.headSha !== seen.headSha) return seen;
      return { ...seen, check: { id, conclusion: effect.report.conclusion, digest: effect.report.digest } };
    }
    case "approve":
      return id === null ? seen : { ...seen, ownReviews: { ...seen.ownReviews, [id]: "approved" } };
    case "dismiss-approval": {
      const shown = String(effect.reviewId) in seen.ownReviews;
      return shown ? { ...seen, ownReviews: { ...seen.ownReviews, [effect.reviewId]: "dismissed" } } : seen;
    }
    // A commit is another head, which a pass looks at; the others are nothing that a sweep reads.
    case "commit-file":
    case "react":
    case "suggest-line":
      return seen;
    default:
      return assertNever(effect);
  }
}
