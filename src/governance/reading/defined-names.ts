import { type SingleFile, singleFiles } from "./constitution-file.ts";
import { valueAt } from "./value-at.ts";

/** Names that the files define, even where a schema refuses the rest of the file; null where the file cannot be read at all. */
export interface DefinedNames {
  /** Logins of all accounts. */
  readonly person: ReadonlySet<string> | null;
  readonly domain: ReadonlySet<string> | null;
  readonly group: ReadonlySet<string>;
  readonly level: ReadonlySet<string> | null;
  readonly "group-role": ReadonlySet<string> | null;
  readonly procedure: ReadonlySet<string> | null;
  readonly authority: ReadonlySet<string> | null;
  readonly state: ReadonlySet<string> | null;
}

/** So that one broken entry does not make everything that refers to it look unknown too. */
export function definedNames(raw: ReadonlyMap<string, unknown>, groupPaths: readonly string[]): DefinedNames {
  const ids = (file: SingleFile, key: string): ReadonlySet<string> | null => {
    const list = valueAt(raw.get(singleFiles[file].path), [key]);
    return Array.isArray(list) ? new Set(texts(list.map((entry) => valueAt(entry, ["id"])))) : null;
  };
  const authorities = valueAt(raw.get(singleFiles.project.path), ["authorities"]);
  const people = valueAt(raw.get(singleFiles.people.path), ["people"]);
  const groupIds = texts(groupPaths.map((path) => valueAt(raw.get(path), ["id"])));
  return {
    person: Array.isArray(people) ? new Set(people.flatMap(loginsOf)) : null,
    domain: ids("domains", "domains"),
    group: new Set([...groupIds, ...groupPaths.map(idOfGroupPath)]),
    level: ids("ladder", "levels"),
    "group-role": ids("ladder", "group-roles"),
    procedure: ids("procedures", "procedures"),
    authority: isObject(authorities) ? new Set(Object.keys(authorities)) : null,
    state: ids("lifecycle", "states"),
  };
}

/** `agents-wg` of `groups/agents-wg.yml`. */
export function idOfGroupPath(path: string): string {
  return path.replace(/^groups\//, "").replace(/\.ya?ml$/, "");
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}

function loginsOf(person: unknown): readonly string[] {
  const accounts = valueAt(person, ["accounts"]);
  if (!Array.isArray(accounts)) return [];
  return texts(accounts.map((account) => valueAt(account, ["login"])));
}

function texts(values: readonly unknown[]): readonly string[] {
  return values.filter((value) => typeof value === "string");
}
