import { isConstitutionPath } from "../reading/constitution-file.ts";
import { quote } from "../reading/quote.ts";
import type { Rule } from "./rule.ts";

export const amendmentCoversNothing: Rule = {
  code: "amendment-covers-nothing",
  severity: "warning",
  reports: "`amendments` names a file, or a pattern, that is no file of the constitution.",
  because: "The file that was meant changes by another rule, or by the authority that changes everything else.",
  check({ written: { project, raw } }) {
    if (!project) return [];
    const paths = [...raw.keys()];
    return (project.value.amendments ?? []).flatMap((amendment, index) =>
      amendment.files.flatMap((pattern, place) => {
        if ((!pattern.includes("*") && isConstitutionPath(pattern)) || paths.some((path) => matches(pattern, path))) return [];
        const at = ["amendments", index, "files", place];
        return [
          {
            file: project,
            at,
            message: `no file of the constitution is called ${quote(pattern)}`,
            fix: "write a path in this folder, such as `people.yml` or `groups/*.yml`",
          },
        ];
      }),
    );
  },
};

/** `*` stands for any part of a name; it does not cross a `/`. Compared piece by piece, so that no pattern is slow. */
function matches(pattern: string, path: string): boolean {
  const [wanted, found] = [pattern.split("/"), path.split("/")];
  return wanted.length === found.length && wanted.every((part, index) => matchesPart(part.split("*"), found[index] ?? ""));
}

function matchesPart([first = "", ...rest]: readonly string[], name: string): boolean {
  if (rest.length === 0) return name === first;
  if (!name.startsWith(first)) return false;
  const last = rest.at(-1) ?? "";
  let left = name.slice(first.length);
  if (!left.endsWith(last)) return false;
  left = left.slice(0, left.length - last.length);
  for (const piece of rest.slice(0, -1)) {
    const at = left.indexOf(piece);
    if (at < 0) return false;
    left = left.slice(at + piece.length);
  }
  return true;
}
