import type { GraphqlContext } from "./context.ts";

/** The fields of one object type, each a function of the thing that it belongs to. */
export type Fields<Source> = Readonly<Record<string, (source: Source, args: never, context: GraphqlContext) => unknown>>;

/** A part of the pinned subset: its definitions, in GitHub's own names, and what they answer. */
export interface TypeModule {
  readonly sdl: string;
  readonly types: Readonly<Record<string, Fields<never>>>;
  /** Which object type a thing is, where the schema names only an interface or a union. */
  readonly abstract?: Readonly<Record<string, (thing: never) => string>>;
}

/** The connection and edge types of a list, which all look alike. Their fields are read off the connection itself. */
export function connectionSdl(name: string, node: string): string {
  const edge = `${name.replace(/Connection$/, "")}Edge`;
  return `
  type ${name} { edges: [${edge}] nodes: [${node}] pageInfo: PageInfo! totalCount: Int! }
  type ${edge} { cursor: String! node: ${node} }`;
}
