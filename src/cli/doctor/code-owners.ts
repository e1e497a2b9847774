/**
 * Who owns a path by a CODEOWNERS file: the last line that matches counts, and it may name nobody. Patterns are those that GitHub
 * documents: https://docs.github.com/en/repositories/managing-your-repositorys-settings-and-features/customizing-your-repository/about-code-owners
 */
export function ownersOf(path: string, text: string): readonly string[] {
  const rules = text.split(/\r?\n/).flatMap((line) => {
    const [pattern, ...owners] = line
      .replace(/(^|\s)#.*$/, "")
      .trim()
      .split(/\s+/);
    return pattern ? [{ pattern, owners }] : [];
  });
  return rules.findLast(({ pattern }) => matches(pattern, path))?.owners ?? [];
}

function matches(pattern: string, path: string): boolean {
  const bare = pattern.replace(/^\//, "").replace(/\/$/, "");
  // A slash at the start or inside binds the pattern to the root; at the end it only says that a folder is meant.
  const start = pattern.startsWith("/") || bare.includes("/") ? "^" : "^(?:.*/)?";
  const body = bare
    .split(/(\*\*\/|\*\*|\*|\?)/)
    .map((part) => wildcards[part] ?? part.replace(/[.+^${}()|[\]\\]/g, "\\$&"))
    .join("");
  // `docs/*` reaches the folder's own files and nothing below; every other pattern takes in what is below its match.
  const end = pattern.endsWith("/") ? "/.*$" : bare.endsWith("/*") ? "$" : "(?:/.*)?$";
  return new RegExp(`${start}${body}${end}`).test(path);
}

const wildcards: Readonly<Record<string, string>> = { "**/": "(?:.*/)?", "**": ".*", "*": "[^/]*", "?": "[^/]" };
