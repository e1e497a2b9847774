export { answerGraphql } from "./answer-graphql.ts";
export { schemaText } from "./schema.ts";
