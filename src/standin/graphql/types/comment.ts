import { associationOf } from "../../access/association.ts";
import { timestamp, timestampOrNull } from "../../clock.ts";
import type { Comment, Issue } from "../../store/index.ts";
import { issuePage, nodeId } from "../../view/index.ts";
import { byId, connect, orderedBy, type PageArgs } from "../connection.ts";
import { viewerOf } from "../context.ts";
import { connectionSdl, type Fields, type TypeModule } from "../type-module.ts";
import { actor } from "./actor.ts";

export interface CommentOrder {
  readonly field: "UPDATED_AT";
  readonly direction: "ASC" | "DESC";
}

/** The `comments` of an issue or pull request, oldest first unless ordered. */
export function commentsOf(issue: Issue, { orderBy, ...page }: PageArgs & { readonly orderBy?: CommentOrder | null }) {
  const comments = issue.comments.values();
  return connect(orderBy ? orderedBy(comments, ({ updatedAt, id }) => [updatedAt, id], orderBy.direction) : byId(comments), page);
}

const commentFields: Fields<Comment> = {
  id: ({ id }) => nodeId("IssueComment", id),
  databaseId: ({ id }) => id,
  fullDatabaseId: ({ id }) => String(id),
  body: ({ body }) => body,
  url: ({ issue, id }, _, { hub }) => `${issuePage(hub, issue)}#issuecomment-${id}`,
  author: ({ author }) => actor(author),
  authorAssociation: ({ issue, author }, _, { hub }) => associationOf(hub, issue.repository, author),
  viewerDidAuthor: ({ author }, _, context) => author === viewerOf(context),
  createdAt: ({ createdAt }) => timestamp(createdAt),
  updatedAt: ({ updatedAt }) => timestamp(updatedAt),
  lastEditedAt: ({ lastEdit }) => timestampOrNull(lastEdit?.at ?? null),
  editor: ({ lastEdit }) => lastEdit && actor(lastEdit.by),
  includesCreatedEdit: ({ lastEdit }) => lastEdit !== null,
  isMinimized: ({ minimized }) => minimized !== null,
  minimizedReason: ({ minimized }) => minimized,
  issue: ({ issue }) => issue,
  pullRequest: ({ issue }) => issue.pull,
  repository: ({ issue }) => issue.repository,
};

export const commentTypes: TypeModule = {
  sdl: /* GraphQL */ `
  type IssueComment implements Node {
    author: Actor
    authorAssociation: CommentAuthorAssociation!
    body: String!
    createdAt: DateTime!
    databaseId: Int
    editor: Actor
    fullDatabaseId: BigInt
    id: ID!
    includesCreatedEdit: Boolean!
    isMinimized: Boolean!
    issue: Issue!
    lastEditedAt: DateTime
    minimizedReason: String
    pullRequest: PullRequest
    repository: Repository!
    updatedAt: DateTime!
    url: URI!
    viewerDidAuthor: Boolean!
  }
  input IssueCommentOrder { direction: OrderDirection! field: IssueCommentOrderField! }
  enum IssueCommentOrderField { UPDATED_AT }
  ${connectionSdl("IssueCommentConnection", "IssueComment")}`,
  types: { IssueComment: commentFields },
};
