import { type Document, isCollection, visit, type YAMLError } from "yaml";

interface SyntaxFinding {
  readonly offset: number;
  readonly message: string;
  readonly fix: string;
}

/**
 * The first syntax error of a file, null when there is none: what follows is mostly its echo. Where the library points at the
 * place at which reading became impossible, this points at the place that has to be changed.
 */
export function syntaxError(document: Document.Parsed, text: string): SyntaxFinding | null {
  const errors = document.errors.filter((error) => error.code !== "MULTIPLE_DOCS");
  const [first] = errors;
  if (!first) return null;
  const echo = errors.find((error) => error.code === "MULTILINE_IMPLICIT_KEY" && error.pos[0] === first.pos[0]);
  return continuedValue(echo ?? first, text) ?? unclosedQuote(first, document) ?? unclosedBracket(first, document, text) ?? plain(first);
}

/** A tag: read past, since only the value counts, and reported. */
export function syntaxWarning(warning: YAMLError): SyntaxFinding {
  return plain(warning);
}

/** `name: text` followed by a line that is indented further is one long text; the library points at its beginning. */
function continuedValue({ code, pos: [start, end] }: YAMLError, text: string): SyntaxFinding | null {
  const lastBreak = text.lastIndexOf("\n", end - 1);
  if (code !== "MULTILINE_IMPLICIT_KEY" || lastBreak < start) return null;
  const before = text.slice(text.lastIndexOf("\n", start - 1) + 1, start);
  if (/^[\s-]*$/.test(before)) {
    return { offset: start, message: "this line is no key with a value: it has no colon", fix: "add the colon after the key" };
  }
  const indent = /^[ \t]*/.exec(text.slice(lastBreak + 1))?.[0].length ?? 0;
  const message = "this line is indented, so that it continues the value before it";
  return { offset: lastBreak + 1 + indent, message, fix: "align it with the keys beside it" };
}

function unclosedQuote({ message, pos }: YAMLError, document: Document.Parsed): SyntaxFinding | null {
  if (!message.startsWith("Missing closing")) return null;
  let offset = pos[0];
  visit(document, {
    Scalar(_, { type, range }) {
      if (type?.startsWith("QUOTE") && range && range[0] <= pos[0] && range[2] >= pos[0]) offset = range[0];
    },
  });
  return { offset, message: "the quote that begins here is never closed", fix: "add the closing quote" };
}

function unclosedBracket({ message, pos }: YAMLError, document: Document.Parsed, text: string): SyntaxFinding | null {
  const closing = /^Flow (?:sequence|map) .* end with a ([\]}])/.exec(message)?.[1];
  if (!closing) return null;
  let offset: number | null = null;
  visit(document, {
    Node(_, node) {
      const [start, end] = node.range ?? [0, 0];
      const isOpen = isCollection(node) && node.flow === true && start < pos[0] && text[end - 1] !== closing;
      if (isOpen) offset = start;
    },
  });
  if (offset === null) return null;
  const fix = `add \`${closing}\`, or indent the lines that belong inside`;
  return { offset, message: `the bracket that opens here is not closed with \`${closing}\``, fix };
}

function plain({ code, message, pos }: YAMLError): SyntaxFinding {
  const finding = (sentence: string, fix: string): SyntaxFinding => ({ offset: pos[0], message: sentence, fix });
  const misaligned = finding("this line is not aligned with its neighbours", "align it with the keys or entries beside it");
  const said = `not valid YAML: ${message.charAt(0).toLowerCase()}${message.slice(1)}`;
  switch (code) {
    case "TAB_AS_INDENT":
      return finding("a tab is used for indentation; YAML allows only spaces", "replace the tab by two spaces");
    case "RESOURCE_EXHAUSTION":
      return finding("the file nests too deeply to be read", "remove the nesting; no key of these files is more than eight levels deep");
    case "TAG_RESOLVE_FAILED":
      return finding("a YAML tag that has no meaning here", "remove the tag, and write plain text, numbers, lists and keys");
    case "BLOCK_AS_IMPLICIT_KEY":
      if (message.startsWith("A block")) return misaligned;
      return finding("a second colon in one line", "put text that holds a colon in quotes, and check the indentation of this line");
    case "BAD_INDENT":
      return misaligned;
    case "MISSING_CHAR":
      return finding(said, "add what is missing, and check the indentation of this line");
    default:
      return finding(said, "correct this line; text that holds `: ` or ` #`, or begins with one of `[]{}&*!|>@%`, belongs in quotes");
  }
}
