import { GraphQLError } from "graphql";

/** GitHub's own kinds of GraphQL errors, as far as the stand-in gives them. All come with HTTP status 200. */
export type ProblemType =
  | "FORBIDDEN"
  | "NOT_FOUND"
  | "UNPROCESSABLE"
  | "RATE_LIMITED"
  | "MISSING_PAGINATION_BOUNDARIES"
  | "EXCESSIVE_PAGINATION"
  | "INVALID_CURSOR_ARGUMENTS"
  | "MAX_NODE_LIMIT_EXCEEDED"
  | "RESOURCE_LIMITS_EXCEEDED";

/** A refusal that the asker sees beside the data. Any other error in a resolver is a defect of the stand-in. */
export class Problem extends Error {
  readonly type: ProblemType;

  constructor(type: ProblemType, message: string) {
    super(message);
    this.type = type;
  }
}

/** One entry of `errors` in GitHub's form, with its `type` where it has one. */
export function formatError(error: GraphQLError): object {
  const { message, locations, path, extensions, originalError } = error;
  const type = originalError instanceof Problem ? originalError.type : undefined;
  return {
    ...(type === undefined ? {} : { type }),
    ...(path === undefined ? {} : { path }),
    ...(type === "FORBIDDEN" ? { extensions: { saml_failure: false } } : {}),
    ...(Object.keys(extensions).length === 0 ? {} : { extensions }),
    ...(locations === undefined ? {} : { locations }),
    message,
  };
}

/** A refusal before anything was resolved, at the place in the query that it is about. */
export function problemAt(problem: Problem, nodes: GraphQLError["nodes"]): GraphQLError {
  return new GraphQLError(problem.message, { nodes: nodes ?? null, originalError: problem });
}
