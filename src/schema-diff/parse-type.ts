import type { Token, Tokens } from "./scan-tokens.ts";
import { meetOf, named, type SchemaField, type SchemaType, unionOf } from "./schema-model.ts";
import { deepest, refuse } from "./unreadable.ts";

/** A cursor over tokens that reads TypeScript's types. It never goes back, so that its time is linear. */
export class TypeReader {
  readonly #tokens: readonly Token[];
  readonly #partner: ReadonlyMap<number, number>;
  at: number;
  #depth = 0;

  constructor(tokens: Tokens, at = 0) {
    this.#tokens = tokens.list;
    this.#partner = tokens.partner;
    this.at = at;
  }

  peek(ahead = 0): string {
    const token = this.#tokens[this.at + ahead];
    return token === undefined ? "" : token.text;
  }

  kind(ahead = 0): Token["kind"] | "end" {
    return this.#tokens[this.at + ahead]?.kind ?? "end";
  }

  next(): string {
    const text = this.peek();
    this.at += 1;
    return text;
  }

  /** Takes the mark if it comes next. */
  take(text: string): boolean {
    if (this.peek() !== text || this.kind() === "string") return false;
    this.at += 1;
    return true;
  }

  expect(text: string): void {
    if (!this.take(text)) refuse(`\`${text}\` is expected before \`${this.peek()}\``);
  }

  /** Goes behind the bracket that closes the one which comes next. */
  skipBrackets(): void {
    this.at = (this.#partner.get(this.at) ?? refuse("a bracket is expected")) + 1;
  }

  /** Goes behind `<…>`, which are no brackets to the scanner. */
  skipAngles(): void {
    let open = 0;
    do {
      const text = this.peek();
      if (text === "") refuse("`>` is expected");
      if (this.#partner.has(this.at) && (text === "(" || text === "[" || text === "{")) {
        this.skipBrackets();
        continue;
      }
      if (this.kind() === "mark") open += text === "<" ? 1 : text === ">" ? -1 : 0;
      this.at += 1;
    } while (open > 0);
  }

  parseType(): SchemaType {
    this.#depth += 1;
    if (this.#depth > deepest) refuse("types are nested too deep");
    const start = this.at;
    let type = this.#parseUnion();
    if (this.kind() === "name" && (this.peek() === "extends" || this.peek() === "is") && !this.#tokens[this.at]?.onNewLine) {
      const conditional = this.next() === "extends";
      this.parseType();
      if (conditional && this.take("?")) {
        this.parseType();
        this.expect(":");
        this.parseType();
      }
      type = this.#opaque(start);
    }
    this.#depth -= 1;
    return type;
  }

  /** A name after `extends` of an interface. */
  parseHeritage(): SchemaType {
    return this.#parsePrimary();
  }

  #parseUnion(): SchemaType {
    this.take("|");
    const members = [this.#parseMeet()];
    while (this.take("|")) members.push(this.#parseMeet());
    return unionOf(members);
  }

  #parseMeet(): SchemaType {
    this.take("&");
    const members = [this.#parsePostfix()];
    while (this.take("&")) members.push(this.#parsePostfix());
    return meetOf(members);
  }

  #parsePostfix(): SchemaType {
    const start = this.at;
    let type = this.#parsePrimary();
    let suffixes = 0;
    while (this.peek() === "[" && this.kind() === "mark" && !this.#tokens[this.at]?.onNewLine) {
      if (this.peek(1) === "]") {
        suffixes += 1;
        if (suffixes > deepest) refuse("types are nested too deep");
        this.at += 2;
        type = { kind: "array", items: type };
      } else {
        this.skipBrackets();
        type = this.#opaque(start);
      }
    }
    return type;
  }

  #parsePrimary(): SchemaType {
    const start = this.at;
    const kind = this.kind();
    const text = this.peek();
    if (kind === "string" || kind === "number") return { kind: "literal", value: this.next() };
    if (kind === "name") return this.#parseName();
    if (text === "-" && this.kind(1) === "number") {
      this.at += 2;
      return { kind: "literal", value: `-${this.peek(-1)}` };
    }
    if (text === "(") {
      this.skipBrackets();
      if (this.take("=>")) {
        this.parseType();
        return this.#opaque(start);
      }
      this.at = start + 1;
      const inner = this.parseType();
      this.expect(")");
      return inner;
    }
    if (text === "<") {
      this.skipAngles();
      this.parseType();
      return this.#opaque(start);
    }
    if (text === "{") return this.#parseBraces();
    if (text === "[") {
      this.skipBrackets();
      return this.#opaque(start);
    }
    return refuse(`a type is expected before \`${text}\``);
  }

  #parseName(): SchemaType {
    const start = this.at;
    const word = this.next();
    if (word === "readonly" && this.kind() !== "end") return this.#parsePostfix();
    if (
      ["keyof", "unique", "infer", "asserts", "new", "abstract"].includes(word) &&
      (this.kind() === "name" || this.peek() === "(" || this.peek() === "{")
    ) {
      this.parseType();
      return this.#opaque(start);
    }
    if (word === "true" || word === "false") return { kind: "literal", value: word };
    let name = word === "typeof" ? `typeof ${this.next()}` : word;
    if (name.endsWith("import") && this.peek() === "(") {
      this.skipBrackets();
      name = this.#text(start);
    }
    while (this.peek() === "." && this.kind(1) === "name") {
      this.at += 1;
      name += `.${this.next()}`;
    }
    const args: SchemaType[] = [];
    if (this.peek() === "<" && this.kind() === "mark") {
      this.at += 1;
      do args.push(this.parseType());
      while (this.take(","));
      this.expect(">");
    }
    const [first, second] = args;
    if ((name === "Array" || name === "ReadonlyArray") && first !== undefined) return { kind: "array", items: first };
    if (name === "Record" && second !== undefined && first?.kind === "named" && first.name === "string") {
      return { kind: "object", fields: new Map(), rest: openRest(second), closed: false };
    }
    return named(name, args);
  }

  /** An object's members, or a mapped type, which stays text. */
  #parseBraces(): SchemaType {
    const start = this.at;
    let ahead = 1;
    while (["readonly", "-", "+"].includes(this.peek(ahead))) ahead += 1;
    if (this.peek(ahead) === "[" && this.kind(ahead + 1) === "name" && this.peek(ahead + 2) === "in") {
      this.skipBrackets();
      return this.#opaque(start);
    }
    return this.parseMembers();
  }

