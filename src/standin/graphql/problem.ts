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
  const { locations, path, originalError } = error;
  const { message, extensions } = inGithubsWords(error);
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

/** Two mistakes that clients make and look for; GitHub words them otherwise than the library does. */
function inGithubsWords({ message, extensions }: GraphQLError): { message: string; extensions: object } {
  const [, fieldName, typeName] = /^Cannot query field "(\w+)" on type "(\w+)"/.exec(message) ?? [];
  if (fieldName !== undefined) {
    return {
      message: `Field '${fieldName}' doesn't exist on type '${typeName}'`,
      extensions: { code: "undefinedField", typeName, fieldName },
    };
  }
  const [, variable, type] = /^Variable "(\$\w+)" of required type "([^"]+)" was not provided/.exec(message) ?? [];
  if (variable === undefined) return { message, extensions };
  return {
    message: `Variable ${variable} of type ${type} was provided invalid value`,
    extensions: { value: null, problems: [{ path: [], explanation: "Expected value to not be null" }] },
  };
}

/** A refusal of the whole query. */
export function refusalOf(problem: Problem): GraphQLError {
  return new GraphQLError(problem.message, { originalError: problem });
}

export const tooMuchWork = () => new Problem("RESOURCE_LIMITS_EXCEEDED", "Resource limits for this query exceeded.");
