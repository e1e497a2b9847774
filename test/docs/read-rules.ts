import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

export interface WrittenRule {
  /** `C5` */
  readonly number: string;
  /** What a link to it ends with, without the `#`. */
  readonly anchor: string | null;
}

export const rulesPage = join("docs", "how-decisions-work.md");

/** The rules of docs/how-decisions-work.md, in their order. */
export function readRules(): readonly WrittenRule[] {
  const lines = readFileSync(rulesPage, "utf8").split("\n");
  return lines.flatMap((line) => {
    const [, anchor = null, number] = /^- (?:<a id="([^"]*)"><\/a>)?([A-Z]\d+)\. /.exec(line) ?? [];
    return number === undefined ? [] : [{ number, anchor }];
  });
}

/** Text files below a folder, by their path from the project's own. */
export function textsBelow(folder: string, extensions: readonly string[]): readonly { readonly path: string; readonly text: string }[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => extensions.some((extension) => name.endsWith(extension)) && !name.includes("node_modules"))
    .map((name) => join(folder, name))
    .map((path) => ({ path, text: readFileSync(path, "utf8") }));
}
