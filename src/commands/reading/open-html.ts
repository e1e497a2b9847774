/** Elements in which text is folded away, quoted, listed, shown as code, or struck out; those that may lack an end left to their container. */
const hiding = new Set("blockquote code del details dl kbd ol pre q s samp select strike summary table template tt ul".split(" "));

/**
 * Which HTML elements stand open while a comment is read from top to bottom. Markdown ends an HTML block at an empty line,
 * so that the text between `<details>` and `</details>` is a plain paragraph in the tree; the browser still folds it.
 */
export class OpenHtml {
  readonly #open = new Map<string, number>();
  #depth = 0;

  /** Takes in a block or tag of HTML as the tree has it. */
  read(html: string): void {
    for (const tag of html.matchAll(/<!--[\s\S]*?(?:-->|$)|<(\/?)([a-z]+)\b[^>]*/gi)) {
      const name = tag[2]?.toLowerCase();
      if (name !== undefined && hiding.has(name)) this.#count(name, tag[1] === "/" ? -1 : 1);
    }
  }

  /** True where what follows is not open text. */
  get hides(): boolean {
    return this.#depth > 0;
  }

  /** An end without a beginning is ignored, as browsers do. */
  #count(name: string, step: 1 | -1): void {
    const open = this.#open.get(name) ?? 0;
    if (open + step < 0) return;
    this.#open.set(name, open + step);
    this.#depth += step;
  }
}
