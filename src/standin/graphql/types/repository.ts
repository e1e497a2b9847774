import { timestamp } from "../../clock.ts";
import type { Label, Repository } from "../../store/index.ts";
import { nodeId, repositoryPage } from "../../view/index.ts";
import { connect, orderedBy, type PageArgs } from "../connection.ts";
import { canView, type GraphqlContext, requireRead, viewerRole } from "../context.ts";
import { findExpression, findObject, type GitThing } from "../revision.ts";
import type { Fields, TypeModule } from "../type-module.ts";
import type { RefThing } from "./git-object.ts";
import { findIssue, type IssueListArgs, listIssues } from "./issue-list.ts";
import { type LabelOrder, type LabelThing, labelThing, sortLabels } from "./label.ts";
import { mergeQueueOf, type QueueThing } from "./merge-queue.ts";

const repositoryFields: Fields<Repository> = {
  id: ({ id }) => nodeId("Repository", id),
  databaseId: ({ id }) => id,
  name: ({ name }) => name,
  nameWithOwner: ({ owner, name }) => `${owner.login}/${name}`,
  description: ({ description }) => description,
  owner: ({ owner }) => owner,
  url: (repository, _, { hub }) => repositoryPage(hub, repository),
  isPrivate: ({ isPrivate }) => isPrivate,
  isFork: ({ parent }) => parent !== null,
  isArchived: ({ archived }) => archived,
  isEmpty: ({ refs }) => refs.size === 0,
  parent: ({ parent }, _, context) => (parent && canView(context, parent) ? parent : null),
  createdAt: ({ createdAt }) => timestamp(createdAt),
  updatedAt: ({ updatedAt }) => timestamp(updatedAt),
  pushedAt: ({ pushedAt }) => timestamp(pushedAt),
  visibility: ({ isPrivate }) => (isPrivate ? "PRIVATE" : "PUBLIC"),
  // What a person may do; an App has permissions instead.
  viewerPermission: (repository, _, context) =>
    context.caller.kind === "user" ? (viewerRole(context, repository)?.toUpperCase() ?? null) : null,
  defaultBranchRef: (repository, _, context) => findRef(context, repository, `refs/heads/${repository.defaultBranch}`),
  ref: (repository, { qualifiedName }: { qualifiedName: string }, context) =>
    findRef(context, repository, qualifiedName.startsWith("refs/") ? qualifiedName : `refs/heads/${qualifiedName}`),
  refs(repository, { refPrefix, ...page }: PageArgs & { refPrefix: string }, context) {
    requireRead(context, repository, "contents");
    const refs = [...repository.refs.keys()].filter((ref) => ref.startsWith(refPrefix)).map((ref): RefThing => ({ repository, ref }));
    return connect(
      orderedBy(refs, ({ ref }) => [ref], "ASC"),
      page,
    );
  },
  object(repository, { expression, oid }: { expression?: string | null; oid?: string | null }, context): GitThing | null {
    requireRead(context, repository, "contents");
    if (oid) return findObject(repository, oid.toLowerCase());
    return expression ? findExpression(repository, expression) : null;
  },
  label(repository, { name }: { name: string }, context): LabelThing | null {
    requireRead(context, repository, "issues", "pull_requests");
    const label = repository.labels.get(name.toLowerCase());
    return label ? labelThing(repository, label) : null;
  },
  labels(repository, { query, orderBy, ...page }: PageArgs & { query?: string | null; orderBy?: LabelOrder | null }, context) {
    requireRead(context, repository, "issues", "pull_requests");
    const wanted = (query ?? "").toLowerCase();
    const matches = (label: Label) => [label.name, label.description ?? ""].some((text) => text.toLowerCase().includes(wanted));
    return connect(sortLabels(repository, [...repository.labels.values()].filter(matches), orderBy), page);
  },
  mergeQueue(repository, { branch }: { branch?: string | null }, context): QueueThing | null {
    requireRead(context, repository, "merge_queues");
    return mergeQueueOf(repository, branch ?? repository.defaultBranch);
  },
  issue: (repository, { number }: { number: number }, context) => findIssue(context, repository, number, "Issue"),
  pullRequest: (repository, { number }: { number: number }, context) => findIssue(context, repository, number, "PullRequest"),
  issueOrPullRequest: (repository, { number }: { number: number }, context) =>
    findIssue(context, repository, number, "issue or pull request"),
  issues: (repository, args: IssueListArgs, context) => listIssues(context, repository, args, "Issue"),
  pullRequests: (repository, args: IssueListArgs, context) => listIssues(context, repository, args, "PullRequest"),
};

function findRef(context: GraphqlContext, repository: Repository, ref: string): RefThing | null {
  requireRead(context, repository, "contents");
  return repository.refs.has(ref) ? { repository, ref } : null;
}

const pages = "after: String, before: String, first: Int, last: Int";

export const repositoryTypes: TypeModule = {
  sdl: /* GraphQL */ `
  type Repository implements Node {
    createdAt: DateTime!
    databaseId: Int
    defaultBranchRef: Ref
    description: String
    id: ID!
    isArchived: Boolean!
    isEmpty: Boolean!
    isFork: Boolean!
    isPrivate: Boolean!
    issue(number: Int!): Issue
    issueOrPullRequest(number: Int!): IssueOrPullRequest
    issues(${pages}, labels: [String!], orderBy: IssueOrder, states: [IssueState!]): IssueConnection!
    label(name: String!): Label
    labels(${pages}, orderBy: LabelOrder = { field: CREATED_AT, direction: ASC }, query: String): LabelConnection
    mergeQueue(branch: String): MergeQueue
    name: String!
    nameWithOwner: String!
    object(expression: String, oid: GitObjectID): GitObject
    owner: RepositoryOwner!
    parent: Repository
    pullRequest(number: Int!): PullRequest
    pullRequests(
      ${pages}, baseRefName: String, headRefName: String, labels: [String!], orderBy: IssueOrder, states: [PullRequestState!]
    ): PullRequestConnection!
    pushedAt: DateTime
    ref(qualifiedName: String!): Ref
    refs(${pages}, refPrefix: String!): RefConnection
    updatedAt: DateTime!
    url: URI!
    viewerPermission: RepositoryPermission
    visibility: RepositoryVisibility!
  }
  enum RepositoryPermission { ADMIN MAINTAIN READ TRIAGE WRITE }
  enum RepositoryVisibility { INTERNAL PRIVATE PUBLIC }
  union IssueOrPullRequest = Issue | PullRequest`,
  types: { Repository: repositoryFields },
  abstract: { IssueOrPullRequest: (thing: object) => ("pull" in thing ? "Issue" : "PullRequest") },
};
