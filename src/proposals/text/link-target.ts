/** What relative targets of a file are resolved against. */
export interface LinkBase {
  /** Path of the file in its repository. */
  readonly file: string;
  /** `owner/name` of the repository, and names that it had before. */
  readonly repositories: readonly string[];
  /** The default branch. */
  readonly branch: string;
}

const otherScheme = /^[a-z][a-z0-9+.-]*:/i;
const indexPage = /(?:^|(?<=\/))(?:index\.(?:html?|mdx?)|readme\.md)$/i;

/**
 * One spelling for all targets with the same content (X1): `http` and `https`, a slash or an index page at the end, a file of
 * the repository by its path or by its address on the default branch. What is no such pair stays as it was written.
 */
export function canonicalTarget(url: string, base: LinkBase): string {
  if (url === "" || url.startsWith("#")) return url === "#" ? "" : url;
  if (/^(?:https?:)?\/\//i.test(url)) {
    const address = url.startsWith("//") ? `https:${url}` : url;
    return URL.canParse(address) ? absoluteTarget(new URL(address), base) : url;
  }
  const within = `https://file.invalid/${encodeURI(base.file.toWellFormed())}`;
  if (otherScheme.test(url) || !URL.canParse(url, within)) return url;
  return fileTarget(new URL(url, within), base);
}

function absoluteTarget(url: URL, base: LinkBase): string {
  const [, owner = "", name = "", view = "", branch = "", ...path] = url.pathname.split("/");
  const isOwn = base.repositories.some((repository) => repository.toLowerCase() === `${owner}/${name}`.toLowerCase());
  if (url.host === "github.com" && isOwn && view === "blob" && branch === base.branch && path.length > 0) {
    const file = new URL(url);
    file.pathname = `/${path.join("/")}`;
    return fileTarget(file, base);
  }
  const user = url.username === "" && url.password === "" ? "" : `${url.username}:${url.password}@`;
  return `https://${user}${url.host}${shortPath(url.pathname)}${url.search}${url.hash}`;
}

/** A target in the file itself keeps when the file gets its number. */
function fileTarget(url: URL, base: LinkBase): string {
  const own = url.pathname === `/${encodeURI(base.file.toWellFormed())}` && url.search === "" && url.hash !== "";
  return own ? url.hash : `${shortPath(url.pathname)}${url.search}${url.hash}`;
}

function shortPath(path: string): string {
  const short = path.replace(indexPage, "");
  return short.endsWith("/") ? short.slice(0, -1) : short;
}
