import { existsSync, readFileSync } from "node:fs";
import { buildSchema, parse, validate } from "graphql";
import * as queries from "../../../src/adapters/github/queries/index.ts";

// GitHub's own schema: what validates against it is what GitHub answers.
const schemaFile = new URL("../../contract/node_modules/@octokit/graphql-schema/schema.graphql", import.meta.url);
const available = existsSync(schemaFile);
const sources = Object.entries(queries)
  .map(([name, query]) => ({ name, source: typeof query === "function" ? query(3) : query }))
  .concat({ name: "textsQuery with other files", source: queries.textsQuery(2, 2) });

(available ? describe : describe.skip)("queries are valid against GitHub's public schema", () => {
  const schema = available ? buildSchema(readFileSync(schemaFile, "utf8"), { assumeValidSDL: true }) : null;

  it.each(sources)("$name", ({ source }) => {
    const errors = schema === null ? [] : validate(schema, parse(source));

    expect(errors.map(String)).toEqual([]);
  });
});

it("keeps the text of a query the same whatever the paths are: only their number decides it", () => {
  const once = queries.textsQuery(2, 2);
  const again = queries.textsQuery(2, 2);

  expect(once).toBe(again);
  expect(once).toContain("$base1: String!, $head1: String!");
});
