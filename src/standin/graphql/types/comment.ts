import { associationOf } from "../../access/association.ts";
import { timestamp, timestampOrNull } from "../../clock.ts";
import type { Comment, Issue, Reaction, ReactionContent } from "../../store/index.ts";
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
  reactionGroups: ({ reactions }) =>
    Object.keys(reactionNames).map(
      (name): ReactionGroup => ({ name, reactions: reactions.filter(({ content }) => reactionNames[name] === content) }),
    ),
  issue: ({ issue }) => issue,
  pullRequest: ({ issue }) => issue.pull,
  repository: ({ issue }) => issue.repository,
};

interface ReactionGroup {
  readonly name: string;
  readonly reactions: readonly Reaction[];
}

/** All eight are there, whether anybody used them or not. */
const reactionNames: Readonly<Record<string, ReactionContent>> = {
  THUMBS_UP: "+1",
  THUMBS_DOWN: "-1",
  LAUGH: "laugh",
  HOORAY: "hooray",
  CONFUSED: "confused",
  HEART: "heart",
  ROCKET: "rocket",
  EYES: "eyes",
};

const groupFields: Fields<ReactionGroup> = {
  content: ({ name }) => name,
  createdAt: ({ reactions }) => timestampOrNull(reactions[0]?.createdAt ?? null),
  viewerHasReacted: ({ reactions }, _, context) => reactions.some(({ author }) => author === viewerOf(context)),
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
    reactionGroups: [ReactionGroup!]
    repository: Repository!
    updatedAt: DateTime!
    url: URI!
    viewerDidAuthor: Boolean!
  }
  type ReactionGroup { content: ReactionContent! createdAt: DateTime viewerHasReacted: Boolean! }
  enum ReactionContent { ${Object.keys(reactionNames).join(" ")} }
  input IssueCommentOrder { direction: OrderDirection! field: IssueCommentOrderField! }
  enum IssueCommentOrderField { UPDATED_AT }
  ${connectionSdl("IssueCommentConnection", "IssueComment")}`,
  types: { IssueComment: commentFields, ReactionGroup: groupFields },
};
