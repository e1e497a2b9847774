import { renderOverviewPage } from "../render/page/overview-page.ts";
import type { PageContext, PageHandler } from "./app-options.ts";
import { ledgerPath, serveLedger } from "./ledger-page.ts";
import { createReportPages } from "./report-pages.ts";

export interface OverviewOptions {
  /** Sentences above the list. */
  readonly notices: readonly string[];
}

/** `/`: every pull request that Steward has looked at, what it made of it and why; the reports beside it, and the ledger as a file. Reads only. */
export function createOverviewPages(context: PageContext, options: OverviewOptions): PageHandler {
  const reports = createReportPages(context);
  return async (request, response) => {
    if (await reports(request, response)) return true;
    const path = (request.url ?? "/").split("?", 1)[0];
    if (request.method !== "GET" && request.method !== "HEAD") return false;
    if (path === ledgerPath) {
      await serveLedger(context, request, response);
      return true;
    }
    if (path !== "/") return false;
    const [repository] = await context.repositories();
    const states = repository ? await context.subjects.list(repository.id) : [];
    const html = renderOverviewPage({
      repository: repository ? `${repository.owner}/${repository.name}` : "not installed yet",
      notices: options.notices,
      rows: states.map((state) => ({
        pullRequest: state.subject.pullRequest,
        open: state.open,
        view: state.view,
        lastPassAt: state.lastPassAt,
      })),
    });
    response
      .writeHead(200, {
        "content-type": "text/html; charset=utf-8",
        "content-security-policy": "default-src 'none'; style-src 'unsafe-inline'",
        "x-content-type-options": "nosniff",
      })
      .end(html);
    return true;
  };
}
