import type { List, Nodes, Paragraph } from "mdast";
import { readMarkdown } from "../../proposals/index.ts";
import { type CommandLine, commandLimit } from "./command-line.ts";
import { OpenHtml } from "./open-html.ts";
import { tidy, type VisibleLine, visibleLines } from "./visible-lines.ts";

/** Four spaces would be a listing at the beginning of a paragraph; so that a line means the same everywhere, they never lead a command. */
const begins = /^ {0,3}\/[A-Za-z]/;
const anywhere = new RegExp(begins.source, "m");
/**
 * A slash and a word of at most 40 characters, then white space or the end, or one of the marks that people put behind a command
 * (`/lgtm!`, `/lgtm.`, `/hold: reason`). A comma or a question mark makes it prose, anything else part of a path or another word.
 */
const head = /^\/([A-Za-z](?:[A-Za-z0-9-]{0,38}[A-Za-z0-9])?)(?:[.:]|!{1,3})?(?=[ \t\u00a0\u2000-\u200a\u202f\u205f\u3000]|$)/;
/** `key: value`, ticked or not; what follows a command in further blocks belongs to it only in this form. */
const keyed = /^\s*(?:\[[ xX]\]\s+)?[A-Za-z][A-Za-z -]{0,38}:(?:\s|$)/;
/** Footnotes stand at the end of a comment, apart from its text; the tree takes them for paragraphs or targets of links. */
const footnote = /^ {0,3}\[\^[^\]\s]+\]:/;

interface Draft {
  readonly name: string;
  readonly explicit: boolean;
  readonly argument: string;
  readonly line: number;
  readonly rest: string[];
}

/**
 * The command lines of a comment, in its order, at most {@link commandLimit}: lines of top-level paragraphs that begin with
 * `/name`. Never what is quoted, listed, folded, struck out or shown as code: people and bots enumerate commands in list items and
 * tables and fold them into `<details>`, without meaning them. Takes time in proportion to the length of the text.
 */
export function readCommandLines(body: string): readonly CommandLine[] {
  const text = body.replace(/^\ufeff/, "").replace(/\r\n?/g, "\n");
  // Most comments hold no command: they are not worth a tree.
  if (!anywhere.test(text)) return [];
  const source = text.split("\n");
  const drafts = readDrafts(readMarkdown(text, source).root.children, source);
  return drafts.slice(0, commandLimit).map(({ rest, ...draft }, index) => ({
    ...draft,
    body: rest.join("\n"),
    index,
    count: drafts.length,
  }));
}

function readDrafts(blocks: readonly Nodes[], source: readonly string[]): readonly Draft[] {
  const drafts: Draft[] = [];
  const html = new OpenHtml();
  /** The command to which lines without one of their own belong. */
  let open: Draft | null = null;
  for (const block of blocks) {
    if (block.type === "html") html.read(block.value);
    const folded = html.hides;
    if (block.type === "paragraph" && !isFootnote(block, source)) {
      const lines = visibleLines(block, html);
      if (folded || !keyed.test(lines[0]?.text ?? "")) open = null;
      for (const line of lines) {
        const draft = readDraft(line, source);
        if (draft !== null) drafts.push(draft);
        open = draft ?? open;
        if (draft === null) open?.rest.push(tidy(line.text));
      }
    } else if (block.type === "list" && open !== null && !folded) {
      const items = block.children.map((item) => itemLines(item));
      if (items.every(([first]) => keyed.test(first ?? ""))) open.rest.push(...items.flat());
      else open = null;
    } else open = null;
  }
  return drafts;
}

/** The escape of `\/lgtm` and entities are gone from the visible text: the source says whether the line begins with a slash. */
function readDraft(line: VisibleLine, source: readonly string[]): Draft | null {
  const found = begins.test(source[line.line - 1] ?? "") ? head.exec(line.text) : null;
  const [mark, name] = found ?? [];
  if (mark === undefined || name === undefined || mark.length > line.opening.length) return null;
  const argument = tidy(line.text.slice(mark.length));
  if (name.toLowerCase() !== "steward") return { name: name.toLowerCase(), explicit: false, argument, line: line.line, rest: [] };
  const [first = "", ...others] = argument.split(" ");
  const asked = first.replace(/^\//, "").replace(/[.:!]+$/, "");
  // `/steward` alone asks what there is.
  return { name: asked === "" ? "help" : asked.toLowerCase(), explicit: true, argument: others.join(" "), line: line.line, rest: [] };
}

function isFootnote(block: Paragraph, source: readonly string[]): boolean {
  const line = block.position?.start.line ?? 1;
  return footnote.test(source[line - 1] ?? "") || footnote.test(source[line - 2] ?? "");
}

/** All lines of a list item, those of lists in it included. */
function itemLines(item: List["children"][number]): readonly string[] {
  return item.children.flatMap((child) => {
    if (child.type === "paragraph") return visibleLines(child, new OpenHtml()).map((line) => tidy(line.text));
    return child.type === "list" ? child.children.flatMap(itemLines) : [];
  });
}
