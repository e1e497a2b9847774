import { type ExecutionResult, execute, GraphQLError, getOperationAST, getVariableValues, OperationTypeNode } from "graphql";
import { Fail } from "../fail.ts";
import { type Answer, jsonAnswer } from "../http/answer.ts";
import { type Incoming, identify } from "../http/handle.ts";
import type { GraphqlAnswer } from "../http/server.ts";
import type { Hub } from "../hub.ts";
import type { GraphqlContext, Measure } from "./context.ts";
import { measureOperation } from "./measure.ts";
import { parseDocument } from "./parse-document.ts";
import { formatError, Problem } from "./problem.ts";
import { type GraphqlRequest, readRequest } from "./read-request.ts";
import { schema } from "./schema.ts";

/**
 * Answers a POST to GitHub's GraphQL address. Errors of a query come with status 200 and in `errors`, as on GitHub; thrown
 * are refusals of the whole request (`Fail`: 400, 401) and defects of the stand-in.
 */
export async function answerGraphql(hub: Hub, incoming: Incoming): Promise<GraphqlAnswer> {
  const { caller, name } = identify(hub, incoming);
  if (caller.kind === "anonymous") throw unauthenticated();
  const request = readRequest(incoming.body);
  if (!request) return refuse([new GraphQLError("A query attribute must be specified and must be a string.")]);
  const { document, errors } = parseDocument(request.query);
  if (!document) return refuse(errors);
  const operation = getOperationAST(document, request.operationName);
  if (!operation) return refuse([new GraphQLError(missingOperation(request))]);
  const variables = getVariableValues(schema, operation.variableDefinitions ?? [], request.variables, { maxErrors: 20 });
  if (variables.errors) return refuse(variables.errors);
  let measure: Measure;
  try {
    measure = measureOperation(document, operation, variables.coerced);
    checkLimit(hub, name);
  } catch (error) {
    if (error instanceof Problem) return refuse([new GraphQLError(error.message, { originalError: error })]);
    throw error;
  }
  const context: GraphqlContext = { hub, caller, callerName: name, measure };
  const result = await execute({
    schema,
    document,
    variableValues: request.variables,
    operationName: request.operationName,
    contextValue: context,
  });
  return {
    answer: answerOf(result),
    cost: measure.cost,
    kind: operation.operation === OperationTypeNode.MUTATION ? "write" : "read",
  };
}

const documentation = "https://docs.github.com/graphql";

function unauthenticated(): Fail {
  return new Fail(401, "This endpoint requires you to be authenticated.", {
    documentationUrl: `${documentation}/guides/forming-calls-with-graphql#authenticating-with-graphql`,
  });
}

function missingOperation({ operationName }: GraphqlRequest): string {
  return operationName === null ? "An operation name is required" : `No operation named "${operationName}"`;
}

/** A used-up hour: GitHub answers 200 here, where REST answers 403. */
function checkLimit(hub: Hub, name: string): void {
  try {
    hub.limiter.check(name, "graphql");
  } catch (error) {
    throw error instanceof Fail ? new Problem("RATE_LIMITED", error.message) : error;
  }
}

/** Nothing was resolved. It counts as one point all the same. */
function refuse(errors: readonly GraphQLError[]): GraphqlAnswer {
  return { answer: sent({ errors: errors.map(formatError) }), cost: 1, kind: "read" };
}

function answerOf({ data, errors = [] }: ExecutionResult): Answer {
  for (const { originalError } of errors) if (originalError && !(originalError instanceof Problem)) throw originalError;
  return sent({ data, ...(errors.length === 0 ? {} : { errors: errors.map(formatError) }) });
}

function sent(body: object): Answer {
  return jsonAnswer(200, body, { "x-github-media-type": "github.v4; format=json" });
}
