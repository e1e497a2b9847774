import { deepest, refuse } from "./unreadable.ts";

export interface Token {
  readonly kind: "name" | "string" | "number" | "mark";
  /** Strings with double quotes, whatever they are written with; templates as they stand. */
  readonly text: string;
  /** A line end stands before it. */
  readonly onNewLine: boolean;
}

export interface Tokens {
  readonly list: readonly Token[];
  /** Index of the bracket that closes the one at an index, and the reverse. */
  readonly partner: ReadonlyMap<number, number>;
}

/** The protocol's own schema has some 20,000. */
const mostTokens = 200_000;

const word = /(?<name>[\p{L}_$#@][\p{L}\p{N}_$]*)|(?<number>\d[\w.]*)|(?<mark>=>|\.\.\.|[\s\S])/uy;
const quoted = {
  '"': /"[^"\\\n]*(?:\\[\s\S][^"\\\n]*)*"?/y,
  "'": /'[^'\\\n]*(?:\\[\s\S][^'\\\n]*)*'?/y,
  "`": /`[^`\\]*(?:\\[\s\S][^`\\]*)*`?/y,
} as const;

/** Cuts TypeScript into tokens in one pass: comments left out, brackets paired. */
export function scanTokens(text: string): Tokens {
  const list: Token[] = [];
  const partner = new Map<number, number>();
  const open: number[] = [];
  let onNewLine = true;
  let at = 0;
  const add = (kind: Token["kind"], token: string) => {
    list.push({ kind, text: token, onNewLine });
    if (list.length > mostTokens) refuse(`the file has more than ${mostTokens} words and signs`);
    onNewLine = false;
  };
  while (at < text.length) {
    const letter = text.charAt(at);
    const blank = endOfBlank(text, at);
    if (blank > at) {
      onNewLine ||= text.slice(at, blank).includes("\n");
      at = blank;
    } else if (letter === '"' || letter === "'" || letter === "`") {
      const found = matchAt(quoted[letter], text, at)?.[0] ?? letter;
      add("string", letter === "`" ? found : JSON.stringify(unquoted(found)));
      at += found.length;
    } else {
      const found = matchAt(word, text, at);
      const { name, number, mark = letter } = found?.groups ?? {};
      if (name !== undefined) add("name", name);
      else if (number !== undefined) add("number", number);
      else {
        add("mark", mark);
        pair(list, open, partner);
      }
      at += (name ?? number ?? mark).length;
    }
  }
  if (open.length > 0) refuse("a bracket is not closed");
  return { list, partner };
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

/** Behind the white space or the comment that begins at an offset; the offset itself where neither does. */
function endOfBlank(text: string, at: number): number {
  if (text.startsWith("//", at)) return behind(text, "\n", at);
  if (text.startsWith("/*", at)) return behind(text, "*/", at + 2);
  let end = at;
  while (end < text.length && text.charAt(end).trim() === "") end += 1;
  return end;
}

function behind(text: string, mark: string, from: number): number {
  const found = text.indexOf(mark, from);
  return found < 0 ? text.length : found + mark.length;
}

const closing: Readonly<Record<string, string>> = { "(": ")", "[": "]", "{": "}" };

function pair(list: readonly Token[], open: number[], partner: Map<number, number>): void {
  const index = list.length - 1;
  const mark = list[index]?.text ?? "";
  if (Object.hasOwn(closing, mark)) {
    open.push(index);
    if (open.length > deepest) refuse("brackets are nested too deep");
  } else if (mark === ")" || mark === "]" || mark === "}") {
    const start = open.pop() ?? refuse(`\`${mark}\` closes nothing`);
    if (closing[list[start]?.text ?? ""] !== mark) refuse(`\`${mark}\` closes another bracket`);
    partner.set(start, index);
    partner.set(index, start);
  }
}

function unquoted(text: string): string {
  return text.slice(1, text.length > 1 && text.endsWith(text.charAt(0)) ? -1 : undefined).replace(/\\(.)/gs, "$1");
}
