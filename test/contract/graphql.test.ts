import { readFileSync } from "node:fs";
import { describe, expect, test } from "@jest/globals";
import { buildSchema, findBreakingChanges, NoDeprecatedCustomRule, parse, validate } from "graphql";
import * as queries from "../../src/adapters/github/queries/index.ts";
import { schemaText } from "../../src/standin/graphql/index.ts";

// GitHub's own schema, and the part of it that the stand-in answers.
const schemaFile = new URL("./node_modules/@octokit/graphql-schema/schema.graphql", import.meta.url);
const whole = buildSchema(readFileSync(schemaFile, "utf8"), { assumeValidSDL: true });
const subset = buildSchema(schemaText);

describe("the stand-in's GraphQL schema", () => {
  test("has nothing that GitHub's has not: going from it to GitHub's breaks no client", () => {
    expect(findBreakingChanges(subset, whole)).toEqual([]);
  });

  test("leaves most of GitHub's out, which the same comparison sees", () => {
    expect(findBreakingChanges(whole, subset).length).toBeGreaterThan(1_000);
  });
});

describe("queries of the App", () => {
  const sources = Object.entries(queries).map(([name, query]) => ({
    name,
    document: parse(typeof query === "function" ? query(3) : query),
  }));

  test.each(sources)("$name is valid at GitHub, uses nothing that it will remove, and the stand-in answers it", ({ document }) => {
    expect(validate(whole, document).map(String)).toEqual([]);
    expect(validate(whole, document, [NoDeprecatedCustomRule]).map(String)).toEqual([]);
    expect(validate(subset, document).map(String)).toEqual([]);
  });
});
