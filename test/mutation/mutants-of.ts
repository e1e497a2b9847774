import { parseSync } from "@swc/core";

/** One small change of a source, as somebody might make it by mistake. */
export interface Mutant {
  readonly file: string;
  /** Bytes of the source, from here to there, are replaced. */
  readonly from: number;
  readonly to: number;
  readonly put: string;
  readonly what: string;
}

const operators: Readonly<Record<string, string>> = {
  "===": "!==",
  "!==": "===",
  "<": "<=",
  "<=": "<",
  ">": ">=",
  ">=": ">",
  "&&": "||",
  "||": "&&",
  "??": "&&",
  "+": "-",
  "-": "+",
  "*": "/",
};
const methods: Readonly<Record<string, string>> = { some: "every", every: "some", find: "findLast", findLast: "find" };

type Node = Readonly<Record<string, unknown>> & { readonly type: string; readonly span: { readonly start: number; readonly end: number } };

/** Every mutant of a source, in its order. Types are left alone, and so are texts: those are for people, and have tests of their own. */
export function mutantsOf(file: string, source: string): readonly Mutant[] {
  // The parser counts bytes over all that it ever parsed: a statement put before all tells where this source begins.
  const mark = ";";
  const parsed: unknown = parseSync(mark + source, { syntax: "typescript", target: "es2024" });
  if (!isNode(parsed) || !Array.isArray(parsed["body"]) || !isNode(parsed["body"][0])) throw new Error(`${file} has no statements`);
  const base = parsed["body"][0].span.start + mark.length;
  const bytes = Buffer.from(source);
  const textOf = (from: number, to: number) => bytes.subarray(from - base, to - base).toString();
  const found: Mutant[] = [];
  const add = (from: number, to: number, put: string) => {
    const what = `${textOf(from, to).replace(/\s+/g, " ").slice(0, 80)} → ${put.slice(0, 80) || "nothing"}`;
    found.push({ file, from: from - base, to: to - base, put, what });
  };
  visit(parsed, (node) => mutate(node, textOf, add));
  return found;
}

type Add = (from: number, to: number, put: string) => void;

function mutate({ type, span, ...node }: Node, textOf: (from: number, to: number) => string, add: Add): void {
  switch (type) {
    case "BinaryExpression":
      swapOperator(node, textOf, add);
      return;
    case "IfStatement":
    case "ConditionalExpression": {
      const { test } = node;
      if (isNode(test)) add(test.span.start, test.span.end, `!(${textOf(test.span.start, test.span.end)})`);
      // An early return that is forgotten.
      if (type === "IfStatement" && !isNode(node["alternate"])) add(span.start, span.end, "");
      return;
    }
    case "UnaryExpression":
      if (node["operator"] === "!") add(span.start, span.start + 1, "");
      return;
    case "BooleanLiteral":
      add(span.start, span.end, node["value"] === true ? "false" : "true");
      return;
    case "NumericLiteral":
      add(span.start, span.end, String(Number(node["value"]) + 1));
      return;
    case "ExpressionStatement":
      add(span.start, span.end, ";");
      return;
    case "MemberExpression": {
      const { property } = node;
      const other = isNode(property) && property.type === "Identifier" ? methods[String(property["value"])] : undefined;
      if (isNode(property) && other !== undefined) add(property.span.start, property.span.end, other);
      return;
    }
  }
}

function swapOperator(
  { left, right, operator }: Readonly<Record<string, unknown>>,
  textOf: (from: number, to: number) => string,
  add: Add,
) {
  const [sign, other] = [String(operator), operators[String(operator)]];
  if (!isNode(left) || !isNode(right) || other === undefined) return;
  const at = left.span.end + textOf(left.span.end, right.span.start).indexOf(sign);
  add(at, at + sign.length, other);
}

function visit(value: unknown, see: (node: Node) => void): void {
  if (Array.isArray(value)) {
    for (const each of value) visit(each, see);
  } else if (typeof value === "object" && value !== null) {
    if (isNode(value)) {
      if (value.type === "ImportDeclaration" || (value.type.startsWith("Ts") && !("expression" in value))) return;
      see(value);
    }
    for (const each of Object.values(value)) visit(each, see);
  }
}

function isNode(value: unknown): value is Node {
  return typeof value === "object" && value !== null && "type" in value && "span" in value;
}
