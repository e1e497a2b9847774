/** Prefixes of GitHub's node ids. */
const nodePrefixes = {
  User: "U",
  Organization: "O",
  Bot: "BOT",
  Mannequin: "M",
  Team: "T",
  Repository: "R",
  Label: "LA",
  Issue: "I",
  PullRequest: "PR",
  IssueComment: "IC",
  PullRequestReview: "PRR",
  PullRequestReviewComment: "PRRC",
  PullRequestReviewThread: "PRRT",
  MergeQueue: "MQ",
  MergeQueueEntry: "MQE",
  Ruleset: "RRS",
  IssueEvent: "EV",
  App: "A",
  CheckSuite: "CS",
  CheckRun: "CR",
  Ref: "REF",
  Commit: "C",
  Tree: "TR",
  Blob: "B",
  Installation: "IN",
  Status: "SC",
  Reaction: "REA",
} as const;

export type NodeKind = keyof typeof nodePrefixes;

/** An opaque id for the GraphQL API and for `node_id`. */
export function nodeId(kind: NodeKind, id: number | string): string {
  return `${nodePrefixes[kind]}_${Buffer.from(`${kind}:${id}`).toString("base64url")}`;
}

/** Reads an id made by `nodeId`; undefined for anything else. */
export function parseNodeId(text: string): { readonly kind: NodeKind; readonly id: string } | undefined {
  const [, kind, id] = /^([A-Za-z]+):(.+)$/.exec(Buffer.from(text.slice(text.indexOf("_") + 1), "base64url").toString("utf8")) ?? [];
  if (kind === undefined || id === undefined || !isNodeKind(kind)) return undefined;
  return nodeId(kind, id) === text ? { kind, id } : undefined;
}

function isNodeKind(text: string): text is NodeKind {
  return Object.hasOwn(nodePrefixes, text);
}
