import type { KeyPath } from "../reading/key-path.ts";
import type { WrittenFile } from "../reading/parse-written.ts";
import { quote } from "../reading/quote.ts";
import type { Finding, Rule } from "./rule.ts";

export const repeatedEntry: Rule = {
  code: "repeated-entry",
  severity: "warning",
  reports: "A list names the same thing twice, or a person lists one account twice. Logins are compared without letter case.",
  because: "It counts once; probably another name was meant.",
  check: ({ written }) => {
    const { project, lifecycle, domains, procedures, ladder, people, groups } = written;
    const files: readonly (WrittenFile<unknown> | null)[] = [project, lifecycle, domains, procedures, ladder, people, ...groups];
    return files.flatMap((file) => (file ? repeats(file, file.value, []) : []));
  },
};

function repeats(file: WrittenFile<unknown>, value: unknown, at: KeyPath): readonly Finding[] {
  if (Array.isArray(value)) {
    const seen = new Set<string>();
    return value.flatMap((entry: unknown, index) => {
      const name = nameOf(entry);
      if (name === null || !seen.has(name)) {
        if (name !== null) seen.add(name);
        return repeats(file, entry, [...at, index]);
      }
      return [
        {
          file,
          at: [...at, index],
          message: `${quote(typeof entry === "string" ? entry : name)} stands in this list already`,
          fix: "delete one of the two",
        },
      ];
    });
  }
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => repeats(file, inner, [...at, key]));
}

/** Texts are compared as written; accounts by login. */
function nameOf(entry: unknown): string | null {
  if (typeof entry === "string") return entry;
  if (typeof entry === "object" && entry !== null && "login" in entry) return String(entry.login).toLowerCase();
  return null;
}
