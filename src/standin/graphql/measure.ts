import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  GraphQLIncludeDirective,
  GraphQLSkipDirective,
  getArgumentValues,
  getDirectiveValues,
  getNamedType,
  isInterfaceType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from "graphql";
import type { Measure } from "./context.ts";
import { Problem } from "./problem.ts";
import { isConnection, schema } from "./schema.ts";

/** GitHub refuses queries that could answer more: https://docs.github.com/en/graphql/overview/rate-limits-and-query-limits-for-the-graphql-api */
const mostNodes = 500_000;
/** Of one query, with its fragments written out. GitHub's own measure is not published; this keeps a hostile query from growing without end. */
const mostFields = 50_000;

/** What one field or selection adds: requests to fill connections, nodes they hold at most, and fields to work out. */
interface Load {
  readonly requests: number;
  readonly nodes: number;
  readonly fields: number;
}

const nothing: Load = { requests: 0, nodes: 0, fields: 0 };

/**
 * GitHub's published arithmetic: each connection is asked once for every item of the connections around it, as if all
 * were full; a point is a hundred such requests, and a query costs one at least. Throws when a query asks too much.
 */
export function measureOperation(document: DocumentNode, operation: OperationDefinitionNode, variables: Variables): Measure {
  const meter = new Meter(document, variables);
  const load = meter.selection(operation.selectionSet, schema.getRootType(operation.operation)?.name ?? "Query");
  if (load.nodes > mostNodes) {
    throw new Problem(
      "MAX_NODE_LIMIT_EXCEEDED",
      `This query requests up to ${load.nodes.toLocaleString("en-US")} possible nodes which exceeds the maximum limit of 500,000.`,
    );
  }
  if (load.fields > mostFields) throw new Problem("RESOURCE_LIMITS_EXCEEDED", "Resource limits for this query exceeded.");
  return { cost: Math.max(1, Math.round(load.requests / 100)), nodeCount: load.nodes };
}

type Variables = Readonly<Record<string, unknown>>;

/** Walks a valid document. What a fragment adds does not depend on where it stands, so each is worked out once. */
class Meter {
  readonly #fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly #variables: Variables;
  readonly #known = new Map<string, Load>();

  constructor(document: DocumentNode, variables: Variables) {
    const fragments = document.definitions.filter((definition) => definition.kind === Kind.FRAGMENT_DEFINITION);
    this.#fragments = new Map(fragments.map((fragment) => [fragment.name.value, fragment]));
    this.#variables = variables;
  }

  selection({ selections }: SelectionSetNode, typeName: string): Load {
    let sum = nothing;
    // Fields written twice are answered once; those that differ in what is below them are rare, and counted twice.
    const seen = new Set<string>();
    for (const node of selections) {
      if (!this.#isIncluded(node)) continue;
      if (node.kind === Kind.FRAGMENT_SPREAD) sum = add(sum, this.#fragment(node.name.value));
      else if (node.kind === Kind.INLINE_FRAGMENT)
        sum = add(sum, this.selection(node.selectionSet, node.typeCondition?.name.value ?? typeName));
      else {
        const load = this.#field(node, typeName);
        const key = `${node.alias?.value ?? node.name.value} ${load.requests} ${load.nodes} ${load.fields}`;
        if (!seen.has(key)) sum = add(sum, load);
        seen.add(key);
      }
    }
    return sum;
  }

  #fragment(name: string): Load {
    const known = this.#known.get(name);
    if (known) return known;
    const fragment = this.#fragments.get(name);
    const load = fragment ? this.selection(fragment.selectionSet, fragment.typeCondition.name.value) : nothing;
    this.#known.set(name, load);
    return load;
  }

  #field(node: FieldNode, typeName: string): Load {
    const type = schema.getType(typeName);
    const field = isObjectType(type) || isInterfaceType(type) ? type.getFields()[node.name.value] : undefined;
    if (!field) return { ...nothing, fields: 1 };
    const below = node.selectionSet ? this.selection(node.selectionSet, getNamedType(field.type).name) : nothing;
    const size = isConnection(getNamedType(field.type).name) ? this.#pageSize(getArgumentValues(field, node, this.#variables)) : null;
    if (size === null) return { ...below, fields: below.fields + 1 };
    return { requests: 1 + size * below.requests, nodes: size + size * below.nodes, fields: below.fields + 1 };
  }

  // A wrong size is refused where the field is answered, and asks for nothing until then.
  #pageSize({ first, last }: Record<string, unknown>): number {
    const size = typeof first === "number" ? first : typeof last === "number" ? last : 0;
    return Math.min(100, Math.max(0, size));
  }

  #isIncluded(node: Parameters<typeof getDirectiveValues>[1]): boolean {
    const skip = getDirectiveValues(GraphQLSkipDirective, node, this.#variables);
    const include = getDirectiveValues(GraphQLIncludeDirective, node, this.#variables);
    return skip?.if !== true && include?.if !== false;
  }
}

function add(a: Load, b: Load): Load {
  return { requests: a.requests + b.requests, nodes: a.nodes + b.nodes, fields: a.fields + b.fields };
}