  /** `{ … }` of an interface or an object type. */
  parseMembers(): SchemaType & { kind: "object" } {
    this.#depth += 1;
    if (this.#depth > deepest) refuse("types are nested too deep");
    this.expect("{");
    const fields = new Map<string, SchemaField>();
    let rest: SchemaType | null = null;
    while (!this.take("}")) {
      if (this.take(";") || this.take(",")) continue;
      if (this.peek() === "[" && this.kind() === "mark" && this.peek(2) === ":") {
        this.skipBrackets();
        this.expect(":");
        rest = openRest(this.parseType());
        continue;
      }
      const [name, field] = this.#parseMember();
      fields.set(name, field);
    }
    this.#depth -= 1;
    return { kind: "object", fields, rest, closed: false };
  }

  #parseMember(): readonly [string, SchemaField] {
    // `readonly` may be the name of a field as well.
    if (this.peek() === "readonly" && !["?", ":", "(", "<", ";", "}"].includes(this.peek(1))) this.at += 1;
    const name = this.#parseMemberName();
    const required = !this.take("?");
    const start = this.at;
    if (this.peek() === "<" && this.kind() === "mark") this.skipAngles();
    if (this.peek() === "(" && this.kind() === "mark") {
      this.skipBrackets();
      if (this.take(":")) this.parseType();
      return [name, { required, type: this.#opaque(start) }];
    }
    return [name, { required, type: this.take(":") ? this.parseType() : named("any") }];
  }

  #parseMemberName(): string {
    const kind = this.kind();
    if (kind === "name" || kind === "number") return this.next();
    // The scanner wrote it as JSON, apart from templates, which are no names.
    if (kind === "string") return this.next().slice(1, -1);
    const start = this.at;
    if (this.peek() === "[") {
      this.skipBrackets();
      return this.#text(start);
    }
    if (this.peek() === "(" || this.peek() === "<") return "()";
    return refuse(`a field is expected before \`${this.peek()}\``);
  }

  #text(start: number): string {
    return this.#tokens
      .slice(start, this.at)
      .map((token) => token.text)
      .join(" ");
  }

  #opaque(start: number): SchemaType {
    return { kind: "opaque", text: this.#text(start) };
  }
}

/** `[key: string]: unknown` says no more than an object without it does. */
function openRest(type: SchemaType): SchemaType | null {
  return type.kind === "named" && (type.name === "unknown" || type.name === "any") ? null : type;
}
