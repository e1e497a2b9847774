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
import { Problem, tooMuchWork } from "./problem.ts";
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
  const load = meter.selection([operation.selectionSet], schema.getRootType(operation.operation)?.name ?? "Query");
  if (load.nodes > mostNodes) {
    throw new Problem(
      "MAX_NODE_LIMIT_EXCEEDED",
      `This query requests up to ${load.nodes.toLocaleString("en-US")} possible nodes which exceeds the maximum limit of 500,000.`,
    );
  }
  if (load.fields > mostFields) throw tooMuchWork();
  return { cost: Math.max(1, Math.round(load.requests / 100)), nodeCount: load.nodes };
}

type Variables = Readonly<Record<string, unknown>>;

/** Fields with one name in the answer: they are answered once, with what is below any of them. */
interface Group {
  readonly typeName: string;
  readonly nodes: FieldNode[];
}

/** Walks a valid document as an executor would, for every type at once. */
class Meter {
  readonly #fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly #variables: Variables;
  readonly #numbers = new Map<SelectionSetNode, number>();
  readonly #known = new Map<string, Load>();

  constructor(document: DocumentNode, variables: Variables) {
    const fragments = document.definitions.filter((definition) => definition.kind === Kind.FRAGMENT_DEFINITION);
    this.#fragments = new Map(fragments.map((fragment) => [fragment.name.value, fragment]));
    this.#variables = variables;
  }

  /** What the same selections load is worked out once: fragments that use each other twice would double it at every step. */
  selection(sets: readonly SelectionSetNode[], typeName: string): Load {
    const key = `${typeName} ${sets.map((set) => this.#numberOf(set)).join(" ")}`;
    const known = this.#known.get(key);
    if (known) return known;
    if (this.#known.size > mostFields) throw tooMuchWork();
    const groups = new Map<string, Group>();
    const spread = new Set<string>();
    for (const set of sets) this.#collect(set, typeName, groups, spread);
    const load = [...groups.values()].map((group) => this.#field(group)).reduce(add, nothing);
    this.#known.set(key, load);
    return load;
  }

  #collect({ selections }: SelectionSetNode, typeName: string, groups: Map<string, Group>, spread: Set<string>): void {
    for (const node of selections) {
      if (!this.#isIncluded(node)) continue;
      if (node.kind === Kind.FIELD) {
        const key = `${typeName}.${node.alias?.value ?? node.name.value}`;
        const group = groups.get(key) ?? { typeName, nodes: [] };
        groups.set(key, group);
        group.nodes.push(node);
      } else if (node.kind === Kind.INLINE_FRAGMENT) {
        this.#collect(node.selectionSet, node.typeCondition?.name.value ?? typeName, groups, spread);
      } else if (!spread.has(node.name.value)) {
        spread.add(node.name.value);
        const fragment = this.#fragments.get(node.name.value);
        if (fragment) this.#collect(fragment.selectionSet, fragment.typeCondition.name.value, groups, spread);
      }
    }
  }

  #field({ typeName, nodes }: Group): Load {
    const [node] = nodes;
    const type = schema.getType(typeName);
    const field = node && (isObjectType(type) || isInterfaceType(type)) ? type.getFields()[node.name.value] : undefined;
    if (!node || !field) return { ...nothing, fields: 1 };
    const answer = getNamedType(field.type).name;
    const sets = nodes.flatMap(({ selectionSet }) => selectionSet ?? []);
    const below = sets.length === 0 ? nothing : this.selection(sets, answer);
    if (!isConnection(answer)) return { ...below, fields: below.fields + 1 };
    const size = this.#pageSize(getArgumentValues(field, node, this.#variables));
    return { requests: 1 + size * below.requests, nodes: size + size * below.nodes, fields: below.fields + 1 };
  }

  #numberOf(set: SelectionSetNode): number {
    const number = this.#numbers.get(set) ?? this.#numbers.size;
    this.#numbers.set(set, number);
    return number;
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
