import { type SingleFile, singleFiles } from "./constitution-file.ts";
import type { KeyPath } from "./key-path.ts";
import { valueAt } from "./value-at.ts";

/** Names that the files define, even where a schema refuses the rest of the file; null where the file cannot be read at all. */
export interface DefinedNames {
  /** Lower-cased logins of all accounts. */
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
  const ids = (file: SingleFile, list: string): ReadonlySet<string> | null => {
    const { path } = singleFiles[file];
    return raw.has(path) ? new Set(texts(entries(raw.get(path), [list]).map((entry) => valueAt(entry, ["id"])))) : null;
  };
  const authorities = valueAt(raw.get(singleFiles.project.path), ["authorities"]);
  const accounts = entries(raw.get(singleFiles.people.path), ["people"]).flatMap((person) => entries(person, ["accounts"]));
  const logins = texts(accounts.map((account) => valueAt(account, ["login"]))).map((login) => login.toLowerCase());
  const groupIds = texts(groupPaths.map((path) => valueAt(raw.get(path), ["id"])));
  return {
    person: raw.has(singleFiles.people.path) ? new Set(logins) : null,
    domain: ids("domains", "domains"),
    group: new Set([...groupIds, ...groupPaths.map(idOfGroupPath)]),
    level: ids("ladder", "levels"),
    "group-role": ids("ladder", "group-roles"),
    procedure: ids("procedures", "procedures"),
    authority: raw.has(singleFiles.project.path) ? new Set(isObject(authorities) ? Object.keys(authorities) : []) : null,
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

function entries(data: unknown, path: KeyPath): readonly unknown[] {
  const list = valueAt(data, path);
  return Array.isArray(list) ? list : [];
}

function texts(values: readonly unknown[]): readonly string[] {
  return values.filter((value) => typeof value === "string");
}
