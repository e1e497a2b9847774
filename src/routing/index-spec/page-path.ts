/** Folders of `docs/` that a bare copy of the documents, and the site's addresses, name without it. */
const published = /^(?:specification|extensions|registry|community)(?=\/|$)/;

/**
 * One name for a page, however the checkout is laid out: `specification/draft/…` and `docs/specification/draft/…`
 * are the same page, and `…/2025-11-25/server/tools` means the draft's page.
 */
export function normalisePagePath(path: string): string {
  const trimmed = path.replace(/^\.?\/+/, "");
  return (published.test(trimmed) ? `docs/${trimmed}` : trimmed).replace(
    /^docs\/specification\/(?:draft|latest|\d{4}-\d\d-\d\d)(?=\/|$)/,
    "docs/specification/draft",
  );
}

/**
 * Pages that a link may mean: `…/server/tools` is `…/server/tools.mdx` or `…/server/tools/index.mdx`. An address with a host
 * counts when it is that of the repository's owner: their own site, or their repository.
 */
export function pagesMeantBy(url: string, owner: string): string[] {
  const [, host = "", rest = ""] = /^https?:\/\/([^/?#]+)([^?#]*)/i.exec(url) ?? [null, "", url.replace(/[?#].*$/, "")];
  const isOwn = host === "" || host.toLowerCase().split(".").includes(owner.toLowerCase());
  const inRepository = /^\/([^/]+)\/[^/]+\/(?:blob|tree)\/[^/]+\/(.*)$/.exec(rest);
  const isOwnRepository = host !== "" && inRepository?.[1]?.toLowerCase() === owner.toLowerCase();
  if (!isOwn && !isOwnRepository) return [];
  const path = (isOwnRepository ? (inRepository?.[2] ?? "") : rest).replace(/\/+$/, "");
  if (path === "" || /^[a-z][a-z0-9+.-]*:/i.test(path)) return [];
  const page = normalisePagePath(path);
  return /\.[a-z]+$/.test(page) ? [page] : [`${page}.mdx`, `${page}/index.mdx`];
}
