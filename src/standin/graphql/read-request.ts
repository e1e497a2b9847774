import { Fail } from "../fail.ts";

/** What a client asks, as it came. */
export interface GraphqlRequest {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly operationName: string | null;
}

/** Reads the body of a GraphQL request. 400 for what is no JSON object; null without a query, which GitHub answers with 200. */
export function readRequest(body: Buffer): GraphqlRequest | null {
  let parsed: unknown;
  try {
    parsed = JSON.parse(body.toString("utf8"));
  } catch {
    throw new Fail(400, "Problems parsing JSON", { documentationUrl: "https://docs.github.com/graphql" });
  }
  if (!isRecord(parsed)) throw new Fail(400, "Body should be a JSON object", { documentationUrl: "https://docs.github.com/graphql" });
  const { query, variables, operationName } = parsed;
  if (typeof query !== "string" || query.trim() === "") return null;
  return {
    query,
    variables: isRecord(variables) ? variables : {},
    operationName: typeof operationName === "string" && operationName !== "" ? operationName : null,
  };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
