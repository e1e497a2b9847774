import { type ExecutionResult, executeSync, GraphQLError, getOperationAST, getVariableValues, OperationTypeNode } from "graphql";
import { type Caller, callerName } from "../access/caller.ts";
import { Fail } from "../fail.ts";
import { type Answer, jsonAnswer } from "../http/answer.ts";
import type { Hub } from "../hub.ts";
import { type Measure, newContext } from "./context.ts";
import { measureOperation } from "./measure.ts";
import { parseDocument } from "./parse-document.ts";
import { formatError, Problem, refusalOf, tooMuchWork } from "./problem.ts";
import { type GraphqlRequest, readRequest } from "./read-request.ts";
import { schema } from "./schema.ts";

export interface GraphqlAnswer {
  readonly answer: Answer;
  /** Points. */
  readonly cost: number;
  readonly kind: "read" | "write";
}

/**
 * Answers a POST to GitHub's GraphQL address. Errors of a query come with status 200 and in `errors`, as on GitHub; thrown
 * are refusals of the whole request (`Fail`: 400, 401, 403) and defects of the stand-in. `beforeWrite` is
 * called before a mutation is carried out, and may throw a `Fail`.
 */
export function answerGraphql(hub: Hub, caller: Caller, body: Buffer, beforeWrite: () => void): GraphqlAnswer {
  if (caller.kind === "anonymous") throw unauthenticated();
  if (caller.kind === "app") throw new Fail(403, "Resource not accessible by integration", { documentationUrl: documentation });
  const request = readRequest(body);
  if (!request) return refuse([new GraphQLError("A query attribute must be specified and must be a string.")]);
  const { document, errors } = parseDocument(request.query);
  if (!document) return refuse(errors);
  const operation = getOperationAST(document, request.operationName);
  if (!operation) return refuse([new GraphQLError(missingOperation(request))]);
  const variables = getVariableValues(schema, operation.variableDefinitions ?? [], request.variables, { maxErrors: 20 });
  if (variables.errors) return refuse(variables.errors);
  const name = callerName(caller);
  let measure: Measure;
  try {
    checkHour(hub, name);
    measure = measureOperation(document, operation, variables.coerced);
  } catch (error) {
    if (error instanceof Problem) return refuse([refusalOf(error)]);
    throw error;
  }
  const kind = operation.operation === OperationTypeNode.MUTATION ? "write" : "read";
  if (kind === "write") beforeWrite();
  const contextValue = newContext(hub, caller, name, measure);
  const { query: _, variables: variableValues, operationName } = request;
  const result = executeSync({ schema, document, variableValues, operationName, contextValue });
  return { answer: contextValue.work.left < 0 ? exhausted() : answerOf(result), cost: measure.cost, kind };
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
function checkHour(hub: Hub, name: string): void {
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

/** One error says it all: every field that was left would bring its own. */
function exhausted(): Answer {
  return sent({ data: null, errors: [formatError(refusalOf(tooMuchWork()))] });
}

function sent(body: object): Answer {
  return jsonAnswer(200, body, { "x-github-media-type": "github.v4; format=json" });
}
