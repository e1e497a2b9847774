export { answerGraphql, type GraphqlAnswer } from "./answer-graphql.ts";
export { schemaText } from "./schema.ts";
