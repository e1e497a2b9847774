const unseen = /^<(script|style|template|textarea)\b/i;

/** What a reader sees of an HTML block or tag: words outside tags and comments, line by line. */
export function visibleHtml(html: string): string {
  if (!html.includes("<")) return html;
  let out = "";
  let at = 0;
  while (at < html.length) {
    const open = html.indexOf("<", at);
    if (open < 0) return out + html.slice(at);
    out += html.slice(at, open);
    if (!/[a-z/!?]/i.test(html.charAt(open + 1))) {
      out += "<";
      at = open + 1;
      continue;
    }
    const end = endOfMarkup(html, open);
    // Line ends inside markup stay, so that lines can still be counted.
    out += html.slice(open, end).replace(/[^\n]+/g, "");
    at = end;
  }
  return out;
}

function endOfMarkup(html: string, open: number): number {
  if (html.startsWith("<!--", open)) return after(html, "-->", open + 4);
  const hidden = unseen.exec(html.slice(open, open + 12))?.[1];
  if (hidden !== undefined) return after(html, `</${hidden}>`, open);
  return after(html, ">", open);
}

function after(html: string, text: string, from: number): number {
  const found = html.indexOf(text, from);
  return found < 0 ? html.length : found + text.length;
}

/** Targets that HTML offers to links: `id` and `name` attributes. */
export function htmlAnchors(html: string): readonly string[] {
  return [...html.matchAll(/\s(?:id|name)\s?=\s?["']?([^\s"'>]{1,200})/gi)].map((found) => found[1] ?? "");
}
