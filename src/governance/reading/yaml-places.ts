import { type Document, isAlias, isMap, isNode, isScalar, isSeq, type LineCounter, type Node, type Pair } from "yaml";
import type { KeyPath, Place } from "./key-path.ts";

/** Finds the place of keys and values in one parsed file. */
export interface YamlPlaces {
  /** The value at `path`, or the nearest thing above it that is written down (defaults are not). */
  value(path: KeyPath): Place;
  /** The key that ends `path`; for a list item, the item. */
  key(path: KeyPath): Place;
}

/** Collections are pointed at by their first line: a caret under forty lines helps nobody. */
export function yamlPlaces(text: string, document: Document.Parsed, lines: LineCounter): YamlPlaces {
  const start: Place = { line: 1, column: 1, length: 1 };

  function placeOf(node: Node | null | undefined): Place | null {
    const range = node?.range;
    if (!range) return null;
    const { line, col } = lines.linePos(range[0]);
    const written = text.slice(range[0], range[1]);
    const firstLine = /^[^\r\n]*/.exec(written)?.[0].trimEnd() ?? "";
    return { line: Math.max(line, 1), column: Math.max(col, 1), length: Math.max(firstLine.length, 1) };
  }

  const resolved = (node: unknown): unknown => (isAlias(node) ? node.resolve(document) : node);
  const asNode = (value: unknown): Node | null => (isNode(value) ? value : null);

  function pairOf(node: unknown, key: string | number): Pair | undefined {
    if (!isMap(node)) return undefined;
    return node.items.find((pair) => String(isScalar(pair.key) ? pair.key.value : pair.key) === String(key));
  }

  function locate(path: KeyPath, of: "key" | "value"): Place {
    let node: unknown = document.contents;
    let nearest = placeOf(asNode(node)) ?? start;
    for (const [depth, step] of path.entries()) {
      const container = resolved(node);
      const pair = pairOf(container, step);
      const wantsKey = of === "key" && depth === path.length - 1;
      if (pair) {
        const key = asNode(pair.key);
        node = pair.value;
        const inner = asNode(node);
        // A missing or empty value has no width: its key is what the reader can see.
        const visible = inner?.range && inner.range[1] > inner.range[0] ? inner : key;
        nearest = placeOf(wantsKey || isCollection(inner) ? key : visible) ?? nearest;
      } else if (isSeq(container) && typeof step === "number" && step in container.items) {
        node = container.items[step];
        nearest = placeOf(asNode(node)) ?? nearest;
      } else {
        return nearest;
      }
    }
    return nearest;
  }

  return { value: (path) => locate(path, "value"), key: (path) => locate(path, "key") };
}

function isCollection(node: Node | null): boolean {
  return isMap(node) || isSeq(node);
}
