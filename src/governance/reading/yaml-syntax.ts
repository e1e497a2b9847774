/** What the YAML library found, as a sentence; `code` is its error code. */
export function syntaxMessage(code: string, message: string): string {
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

/** What to do about it. */
export function syntaxFix(code: string): string {
  switch (code) {
    case "TAB_AS_INDENT":
      return "replace the tab by two spaces";
    case "RESOURCE_EXHAUSTION":
      return "remove the nesting; no key of these files is more than eight levels deep";
    case "MISSING_CHAR":
      return "add the missing quote, bracket or colon";
    case "BLOCK_AS_IMPLICIT_KEY":
    case "MULTILINE_IMPLICIT_KEY":
      return "put text that holds a colon in quotes, and check the indentation of this line";
    case "BAD_INDENT":
      return "align this line with its neighbours";
    case "TAG_RESOLVE_FAILED":
      return "remove the tag, and write plain text, numbers, lists and keys";
    default:
      return "correct this line; text that holds `: ` or ` #`, or begins with one of `[]{}&*!|>@%`, belongs in quotes";
  }
}
