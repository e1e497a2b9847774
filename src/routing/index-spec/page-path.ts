/**
 * One name for a page, however the checkout is laid out: `specification/draft/…` and `docs/specification/draft/…`
 * are the same page, and a link such as `/specification/2025-11-25/server/tools` means the draft's page.
 */
export function normalisePagePath(path: string): string {
  const trimmed = path.replace(/^\.?\/+/, "").replace(/^docs\/(?=docs\/|specification\/|extensions\/|registry\/|community\/)/, "");
  const undated = trimmed.replace(/^specification\/(?:draft|latest|\d{4}-\d\d-\d\d)(?=\/|$)/, "specification/draft");
  return /^(?:docs|specification|extensions|registry|community)(?:\/|$)/.test(undated) ? `docs/${undated}` : undated;
}

/** Pages that a link may mean: `…/server/tools` is `…/server/tools.mdx` or `…/server/tools/index.mdx`. */
export function pagesMeantBy(url: string): string[] {
  const path = url
    .replace(/^https?:\/\/(?:www\.)?modelcontextprotocol\.io/i, "")
    .replace(/^https?:\/\/github\.com\/[^/]+\/[^/]+\/(?:blob|tree)\/[^/]+\//i, "")
    .replace(/[?#].*$/, "")
    .replace(/\/+$/, "");
  if (path === "" || /^[a-z][a-z0-9+.-]*:/i.test(path)) return [];
  const page = normalisePagePath(path);
  return /\.[a-z]+$/.test(page) ? [page] : [`${page}.mdx`, `${page}/index.mdx`];
}
