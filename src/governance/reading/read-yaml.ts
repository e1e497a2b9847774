import { LineCounter, parseDocument, visit } from "yaml";
import type { FileProblem } from "../../domain/problem.ts";
import type { SourceFile } from "../../domain/source-file.ts";
import { limits } from "./constitution-file.ts";
import type { Place } from "./key-path.ts";
import { type YamlPlaces, yamlPlaces } from "./yaml-places.ts";

/** A file as plain data with the places of its values; `value` is absent when the file cannot be read as YAML. */
export interface YamlFile {
  readonly path: string;
  readonly content: { readonly value: unknown; readonly places: YamlPlaces } | null;
  readonly problems: readonly FileProblem[];
}

/** Reads one YAML document. Never throws: what cannot be read becomes a problem with its position. */
export function readYaml(file: SourceFile): YamlFile {
  const { path } = file;
  const problem = (code: string, place: Place, message: string, fix: string): FileProblem => ({
    file: path,
    severity: "error",
    code,
    message,
    fix,
    ...place,
  });
  const top: Place = { line: 1, column: 1, length: 1 };
  const unreadable = (...problems: FileProblem[]): YamlFile => ({ path, content: null, problems });

  if (file.text.length > limits.fileCharacters) {
    const found = `${Math.ceil(file.text.length / 1024)} KB`;
    return unreadable(
      problem("file-too-large", top, `${found} in one file; at most ${limits.fileCharacters / 1024} KB are read`, "shorten the file"),
    );
  }

  const text = file.text.replace(/^\uFEFF/, "");
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, logLevel: "error" });
  const placeAt = (offset: number): Place => {
    const { line, col } = lines.linePos(Math.min(offset, text.length));
    return { line: Math.max(line, 1), column: Math.max(col, 1), length: 1 };
  };

  const problems: FileProblem[] = [];
  for (const error of document.errors) {
    const place = placeAt(error.pos[0]);
    if (error.code === "DUPLICATE_KEY") {
      const key = /^[^\s:]*/.exec(text.slice(error.pos[0]))?.[0] ?? "";
      const length = Math.max(key.length, 1);
      problems.push(
        problem(
          "duplicate-key",
          { ...place, length },
          `\`${key}\` is written twice here; only one can count`,
          "keep one and delete the other",
        ),
      );
    } else if (error.code === "MULTIPLE_DOCS") {
      problems.push(
        problem(
          "several-documents",
          place,
          "a second document starts here; only one is read",
          "remove the `---` line, or move the rest into its own file",
        ),
      );
    } else {
      // What follows a syntax error is mostly its echo.
      return unreadable(...problems, problem("invalid-yaml", place, syntaxMessage(error.code, error.message), syntaxFix(error.code)));
    }
  }
  for (const warning of document.warnings) {
    problems.push(
      problem(
        "invalid-yaml",
        placeAt(warning.pos[0]),
        syntaxMessage(warning.code, warning.message),
        "remove the tag, and write plain text, numbers, lists and keys",
      ),
    );
  }

  let aliases = 0;
  let firstAlias = top;
  let unresolved: { name: string; place: Place } | null = null;
  visit(document, {
    Alias(_, alias) {
      aliases++;
      const place = placeAt(alias.range?.[0] ?? 0);
      if (aliases === 1) firstAlias = place;
      if (!alias.resolve(document)) unresolved ??= { name: alias.source, place };
    },
  });
  if (aliases > limits.aliases) {
    return unreadable(
      problem(
        "too-many-aliases",
        firstAlias,
        `${aliases} aliases in one file; at most ${limits.aliases} are followed`,
        "write the values out",
      ),
    );
  }
  return finish();

  function finish(): YamlFile {
    if (unresolved) {
      const { name, place } = unresolved;
      return unreadable(
        ...problems,
        problem(
          "invalid-yaml",
          place,
          `the alias \`*${name}\` has no anchor before it`,
          `write the value itself, or put \`&${name}\` before it`,
        ),
      );
    }
    try {
      return {
        path,
        content: { value: document.toJS({ maxAliasCount: limits.aliases }), places: yamlPlaces(text, document, lines) },
        problems,
      };
    } catch {
      // Aliases of aliases grow without bound; the library stops them by throwing.
      return unreadable(
        ...problems,
        problem("too-many-aliases", firstAlias, "aliases that multiply each other are not followed", "write the values out"),
      );
    }
  }
}

function syntaxMessage(code: string, message: string): string {
  switch (code) {
    case "TAB_AS_INDENT":
      return "a tab is used for indentation; YAML allows only spaces";
    case "RESOURCE_EXHAUSTION":
      return "the file nests too deeply to be read";
    case "TAG_RESOLVE_FAILED":
      return "a YAML tag that has no meaning here";
    default:
      return `not valid YAML: ${message.charAt(0).toLowerCase()}${message.slice(1)}`;
  }
}

function syntaxFix(code: string): string {
  switch (code) {
    case "TAB_AS_INDENT":
      return "replace the tab by two spaces";
    case "RESOURCE_EXHAUSTION":
      return "remove the nesting; no key of these files is more than six levels deep";
    case "MISSING_CHAR":
      return "add the missing quote, bracket or colon";
    case "BLOCK_AS_IMPLICIT_KEY":
    case "MULTILINE_IMPLICIT_KEY":
      return "put text that holds a colon in quotes, and check the indentation of this line";
    case "BAD_INDENT":
      return "align this line with its neighbours";
    default:
      return "correct this line; text with `: `, `#`, or one of `[]{}&*!|>@%` at its start belongs in quotes";
  }
}
