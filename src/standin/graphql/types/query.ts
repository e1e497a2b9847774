import { timestamp } from "../../clock.ts";
import type { Account } from "../../store/index.ts";
import { canView, type GraphqlContext, viewerOf } from "../context.ts";
import { Problem } from "../problem.ts";
import type { Fields, TypeModule } from "../type-module.ts";

const queryFields: Fields<undefined> = {
  rateLimit(_, __, { hub, callerName, measure }) {
    const { limit, used, reset } = hub.limiter.state(callerName, "graphql");
    const after = Math.min(limit, used + measure.cost);
    return { limit, used: after, remaining: limit - after, resetAt: timestamp(reset * 1_000), ...measure };
  },
  repository(_, { owner, name }: { owner: string; name: string }, context) {
    const found = context.hub.store.repository(owner, name);
    if (found && canView(context, found)) return found;
    throw new Problem("NOT_FOUND", `Could not resolve to a Repository with the name '${owner}/${name}'.`);
  },
  user: (_, { login }: { login: string }, context) => findAccount(context, login, "User"),
  organization(_, { login }: { login: string }, context) {
    return findAccount(context, login, "Organization");
  },
  // GitHub calls an App's bot a user here, and gives it its `[bot]`.
  viewer: (_, __, context): Account | null => {
    const account = viewerOf(context);
    return account && { ...account, kind: "User" };
  },
};

function findAccount({ hub }: GraphqlContext, login: string, kind: "User" | "Organization"): Account {
  const account = hub.store.account(login);
  if (account?.kind === kind && !account.deleted) return account;
  throw new Problem("NOT_FOUND", `Could not resolve to ${kind === "User" ? "a User" : "an Organization"} with the login of '${login}'.`);
}

export const queryTypes: TypeModule = {
  sdl: /* GraphQL */ `
  type Query {
    organization(login: String!): Organization
    rateLimit(dryRun: Boolean = false): RateLimit
    repository(followRenames: Boolean = true, name: String!, owner: String!): Repository
    user(login: String!): User
    viewer: User!
  }
  type RateLimit { cost: Int! limit: Int! nodeCount: Int! remaining: Int! resetAt: DateTime! used: Int! }`,
  types: { Query: queryFields },
};
