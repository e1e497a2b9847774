import { createQueueReader } from "../reconcile/index.ts";
import type { PageContext, PageHandler } from "./app-options.ts";

/** `/api/queue.json` and `/api/agenda.json?date=`: the review queue and the next agenda as data (docs/reference/queue.md). Reads only. */
export function createReportPages(context: PageContext): PageHandler {
  const reader = createQueueReader(context);
  return async (request, response) => {
    const url = URL.parse(request.url ?? "/", "http://steward");
    if (url === null || (request.method !== "GET" && request.method !== "HEAD")) return false;
    const { pathname, searchParams } = url;
    const question = { repository: searchParams.get("repository"), now: context.clock.now() };
    const read = {
      "/api/queue.json": () => reader.queue(question),
      "/api/agenda.json": () => reader.agenda({ ...question, date: searchParams.get("date") }),
    }[pathname];
    if (read === undefined) return false;
    const report = await read();
    const status = report.ok ? 200 : report.error.code === "wrong-question" ? 400 : 503;
    response
      .writeHead(status, {
        "content-type": "application/json; charset=utf-8",
        "cache-control": "no-store",
        // A project's own voting page reads it from another address; what it holds is public.
        "access-control-allow-origin": "*",
        "x-content-type-options": "nosniff",
      })
      .end(`${JSON.stringify(report.ok ? report.value : { error: report.error.message })}\n`);
    return true;
  };
}
