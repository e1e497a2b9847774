import { type Alias, type Document, isScalar, type Scalar, visit } from "yaml";

interface TreeFindings {
  readonly aliases: readonly Alias[];
  /** Keys that stand in their mapping already. */
  readonly duplicateKeys: readonly Scalar[];
}

/** One walk over a parsed file. The library's own search for duplicate keys takes the square of their number. */
export function inspectTree(document: Document.Parsed): TreeFindings {
  const aliases: Alias[] = [];
  const duplicateKeys: Scalar[] = [];
  visit(document, {
    Alias(_, alias) {
      aliases.push(alias);
    },
    Map(_, map) {
      const seen = new Set<string>();
      for (const { key } of map.items) {
        if (!isScalar(key)) continue;
        const name = String(key.value);
        if (seen.has(name)) duplicateKeys.push(key);
        seen.add(name);
      }
    },
  });
  return { aliases, duplicateKeys };
}
