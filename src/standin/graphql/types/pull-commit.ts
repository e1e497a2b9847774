import { comparePull } from "../../facts/comparison.ts";
import type { Pull } from "../../store/index.ts";
import { issuePage, nodeId } from "../../view/index.ts";
import { findObject } from "../revision.ts";
import { connectionSdl, type Fields, type TypeModule } from "../type-module.ts";

/** A commit as a part of a pull request. */
export interface PullCommit {
  readonly pull: Pull;
  readonly oid: string;
}

/** What GitHub lists at most of one pull request. */
const mostCommits = 250;

/** Oldest first. */
export function commitsOf(pull: Pull): PullCommit[] {
  return comparePull(pull)
    .commits.slice(0, mostCommits)
    .map((oid) => ({ pull, oid }));
}

const commitFields: Fields<PullCommit> = {
  id: ({ pull, oid }) => nodeId("Commit", `${pull.id}:${oid}`),
  commit: ({ pull, oid }) => findObject(pull.issue.repository, oid, ""),
  pullRequest: ({ pull }) => pull,
  url: ({ pull, oid }, _, { hub }) => `${issuePage(hub, pull.issue)}/commits/${oid}`,
};

export const pullCommitTypes: TypeModule = {
  sdl: /* GraphQL */ `
  type PullRequestCommit implements Node { commit: Commit! id: ID! pullRequest: PullRequest! url: URI! }
  ${connectionSdl("PullRequestCommitConnection", "PullRequestCommit")}`,
  types: { PullRequestCommit: commitFields },
};
