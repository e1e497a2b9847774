import { TypeReader } from "./parse-type.ts";
import { scanTokens } from "./scan-tokens.ts";
import { meetOf, type SchemaModel, type SchemaType, unionOf } from "./schema-model.ts";
import { refuse } from "./unreadable.ts";

/** Words that may stand before a declaration. */
const modifiers = new Set(["export", "declare", "default", "abstract", "async"]);

/** Interfaces, type aliases, enumerations and literal constants at the top of a TypeScript file or a namespace. */
export function readTypescript(text: string): SchemaModel {
  const reader = new TypeReader(scanTokens(text));
  // Interfaces of one name are one interface.
  const declared = new Map<string, SchemaType[]>();
  const add = (name: string, type: SchemaType) => {
    const earlier = declared.get(name);
    if (earlier === undefined) declared.set(name, [type]);
    else earlier.push(type);
  };
  while (reader.kind() !== "end") {
    const word = reader.kind() === "name" ? reader.peek() : "";
    const named = reader.kind(1) === "name";
    if (modifiers.has(word)) reader.next();
    else if (word === "interface" && named) add(...readInterface(reader));
    else if (word === "type" && named && ["=", "<"].includes(reader.peek(2))) add(...readAlias(reader));
    else if (word === "enum" && named) add(...readEnum(reader));
    else if (word === "const" && reader.peek(1) === "enum") reader.next();
    else if (word === "const" && named) readConstant(reader, add);
    else if (word === "namespace" || word === "module" || word === "global") skipTo(reader, "{");
    else skipOne(reader);
  }
  return new Map([...declared].map(([name, types]) => [name, meetOf(types)]));
}

function readInterface(reader: TypeReader): [string, SchemaType] {
  reader.next();
  const name = reader.next();
  if (reader.peek() === "<") reader.skipAngles();
  const bases: SchemaType[] = [];
  if (reader.take("extends")) {
    do bases.push(reader.parseHeritage());
    while (reader.take(","));
  }
  return [name, meetOf([...bases, reader.parseMembers()])];
}

function readAlias(reader: TypeReader): [string, SchemaType] {
  reader.next();
  const name = reader.next();
  if (reader.peek() === "<") reader.skipAngles();
  reader.expect("=");
  return [name, reader.parseType()];
}

function readEnum(reader: TypeReader): [string, SchemaType] {
  reader.next();
  const name = reader.next();
  reader.expect("{");
  const members: SchemaType[] = [];
  while (!reader.take("}")) {
    const member = reader.next();
    let value = member;
    if (reader.take("=")) {
      value = "";
      while (reader.peek() !== "," && reader.peek() !== "}" && reader.kind() !== "end") value += reader.next();
    }
    members.push({ kind: "literal", value });
    if (reader.peek() !== "}") reader.expect(",");
  }
  return [name, unionOf(members)];
}

/** `const NAME = literal`: what `typeof NAME` and error codes are made of. */
function readConstant(reader: TypeReader, add: (name: string, type: SchemaType) => void): void {
  reader.next();
  const name = reader.next();
  if (!reader.take("=")) return;
  const sign = reader.take("-") ? "-" : "";
  const kind = reader.kind();
  if (kind !== "string" && kind !== "number") return;
  add(`typeof ${name}`, { kind: "literal", value: `${sign}${reader.next()}` });
}

/** What stands in a namespace is read like the file; its closing brace is skipped. */
function skipTo(reader: TypeReader, mark: string): void {
  reader.next();
  while (reader.kind() === "name" || reader.kind() === "string" || reader.peek() === ".") reader.next();
  reader.take(mark);
}

function skipOne(reader: TypeReader): void {
  const text = reader.peek();
  if (reader.kind() === "mark" && (text === "(" || text === "[" || text === "{")) reader.skipBrackets();
  else reader.next();
}

/** A conflict that Git left in a file makes it no schema. */
export function refuseConflicts(text: string): void {
  if (/^(?:<{7}|>{7}) /m.test(text)) refuse("the file holds a conflict of two versions");
}
