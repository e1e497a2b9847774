import { Fail } from "../fail.ts";
import type { GraphqlAnswer } from "../http/server.ts";

export async function answerGraphql(): Promise<GraphqlAnswer> {
  throw new Fail(404, "Not Found");
}
