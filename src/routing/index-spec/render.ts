import type { SpecificationIndex } from "./specification-index.ts";

/** The index as JSON with one line for each page, name and type, so that a change of the specification reads as a diff. */
export function renderSpecificationIndex(index: SpecificationIndex): string {
  const table = (entries: object): string =>
    Object.entries(entries)
      .map(([key, value]) => `    ${JSON.stringify(key)}: ${JSON.stringify(value)}`)
      .join(",\n");
  const tables = (["pages", "names", "headings", "types"] as const).map((key) => `  "${key}": {\n${table(index[key])}\n  }`);
  return `{\n  "version": ${index.version},\n${tables.join(",\n")}\n}\n`;
}
