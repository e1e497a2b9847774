import type { Heading, List, Nodes, Table } from "mdast";
import type { SectionKind } from "../../domain/proposal-vocabulary.ts";
import type { LinkBase } from "./link-target.ts";
import { withoutContainers } from "./loose-lines.ts";
import { markHtml, markInline } from "./mark-inline.ts";
import { type MarkedSentence, MarkedText } from "./marked-text.ts";
import type { Passage } from "./normative-text.ts";
import { mentionsObligation } from "./obligation.ts";
import { squeezeWhole } from "./squeeze.ts";

/** Where passages stand. */
export interface Place {
  readonly section: SectionKind | null;
  readonly heading: string;
}

/** Words that begin like a passage of another form. */
const likeOtherForm = /^(?:[#>|]|\d+\.)/;

/**
 * Reads blocks into passages. A block that counts as a `whole` gives all it has; of another only what states an obligation counts,
 * with the row or the list that an obligation goes on in.
 */
export class PassageWalk {
  readonly passages: Passage[] = [];
  readonly #base: LinkBase;
  readonly #lines: readonly string[];
  #place: Place = { section: null, heading: "" };
  /** Number of the list item whose first words come next. */
  #lead = "";

  constructor(base: LinkBase, lines: readonly string[]) {
    this.#base = base;
    this.#lines = lines;
  }

  enter(place: Place): void {
    this.#place = place;
  }

  /** Siblings in order. */
  blocks(nodes: readonly Nodes[], whole: boolean, quote = ""): void {
    let goesOn = false;
    for (const node of nodes) goesOn = this.block(node, whole || goesOn, quote);
  }

  /** True when the block ends with an obligation that the next one spells out: `Servers MUST:`. */
  block(node: Nodes, whole: boolean, quote = ""): boolean {
    switch (node.type) {
      case "code":
        if (whole || mentionsObligation(node.value)) {
          this.#add(`${quote}\`\`\`${node.lang ?? ""}\n${node.value}\n\`\`\``, node.position?.start.line ?? 1);
        }
        return false;
      case "html": {
        const marked = new MarkedText();
        markHtml(node.value, node.position?.start.line ?? 1, marked);
        return this.#sentences(marked.sentences(), whole, quote);
      }
      case "paragraph": {
        const marked = new MarkedText();
        markInline(node, this.#base, marked);
        const goesOn = this.#sentences(marked.sentences(), whole, quote);
        this.#mathematics(node, whole, quote);
        return goesOn;
      }
      case "heading":
        this.#heading(node, whole, quote);
        this.#mathematics(node, whole, quote);
        return false;
      case "table":
        this.#table(node, whole, quote);
        this.#mathematics(node, whole, quote);
        return false;
      case "list":
        this.#list(node, whole, quote);
        return false;
      case "blockquote":
        this.blocks(node.children, whole, `${quote}> `);
        return false;
      case "thematicBreak":
        return false;
      default:
        if ("children" in node) this.blocks(node.children, whole, quote);
        return false;
    }
  }

  #sentences(sentences: readonly MarkedSentence[], whole: boolean, quote: string): boolean {
    let goesOn = false;
    for (const { text, seen, line } of sentences) {
      const obliges = mentionsObligation(seen) || mentionsObligation(text);
      goesOn = obliges && /:\W*$/.test(seen.slice(-20));
      if (whole || obliges) this.#add(`${quote}${likeOtherForm.test(text) ? "\\" : ""}${text}`, line);
    }
    return goesOn && !whole;
  }

  #heading(node: Heading, whole: boolean, quote: string): void {
    const { text, seen, line } = this.#whole(node);
    if (whole || mentionsObligation(seen) || mentionsObligation(text)) this.#add(`${quote}# ${text}`, line);
  }

  /** A row counts with each of its cells, and all rows where the head speaks of obligations. */
  #table(table: Table, whole: boolean, quote: string): void {
    let all = whole;
    for (const [index, row] of table.children.entries()) {
      const cells = row.children.map((cell) => this.#whole(cell));
      const counts = all || cells.some(({ text, seen }) => mentionsObligation(seen) || mentionsObligation(text));
      if (index === 0) all = counts;
      const line = row.position?.start.line ?? 1;
      if (counts) this.#add(`${quote}| ${cells.map(({ text }) => text).join(" | ")} |`, line);
      const written = this.#lines[line - 1] ?? "";
      const bars = written.replace(/\\\|/g, "").split("|").length - 1;
      // Cells beyond the head's are not shown in a table; they are, where GitHub sees none.
      if (bars > cells.length + 1 && (counts || mentionsObligation(written)))
        this.#add(`${quote}⟨as written⟩ ${squeezeWhole(written)}`, line);
    }
  }

  /** Numbers count where all does: elsewhere they would move with items that do not. */
  #list(list: List, whole: boolean, quote: string): void {
    const first = list.start ?? 1;
    for (const [index, item] of list.children.entries()) {
      if (whole && list.ordered) this.#lead += `${first + index}. `;
      this.blocks(item.children, whole, quote);
    }
  }

  /** GitHub shows what stands between dollar signs as mathematics, where marks of Markdown are none: it counts as written. */
  #mathematics(node: Nodes, whole: boolean, quote: string): void {
    if (!node.position) return;
    const { start, end } = node.position;
    const rows = this.#lines.slice(start.line - 1, end.line).map(withoutContainers);
    const written = squeezeWhole(rows.join(" "));
    if (written.replace(/`+[^`]*`+/g, "").split("$", 3).length < 3 || !(whole || mentionsObligation(written))) return;
    this.#add(`${quote}⟨as written⟩ ${written}`, start.line);
  }

  #whole(node: Nodes): MarkedSentence {
    const marked = new MarkedText();
    markInline(node, this.#base, marked);
    return marked.whole(node.position?.start.line ?? 1);
  }

  #add(text: string, line: number): void {
    this.passages.push({ ...this.#place, line, text: this.#lead + text });
    this.#lead = "";
  }
}
