import type { Acme } from "./acme.ts";

interface GraphqlError {
  readonly type?: string;
  readonly message: string;
  readonly path?: readonly (string | number)[];
  readonly extensions?: object;
}

export interface Reply<Data> {
  readonly status: number;
  readonly headers: Headers;
  readonly data: Data;
  readonly errors: readonly GraphqlError[] | undefined;
}

/** Asks as a GraphQL client would, and shows the answer as it came. */
export async function post<Data = unknown>(acme: Acme, token: string | null, body: string | object): Promise<Reply<Data>> {
  const response = await fetch(`${acme.github.url}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json", ...(token === null ? {} : { authorization: `bearer ${token}` }) },
    body: typeof body === "string" ? body : JSON.stringify(body),
  });
  const answer: { data: Data; errors?: readonly GraphqlError[] } = JSON.parse(await response.text());
  return { ...answer, errors: answer.errors, status: response.status, headers: response.headers };
}

export const spec = 'repository(owner: "acme", name: "spec")';

/** A query on `acme/spec`; the fields of the repository are given. */
export async function askSpec<Data = unknown>(
  acme: Acme,
  token: string,
  fields: string,
  variables: object = {},
): Promise<Reply<{ repository: Data }>> {
  return post(acme, token, { query: `{ ${spec} { ${fields} } }`, variables });
}
