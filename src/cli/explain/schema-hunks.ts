import type { SchemaFinding } from "../../routing/change/index.ts";
import type { DiffFile } from "./read-diff.ts";

type Finding = Omit<SchemaFinding, "path">;

/**
 * What the lines of a diff tell about a schema. A diff holds only pieces of both files, so that this reads single members where
 * the App compares whole files; what cannot be told from its lines is taken for breaking.
 */
export function readSchemaHunks({ before, after, hunks }: DiffFile): readonly SchemaFinding[] {
  const path = after ?? before ?? "";
  const read = path.endsWith(".json") ? readJson : readTypeScript;
  return hunks.flatMap((hunk) => compare(read(hunk.before), read(hunk.after))).map((finding) => ({ path, ...finding }));
}

/** A member of a type, as its line shows it. */
interface Member {
  readonly optional: boolean;
  /** What stands after the colon, white space squeezed. */
  readonly type: string;
}

interface Side {
  /** Types whose declaration stands in the hunk. */
  readonly types: ReadonlySet<string>;
  /** By `Type.member`, or `member` where the hunk does not show the type. */
  readonly members: ReadonlyMap<string, Member>;
}

function compare(was: Side, is: Side): readonly Finding[] {
  const gone = [...was.types].filter((type) => !is.types.has(type));
  const made = [...is.types].filter((type) => !was.types.has(type));
  const isOf = (name: string, types: readonly string[]) => types.some((type) => name.startsWith(`${type}.`));
  const removed = [...was.members.keys()].filter((name) => !is.members.has(name) && !isOf(name, gone));
  const added = [...is.members].filter(([name]) => !was.members.has(name) && !isOf(name, made));
  const changed = [...is.members].flatMap(([name, member]): readonly Finding[] => {
    const old = was.members.get(name);
    if (!old) return [];
    if (old.optional && !member.optional) return [{ name, kind: "field-made-required", breaking: true }];
    return old.type === member.type ? [] : [{ name, kind: "field-retyped", breaking: true }];
  });
  return [
    ...gone.map((name) => ({ name, kind: "type-removed", breaking: true })),
    ...removed.map((name) => ({ name, kind: "field-removed", breaking: true })),
    ...changed,
    ...made.map((name) => ({ name, kind: "type-added", breaking: false })),
    ...added.map(([name, { optional }]) => ({
      name,
      kind: optional ? "optional-field-added" : "required-field-added",
      breaking: !optional,
    })),
  ];
}

const declaration = /^\s*(?:export\s+)?(?:interface|type|enum|class)\s+([\w$]+)/;
const member = /^\s*(?:readonly\s+)?(?:"([^"]+)"|([\w$]+))(\?)?\s*:\s*(.+?)[;,]?\s*$/;
const comment = /^\s*(?:\/\/|\*|\/\*)/;

function readTypeScript(lines: readonly string[]): Side {
  const types = new Set<string>();
  const members = new Map<string, Member>();
  let within = "";
  for (const line of lines) {
    if (comment.test(line)) continue;
    const declared = declaration.exec(line)?.[1];
    if (declared !== undefined) {
      within = declared;
      types.add(declared);
      continue;
    }
    if (/^}/.test(line)) within = "";
    const [, quoted, bare, optional, type] = member.exec(line) ?? [];
    const name = quoted ?? bare;
    if (name === undefined || type === undefined) continue;
    members.set(within === "" ? name : `${within}.${name}`, { optional: optional === "?", type: type.replace(/\s+/g, " ") });
  }
  return { types, members };
}

/** Keywords of JSON Schema that say nothing about what is valid. */
const silent = new Set(["description", "title", "$comment", "examples", "default", "$id"]);

/**
 * Properties are optional in JSON Schema. A bare string in a list may be a required property or a value of an enumeration: to add
 * one may require more, to remove one may allow less, so that both count as required members.
 */
function readJson(lines: readonly string[]): Side {
  const members = new Map<string, Member>();
  for (const line of lines) {
    const listed = /^\s*"([^"]+)",?\s*$/.exec(line)?.[1];
    if (listed !== undefined) members.set(`"${listed}"`, { optional: false, type: "listed" });
    const [, name, value] = /^\s*"([^"]+)"\s*:\s*(.+?),?\s*$/.exec(line) ?? [];
    if (name === undefined || value === undefined || silent.has(name)) continue;
    members.set(name, { optional: true, type: value.replace(/\s+/g, " ") });
  }
  return { types: new Set(), members };
}
