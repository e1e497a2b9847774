const markdownLink = /!?\[[^[\]\n]{0,300}\]\(\s{0,9}<?([^\s()<>]{1,500})>?[^()\n]{0,200}\)/g;
const address = /^https?:\/\/[^\s<>"']{1,500}$/i;
/** A path with a folder and a file's ending, or a file name with an ending of documents and schemas. */
const path = /^(?:\.{1,2}\/|\/)?(?:[\w@+.-]+\/)+[\w@+-][\w@+.-]*\.[a-z][a-z0-9]{0,7}(?:#\S{1,200})?$/i;
const fileName = /^[\w@+-][\w@+.-]{0,200}\.(?:mdx?|tsx?|json|ya?ml)(?:#\S{1,200})?$/i;
/** `#12`, `owner/name#12`. */
const reference = /^(?:[\w-]{1,39}\/[\w.-]{1,100})?#\d{1,9}$/;
/** A section of the proposal itself. */
const anchor = /^#[\p{L}\p{N}_-]{1,200}$/u;

/** Links of a line as a person writes it: Markdown links, bare addresses, paths, `#12` and `#section`; prose is left out. */
export function readLinks(text: string): readonly string[] {
  const links: string[] = [];
  const rest = text.replace(markdownLink, (_whole, target: string) => {
    if (isLink(target)) links.push(target);
    return " ";
  });
  for (const word of rest.split(/[\s,;|]+/)) {
    const bare = word.replace(/^[<("'`*_]+/, "").replace(/[>)"'`*_.:!?]+$/, "");
    if (isLink(bare)) links.push(bare);
  }
  return [...new Set(links)];
}

function isLink(word: string): boolean {
  if (word === "" || word.length > 510) return false;
  return [address, reference, anchor, path, fileName].some((form) => form.test(word));
}
