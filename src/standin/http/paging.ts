/** Cuts a list as GitHub does: 30 by default, 100 at most, pages from 1. */
export function cutPage<T>(items: readonly T[], query: URLSearchParams, largest = 100): { items: T[]; page: number; last: number } {
  const perPage = Math.min(largest, positive(query.get("per_page")) ?? 30);
  const page = positive(query.get("page")) ?? 1;
  return { items: items.slice((page - 1) * perPage, page * perPage), page, last: Math.max(1, Math.ceil(items.length / perPage)) };
}

/** The `Link` header, absolute and with the rest of the query; null when all fits on one page. */
export function linkHeader(address: URL, page: number, last: number): string | null {
  const to = (target: number, relation: string) => {
    const url = new URL(address);
    url.searchParams.set("page", String(target));
    return `<${url.href}>; rel="${relation}"`;
  };
  const links = [
    ...(page > 1 ? [to(page - 1, "prev")] : []),
    ...(page < last ? [to(page + 1, "next"), to(last, "last")] : []),
    ...(page > 1 ? [to(1, "first")] : []),
  ];
  return links.length === 0 ? null : links.join(", ");
}

function positive(text: string | null): number | null {
  const value = Number(text ?? "");
  return Number.isInteger(value) && value > 0 ? value : null;
}
