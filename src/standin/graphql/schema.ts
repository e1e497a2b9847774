import { buildSchema, type GraphQLFieldResolver, type GraphQLSchema, getNamedType, isAbstractType, isObjectType } from "graphql";
import { type GraphqlContext, spendWork } from "./context.ts";
import { checkPageBounds } from "./page-bounds.ts";
import type { TypeModule } from "./type-module.ts";
import { actorTypes } from "./types/actor.ts";
import { basicTypes } from "./types/basics.ts";
import { checkTypes } from "./types/check.ts";
import { commentTypes } from "./types/comment.ts";
import { gitTypes } from "./types/git-object.ts";
import { issueTypes } from "./types/issue.ts";
import { labelTypes } from "./types/label.ts";
import { mergeQueueTypes } from "./types/merge-queue.ts";
import { mutationTypes } from "./types/mutation.ts";
import { pullTypes } from "./types/pull.ts";
import { pullCommitTypes } from "./types/pull-commit.ts";
import { queryTypes } from "./types/query.ts";
import { repositoryTypes } from "./types/repository.ts";
import { reviewTypes } from "./types/review.ts";
import { reviewThreadTypes } from "./types/review-thread.ts";
import { timelineTypes } from "./types/timeline.ts";

const modules: readonly TypeModule[] = [
  basicTypes,
  queryTypes,
  mutationTypes,
  actorTypes,
  repositoryTypes,
  gitTypes,
  labelTypes,
  issueTypes,
  commentTypes,
  pullTypes,
  pullCommitTypes,
  reviewTypes,
  reviewThreadTypes,
  mergeQueueTypes,
  timelineTypes,
  checkTypes,
];

/**
 * The pinned subset of GitHub's schema that the stand-in answers. `test/contract` holds it to GitHub's own: whatever is
 * valid here is valid there.
 */
export const schemaText = modules.map(({ sdl }) => sdl).join("\n");

type Resolve = GraphQLFieldResolver<unknown, GraphqlContext>;

/** What holds a page together or comes ready-made from its parent: read off the source as it is. */
const plain = /^(RateLimit|PageInfo|.*Connection|.*Edge)$/;

export const schema = bindSchema();

function bindSchema(): GraphQLSchema {
  const built = buildSchema(schemaText);
  const fields = new Map(modules.flatMap(({ types }) => Object.entries(types)));
  const kinds = new Map(modules.flatMap(({ abstract = {} }) => Object.entries(abstract)));
  for (const [name, resolvers] of fields) {
    const type = built.getType(name);
    const defined = isObjectType(type) ? type.getFields() : {};
    for (const field of Object.keys(resolvers)) if (!defined[field]) throw new Error(`${name}.${field} is answered and not defined.`);
  }
  for (const type of Object.values(built.getTypeMap())) {
    if (type.name.startsWith("__")) continue;
    if (isAbstractType(type)) {
      const kindOf = kinds.get(type.name);
      // The union or interface says which things it is given, which the erased type cannot.
      if (kindOf) type.resolveType = kindOf as (thing: unknown) => string;
    }
    if (!isObjectType(type) || plain.test(type.name)) continue;
    for (const field of Object.values(type.getFields())) {
      // Each resolver is called with things of its own type only, which the erased type cannot say either.
      const resolve = fields.get(type.name)?.[field.name] as unknown as Resolve | undefined;
      if (!resolve) throw new Error(`${type.name}.${field.name} is defined and not answered.`);
      field.resolve = counted(isConnection(getNamedType(field.type).name) ? bounded(resolve) : resolve);
    }
  }
  return built;
}

export function isConnection(typeName: string): boolean {
  return typeName.endsWith("Connection");
}

function counted(resolve: Resolve): Resolve {
  return (source, args, context, info) => {
    spendWork(context);
    return resolve(source, args, context, info);
  };
}

function bounded(resolve: Resolve): Resolve {
  return (source, args, context, info) => {
    checkPageBounds(args, info);
    return resolve(source, args, context, info);
  };
}
