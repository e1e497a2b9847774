import type { SchemaFinding } from "../../routing/change/index.ts";
import { type FindingKind, findingKinds } from "../../schema-diff/index.ts";
import type { DiffFile } from "./read-diff.ts";

interface Finding {
  readonly kind: FindingKind;
  readonly name: string;
}

/**
 * What the lines of a diff tell about a schema. A diff holds only pieces of both files, so that this reads single members where
 * the App compares whole files; what cannot be told from its lines is taken for breaking.
 */
export function readSchemaHunks({ before, after, hunks }: DiffFile): readonly SchemaFinding[] {
  const path = after ?? before ?? "";
  const read = path.endsWith(".json") ? readJson : readTypeScript;
  return hunks
    .flatMap((hunk) => compare(read(hunk.before), read(hunk.after)))
    .map(({ kind, name }) => ({ path, kind, name, breaking: findingKinds[kind] }));
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
  return [
    ...gone.map((name) => found("removed-type", name)),
    ...removed.map((name) => found("removed-field", name)),
    ...[...is.members].flatMap(([name, member]) => changed(name, was.members.get(name), member)),
    ...made.map((name) => found("added-type", name)),
    ...added.map(([name, { optional }]) => found(optional ? "added-optional-field" : "new-required-field", name)),
  ];
}

function changed(name: string, was: Member | undefined, is: Member): readonly Finding[] {
  if (!was) return [];
  const optional = was.optional === is.optional ? [] : [found(is.optional ? "now-optional-field" : "now-required-field", name)];
  return was.type === is.type ? optional : [...optional, found("retyped-field", name)];
}

const found = (kind: FindingKind, name: string): Finding => ({ kind, name });

const declaration = /^\s*(?:export\s+)?(?:interface|type|enum|class)\s+([\w$]+)/;
const member = /^\s*(?:readonly\s+)?(?:"([^"]+)"|([\w$]+))(\?)?\s*:\s*(.+?)\s*[;,]?\s*$/;
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
