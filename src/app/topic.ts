import { type Subject, subjectKey } from "../ports/ledger.ts";

/** What a delivery says to look at. */
export type Topic =
  | ({ readonly kind: "pull-request" } & Subject)
  /** The default branch moved: the rules may have changed, and with them every open proposal. */
  | { readonly kind: "default-branch"; readonly repositoryId: number }
  | { readonly kind: "merge-group"; readonly repositoryId: number; readonly headSha: string }
  /** Every group in the merge queue: a pull request in it may no longer be merged. */
  | { readonly kind: "merge-queue"; readonly repositoryId: number }
  /** Every open pull request with this head: its check run was asked for again. */
  | { readonly kind: "head"; readonly repositoryId: number; readonly headSha: string }
  /** Everything open in the repository. */
  | { readonly kind: "repository"; readonly repositoryId: number }
  /** Where the App is installed may have changed. */
  | { readonly kind: "installations" };

/** The unit of order and of locking, as written in the inbox, in locks and in logs. */
export function topicKey(topic: Topic): string {
  switch (topic.kind) {
    case "pull-request":
      return subjectKey(topic);
    case "installations":
      return "installations";
    case "repository":
      return `repo/${topic.repositoryId}/all`;
    case "default-branch":
      return `repo/${topic.repositoryId}/default-branch`;
    case "merge-queue":
      return `repo/${topic.repositoryId}/merge-queue`;
    case "merge-group":
    case "head":
      return `repo/${topic.repositoryId}/${topic.kind}/${topic.headSha}`;
  }
}

const shapes: readonly (readonly [RegExp, (id: number, rest: string) => Topic])[] = [
  [/^repo\/(\d+)\/pull\/(\d+)$/, (repositoryId, rest) => ({ kind: "pull-request", repositoryId, pullRequest: Number(rest) })],
  [/^repo\/(\d+)\/all$/, (repositoryId) => ({ kind: "repository", repositoryId })],
  [/^repo\/(\d+)\/default-branch$/, (repositoryId) => ({ kind: "default-branch", repositoryId })],
  [/^repo\/(\d+)\/merge-queue$/, (repositoryId) => ({ kind: "merge-queue", repositoryId })],
  [/^repo\/(\d+)\/merge-group\/([0-9a-f]+)$/, (repositoryId, headSha) => ({ kind: "merge-group", repositoryId, headSha })],
  [/^repo\/(\d+)\/head\/([0-9a-f]+)$/, (repositoryId, headSha) => ({ kind: "head", repositoryId, headSha })],
];

/** The topic of a key. Throws on a key that `topicKey` did not write: another version's, or a damaged row. */
export function parseTopicKey(key: string): Topic {
  if (key === "installations") return { kind: "installations" };
  for (const [shape, make] of shapes) {
    const [, id, rest = ""] = shape.exec(key) ?? [];
    if (id !== undefined) return make(Number(id), rest);
  }
  throw new Error(`The inbox holds a subject that this version does not know: ${key}`);
}
