import { type Document, LineCounter, parseDocument } from "yaml";
import type { FileProblem } from "../../domain/problem.ts";
import type { SourceFile } from "../../domain/source-file.ts";
import { limits } from "./constitution-file.ts";
import { hiddenCharacters } from "./hidden-characters.ts";
import { inspectTree } from "./inspect-tree.ts";
import type { Place } from "./key-path.ts";
import { quote } from "./quote.ts";
import { type YamlPlaces, yamlPlaces } from "./yaml-places.ts";
import { syntaxError, syntaxWarning } from "./yaml-syntax.ts";

/** A file as plain data with the places of its values; `content` is null when it cannot be read as YAML. */
export interface YamlFile {
  readonly path: string;
  readonly content: { readonly value: unknown; readonly places: YamlPlaces } | null;
  readonly problems: readonly FileProblem[];
}

/** Reads one YAML document. Never throws: what cannot be read becomes a problem with its position. */
export function readYaml({ path, text: written }: SourceFile): YamlFile {
  const text = written.replace(/^\uFEFF/, "");
  const lines = new LineCounter();
  const problems: FileProblem[] = [];
  const report = (code: string, offset: number, length: number, message: string, fix: string): void => {
    problems.push({ file: path, ...placeAt(lines, Math.min(offset, text.length), length), severity: "error", code, message, fix });
  };
  const unreadable = (): YamlFile => ({ path, content: null, problems });

  if (text.length > limits.fileCharacters) {
    const size = `${Math.ceil(text.length / 1024)} KB in one file; at most ${limits.fileCharacters / 1024} KB are read`;
    report("file-too-large", 0, 1, size, "shorten the file");
    return unreadable();
  }

  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, logLevel: "error", uniqueKeys: false });
  const [hidden, ...more] = hiddenCharacters(text);
  if (hidden) {
    const others = more.length > 0 ? `, and ${more.length} more in this file` : "";
    const message = `${hidden.name}, a character that readers do not see as it is${others}`;
    report("hidden-character", hidden.offset, 1, message, "delete it; save the file as plain UTF-8");
  }
  const syntax = syntaxError(document, text);
  if (syntax) {
    report("invalid-yaml", syntax.offset, 1, syntax.message, syntax.fix);
    return unreadable();
  }
  for (const { pos } of document.errors) {
    const fix = "remove the `---` line, or move the rest into its own file";
    report("several-documents", pos[0], 3, "a second document starts here; only one is read", fix);
  }
  for (const { offset, message, fix } of document.warnings.slice(0, limits.problems).map(syntaxWarning)) {
    report("invalid-yaml", offset, 1, message, fix);
  }
  const { aliases, duplicateKeys } = inspectTree(document);
  for (const key of duplicateKeys.slice(0, limits.problems)) {
    const [start = 0, end = start + 1] = key.range ?? [];
    report(
      "duplicate-key",
      start,
      end - start,
      `${quote(String(key.value))} is written twice here; only one can count`,
      "delete one of the two",
    );
  }
  if (aliases.length > limits.aliases) {
    const message = `${aliases.length} aliases in one file; at most ${limits.aliases} are followed`;
    report("too-many-aliases", aliases[0]?.range?.[0] ?? 0, 1, message, "write the values out");
    return unreadable();
  }
  const unresolved = aliases.find((alias) => !alias.resolve(document));
  if (unresolved) {
    const name = unresolved.source;
    const fix = `write the value itself, or put \`&${name}\` before it`;
    report("invalid-yaml", unresolved.range?.[0] ?? 0, name.length + 1, `the alias ${quote(`*${name}`)} has no anchor before it`, fix);
    return unreadable();
  }
  const value = plainValue(document);
  if (!value) {
    const message = "aliases that multiply each other are not followed";
    report("too-many-aliases", aliases[0]?.range?.[0] ?? 0, 1, message, "write the values out");
    return unreadable();
  }
  return { path, content: { ...value, places: yamlPlaces(text, document, lines) }, problems };
}

function placeAt(lines: LineCounter, offset: number, length: number): Place {
  const { line, col } = lines.linePos(offset);
  return { line: Math.max(line, 1), column: Math.max(col, 1), length };
}

/** The document as plain data, or null: the library stops aliases of aliases, which grow without bound, by throwing. */
function plainValue(document: Document.Parsed): { readonly value: unknown } | null {
  try {
    return { value: document.toJS({ maxAliasCount: limits.aliases }) };
  } catch {
    return null;
  }
}
