import { associationOf } from "../../access/association.ts";
import { timestamp, timestampOrNull } from "../../clock.ts";
import type { Issue } from "../../store/index.ts";
import { issuePage, nodeId } from "../../view/index.ts";
import { connect, inOrder, type PageArgs } from "../connection.ts";
import { type GraphqlContext, viewerOf } from "../context.ts";
import { connectionSdl, type Fields, type TypeModule } from "../type-module.ts";
import { actor } from "./actor.ts";
import { type CommentOrder, commentsOf } from "./comment.ts";
import { stateOf } from "./issue-list.ts";
import { type LabelOrder, labelsOf } from "./label.ts";

/** What issues and pull requests have in common. */
export const issueFields: Fields<Issue> = {
  number: ({ number }) => number,
  title: ({ title }) => title,
  body: ({ body }) => body ?? "",
  url: (issue, _, { hub }) => issuePage(hub, issue),
  state: stateOf,
  closed: ({ state }) => state === "closed",
  closedAt: ({ closedAt }) => timestampOrNull(closedAt),
  locked: ({ locked }) => locked,
  activeLockReason: ({ lockReason }) => lockReason?.toUpperCase().replaceAll(/[ -]/g, "_") ?? null,
  author: ({ author }) => actor(author),
  authorAssociation: ({ repository, author }, _, { hub }) => associationOf(hub, repository, author),
  viewerDidAuthor: ({ author }, _, context: GraphqlContext) => author === viewerOf(context),
  createdAt: ({ createdAt }) => timestamp(createdAt),
  updatedAt: ({ updatedAt }) => timestamp(updatedAt),
  repository: ({ repository }) => repository,
  labels: (issue, args: PageArgs & { orderBy?: LabelOrder | null }) => labelsOf(issue, args),
  assignees: ({ assignees }, page: PageArgs) => connect(inOrder([...assignees]), page),
  comments: (issue, args: PageArgs & { orderBy?: CommentOrder | null }) => commentsOf(issue, args),
};

const pages = "after: String, before: String, first: Int, last: Int";

export const issueSdl = `
    activeLockReason: LockReason
    assignees(${pages}): UserConnection!
    author: Actor
    authorAssociation: CommentAuthorAssociation!
    body: String!
    closed: Boolean!
    closedAt: DateTime
    comments(${pages}, orderBy: IssueCommentOrder): IssueCommentConnection!
    createdAt: DateTime!
    databaseId: Int
    fullDatabaseId: BigInt
    id: ID!
    labels(${pages}, orderBy: LabelOrder = { field: CREATED_AT, direction: ASC }): LabelConnection
    locked: Boolean!
    number: Int!
    repository: Repository!
    title: String!
    updatedAt: DateTime!
    url: URI!
    viewerDidAuthor: Boolean!`;

export const issueTypes: TypeModule = {
  sdl: /* GraphQL */ `
  type Issue implements Node { ${issueSdl}
    state: IssueState!
    stateReason(enableDuplicate: Boolean = false): IssueStateReason
  }
  ${connectionSdl("IssueConnection", "Issue")}
  ${connectionSdl("UserConnection", "User")}
  input IssueOrder { direction: OrderDirection! field: IssueOrderField! }
  enum IssueOrderField { COMMENTS CREATED_AT UPDATED_AT }
  enum IssueState { CLOSED OPEN }
  enum IssueStateReason { COMPLETED DUPLICATE NOT_PLANNED REOPENED }
  enum LockReason { OFF_TOPIC RESOLVED SPAM TOO_HEATED }
  enum CommentAuthorAssociation { COLLABORATOR CONTRIBUTOR FIRST_TIMER FIRST_TIME_CONTRIBUTOR MANNEQUIN MEMBER NONE OWNER }`,
  types: {
    Issue: {
      ...issueFields,
      id: ({ id }: Issue) => nodeId("Issue", id),
      databaseId: ({ id }: Issue) => id,
      fullDatabaseId: ({ id }: Issue) => String(id),
      // Without the argument GitHub shows duplicates as not planned.
      stateReason: ({ stateReason }: Issue, { enableDuplicate }: { enableDuplicate: boolean }) =>
        (stateReason === "duplicate" && !enableDuplicate ? "not_planned" : stateReason)?.toUpperCase() ?? null,
    },
  },
};
