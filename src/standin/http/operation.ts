import type { operations } from "@octokit/openapi-types";
import type { Caller } from "../access/caller.ts";
import type { Actor, Hub } from "../hub.ts";
import type { AccessLevel, Repository } from "../store/index.ts";
import type { JsonFields } from "./json-fields.ts";

export type OperationId = keyof operations & string;

type PathOf<K extends OperationId> = operations[K] extends { parameters: { path: infer P } } ? P : Record<string, never>;
type QueryOf<K extends OperationId> = operations[K] extends { parameters: { query?: infer Q } } ? NonNullable<Q> : Record<string, never>;
type Success = 200 | 201 | 202 | 204;
type Content<R> = R extends { content: infer C } ? ([C] extends [never] ? undefined : C[keyof C]) : undefined;
/** What GitHub's description says a success answers; nothing for 204. */
type AnswerOf<K extends OperationId> = {
  [S in keyof operations[K]["responses"] & Success]: Content<operations[K]["responses"][S]>;
}[keyof operations[K]["responses"] & Success];

/** Another form of the same resource that the client accepts: raw content, a diff, a patch. */
export class OtherMedia {
  readonly type: string;
  readonly body: string | Buffer;

  constructor(type: string, body: string | Buffer) {
    this.type = type;
    this.body = body;
  }
}

/** What a handler is given, whatever its operation. */
interface AnyContext {
  readonly hub: Hub;
  readonly caller: Caller;
  readonly body: JsonFields;
  /** The media types that the client takes. */
  readonly accept: string;
  /** The repository of the path, already known to be visible to the caller. */
  readonly repository: Repository;
  /** Who acts. 401 for nobody. */
  readonly actor: Actor;
  /** The asked page of a list; adds the `Link` header. */
  page<T>(items: readonly T[], largest?: number): T[];
  /** Answers another success than the first in the description. */
  setStatus(status: Success | 302): void;
  setHeader(name: string, value: string): void;
}

export interface Context<K extends OperationId> extends AnyContext {
  /** Parts of the path; numbers where GitHub has numbers. */
  readonly path: { readonly [N in keyof PathOf<K>]: bigint extends PathOf<K>[N] ? number : PathOf<K>[N] };
  /** As written in the address. */
  readonly query: { readonly [N in keyof QueryOf<K>]?: string };
}

/** The same before it is known which operation it is for. */
export interface ErasedContext extends AnyContext {
  readonly path: Readonly<Record<string, string | number>>;
  readonly query: Readonly<Record<string, string>>;
}

/** A permission that an App must have, such as `issues:write`. */
type Need = `${string}:${AccessLevel}`;

export interface Operation {
  readonly id: OperationId;
  readonly method: string;
  readonly pattern: string;
  readonly status: number;
  /** What an installation must have been given: any of them; `pull_requests` does not help on an issue that is none. */
  readonly needs: readonly Need[];
  /** Only the App itself, by its JSON web token. */
  readonly jwtOnly: boolean;
  readonly handle: (context: ErasedContext) => unknown;
}

interface Route {
  /** `GET /repos/{owner}/{repo}`, as in GitHub's description. */
  readonly on: string;
  readonly status?: Success;
  readonly needs?: readonly Need[];
  readonly jwtOnly?: boolean;
}

/** Ties a handler to an operation of GitHub's description, whose types it then has to keep. */
export function operation<K extends OperationId>(
  id: K,
  { on, status = 200, needs = [], jwtOnly = false }: Route,
  handle: (context: Context<K>) => AnswerOf<K> | OtherMedia,
): Operation {
  const space = on.indexOf(" ");
  // The router calls each handler with the path and query of its own route, which the erased type cannot say.
  return {
    id,
    method: on.slice(0, space),
    pattern: on.slice(space + 1),
    status,
    needs,
    jwtOnly,
    handle: handle as unknown as Operation["handle"],
  };
}
