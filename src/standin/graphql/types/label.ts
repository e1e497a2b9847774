import { timestamp } from "../../clock.ts";
import type { Issue, Label, Repository } from "../../store/index.ts";
import { nodeId, repositoryPage } from "../../view/index.ts";
import { connect, type Listing, orderedBy, type PageArgs } from "../connection.ts";
import { connectionSdl, type Fields, type TypeModule } from "../type-module.ts";

/** A label in its repository. */
export interface LabelThing {
  readonly repository: Repository;
  readonly label: Label;
}

export interface LabelOrder {
  readonly field: "CREATED_AT" | "NAME";
  readonly direction: "ASC" | "DESC";
}

export function labelThing(repository: Repository, label: Label): LabelThing {
  return { repository, label };
}

export function sortLabels(repository: Repository, labels: Iterable<Label>, orderBy: LabelOrder | null | undefined): Listing<LabelThing> {
  const { field = "CREATED_AT", direction = "ASC" } = orderBy ?? {};
  const things = [...labels].map((label) => labelThing(repository, label));
  const place = ({ label }: LabelThing) => (field === "NAME" ? [label.name.toLowerCase(), label.id] : [label.id]);
  return orderedBy(things, place, direction);
}

/** The `labels` of an issue or pull request. */
export function labelsOf(issue: Issue, { orderBy, ...page }: PageArgs & { readonly orderBy?: LabelOrder | null }) {
  return connect(sortLabels(issue.repository, issue.labels, orderBy), page);
}

const labelFields: Fields<LabelThing> = {
  id: ({ label }) => nodeId("Label", label.id),
  name: ({ label }) => label.name,
  color: ({ label }) => label.color,
  description: ({ label }) => label.description,
  isDefault: ({ label }) => label.isDefault,
  createdAt: ({ label }) => timestamp(label.createdAt),
  repository: ({ repository }) => repository,
  url: ({ repository, label }, _, { hub }) => `${repositoryPage(hub, repository)}/labels/${encodeURIComponent(label.name)}`,
};

export const labelTypes: TypeModule = {
  sdl: /* GraphQL */ `
  type Label implements Node {
    color: String!
    createdAt: DateTime
    description: String
    id: ID!
    isDefault: Boolean!
    name: String!
    repository: Repository!
    url: URI!
  }
  input LabelOrder { direction: OrderDirection! field: LabelOrderField! }
  enum LabelOrderField { CREATED_AT NAME }
  ${connectionSdl("LabelConnection", "Label")}`,
  types: { Label: labelFields },
};
