import { type DocumentNode, GraphQLError, parse, validate } from "graphql";
import { schema } from "./schema.ts";

export type ParsedDocument =
  | { readonly document: DocumentNode; readonly errors: readonly [] }
  | { readonly document: null; readonly errors: readonly GraphQLError[] };

/** Beyond these a text is hostile: the largest query of a real client has a few thousand words and a dozen levels. */
const mostTokens = 20_000;
const deepest = 50;
const kept = 200;

const cache = new Map<string, ParsedDocument>();

/** Parses and validates a query text. The last texts are remembered, as clients send the same ones again and again. */
export function parseDocument(text: string): ParsedDocument {
  const known = cache.get(text);
  if (known) return known;
  const parsed = parseFresh(text);
  if (cache.size >= kept) cache.clear();
  cache.set(text, parsed);
  return parsed;
}

function parseFresh(text: string): ParsedDocument {
  if (nesting(text) > deepest) return { document: null, errors: [new GraphQLError(`Query has depth of more than ${deepest}.`)] };
  try {
    const document = parse(text, { maxTokens: mostTokens });
    const errors = validate(schema, document, undefined, { maxErrors: 20 });
    return errors.length === 0 ? { document, errors: [] } : { document: null, errors };
  } catch (error) {
    if (error instanceof GraphQLError) return { document: null, errors: [error] };
    throw error;
  }
}

/** How deep brackets are nested, strings and comments included: counted before parsing, which recurses. */
function nesting(text: string): number {
  let depth = 0;
  let deepestSeen = 0;
  for (const character of text) {
    if (character === "{" || character === "[" || character === "(") deepestSeen = Math.max(deepestSeen, ++depth);
    else if (character === "}" || character === "]" || character === ")") depth -= 1;
  }
  return deepestSeen;
}
