import type { ProposalDocument } from "../../domain/proposal-document.ts";

/** Words that prose could hold by chance: they count only where they stand as code. */
const plainWord = /^[a-z]+$/;
const partOfName = /[\p{L}\p{N}_$]/u;
/** `tasks` is no part of `tasks/get`; a type may stand before a stroke and another. */
const partOfMethod = /[\p{L}\p{N}_$/]/u;

/** Tells whether a proposal's text names something of the schema: a type, a field, a method, a value. */
export class MentionedNames {
  readonly #code: string;
  readonly #all: string;
  readonly #known = new Map<string, boolean>();

  constructor({ title, sections }: ProposalDocument) {
    this.#code = sections.flatMap(({ inlineCode, code }) => [...inlineCode, ...code.map(({ text }) => text)]).join("\n");
    this.#all = [title ?? "", ...sections.flatMap(({ heading, prose }) => [heading, prose]), this.#code].join("\n");
  }

  /** Compared as written: `Tool` is a type, `tool` a word. */
  has(name: string): boolean {
    const known = this.#known.get(name) ?? this.#find(name);
    this.#known.set(name, known);
    return known;
  }

  #find(name: string): boolean {
    return plainWord.test(name) ? holdsWord(this.#code, name, partOfMethod) : holdsWord(this.#all, name, partOfName);
  }
}

function holdsWord(text: string, word: string, part: RegExp): boolean {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    if (!part.test(text.charAt(at - 1)) && !part.test(text.charAt(at + word.length))) return true;
  }
  return false;
}
