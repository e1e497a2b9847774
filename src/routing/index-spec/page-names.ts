import type { PageContent } from "./page-content.ts";
import type { NameKind } from "./specification-index.ts";

/** How much more a heading or a message's example says about where a name belongs than a mention does. */
const weights = { heading: 5, message: 3, inline: 1, code: 0.3 } as const;
const mostMentions = 12;

/** Names that the text itself shows to be names, by their form alone. */
const forms: readonly { readonly kind: NameKind; readonly form: RegExp }[] = [
  { kind: "notification", form: /(?<![\w/.-])notifications\/[a-z][\w/]*\w/g },
  { kind: "method", form: /(?<![\w/.:@-])[a-z][a-z_]+(?:\/[a-z][a-zA-Z_]+)+(?![\w/.-])/g },
  // Not two words in capitals throughout, such as JSON-RPC.
  { kind: "header", form: /(?<![\w-])(?![A-Z]+-[A-Z]+(?![\w-]))[A-Z][A-Za-z0-9]*(?:-[A-Z][A-Za-z0-9]*)+(?![\w-])/g },
  { kind: "error-code", form: /(?<![\w-])-32\d{3}(?!\d)/g },
  // A reversed domain name and what it names; hosts of examples and of personal pages name nothing of the specification.
  { kind: "meta-key", form: /(?<![\w.-])(?!\S*\bexample\b|io\.github\.)[a-z]{2,4}(?:\.[a-z][a-z0-9-]*)+\/[a-zA-Z][\w-]*(?![\w/-])/g },
];

/** Each name a page shows, with its kind and how strongly it shows it. `known` are names of the schema. */
export function namesOnPage(page: PageContent, known: ReadonlyMap<string, NameKind>): Map<string, { kind: NameKind; weight: number }> {
  const found = new Map<string, { kind: NameKind; weight: number }>();
  const add = (name: string, kind: NameKind, weight: number): void => {
    const before = found.get(name);
    const total = Math.min((before?.weight ?? 0) + weight, mostMentions);
    found.set(name, { kind: before?.kind ?? kind, weight: total });
  };
  const scan = (text: string, weight: number, bare: boolean): void => {
    for (const { kind, form } of forms) {
      if (bare && kind === "method") continue;
      for (const [name] of text.matchAll(form)) if (kind !== "method" || known.has(name)) add(name, kind, weight);
    }
    for (const [word] of text.matchAll(/[A-Za-z_$][\w$]*/g)) {
      const kind = known.get(word);
      // A type of one word (`Result`, `Tool`) cannot be told from a plain word, unless it stands alone in code.
      const isClear = /[a-z][A-Z]/.test(word) || (!bare && word === text.trim());
      if ((kind === "type" && isClear) || (kind === "field" && !bare)) add(word, kind, weight);
    }
  };
  for (const heading of page.headings) scan(heading, weights.heading, true);
  for (const text of page.inlineCode) scan(text, weights.inline, false);
  for (const text of page.code) {
    for (const [, method] of text.matchAll(/"method"\s*:\s*"([^"]+)"/g))
      if (method !== undefined) add(method, kindOfMethod(method), weights.message);
    scan(text, weights.code, false);
  }
  for (const url of page.links) {
    const type = /\/schema#([a-z]+)$/.exec(url)?.[1];
    const name = type === undefined ? undefined : typeByAnchor(known, type);
    if (name !== undefined) add(name, "type", weights.inline);
  }
  return found;
}

export function kindOfMethod(method: string): NameKind {
  return method.startsWith("notifications/") ? "notification" : "method";
}

function typeByAnchor(known: ReadonlyMap<string, NameKind>, anchor: string): string | undefined {
  for (const [name, kind] of known) if (kind === "type" && name.toLowerCase() === anchor) return name;
  return undefined;
}
