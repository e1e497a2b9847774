import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { Log } from "../ports/log.ts";
import { type PageHandler, webhookPath } from "./app-options.ts";
import type { Health } from "./health.ts";

export interface HttpServerOptions {
  readonly host: string;
  readonly port: number;
  readonly intake: (request: IncomingMessage, response: ServerResponse) => Promise<void>;
  readonly health: () => Promise<Health>;
  readonly metrics: () => Promise<{ readonly contentType: string; readonly text: string }>;
  readonly pages: PageHandler | null;
  readonly log: Log;
}

export interface HttpServer {
  readonly url: string;
  /** Answers what is under way, takes nothing new. */
  close(): Promise<void>;
}

/** The App's few addresses. Probot's own server and its setup pages are not used. */
export async function listen(options: HttpServerOptions): Promise<HttpServer> {
  const server = createServer((request, response) => {
    answer(options, request, response).catch((fault: unknown) => {
      options.log.error({ err: fault, path: request.url }, "A request could not be answered");
      if (!response.headersSent) response.writeHead(500, plain);
      response.end("Something went wrong here; the log has more.\n");
    });
  });
  // A delivery of 25 MB over a slow line fits; a connection that only holds a place does not.
  server.requestTimeout = 60_000;
  server.headersTimeout = 15_000;
  const { port } = await start(server, options.host, options.port);
  return {
    url: `http://${addressFor(options.host)}:${port}`,
    close: () =>
      new Promise((resolve, reject) => {
        server.close((fault) => (fault === undefined ? resolve() : reject(fault)));
        server.closeIdleConnections();
      }),
  };
}

const plain = { "content-type": "text/plain; charset=utf-8" };

async function answer(options: HttpServerOptions, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const path = (request.url ?? "/").split("?", 1)[0];
  const isRead = request.method === "GET" || request.method === "HEAD";
  if (path === webhookPath) {
    if (request.method === "POST") return options.intake(request, response);
    response.writeHead(405, { ...plain, allow: "POST" }).end("Deliveries of GitHub webhooks are sent here with POST.\n");
    return;
  }
  if (path === "/healthz" && isRead) {
    const health = await options.health();
    response
      .writeHead(health.status === "ok" ? 200 : 503, { "content-type": "application/json", "cache-control": "no-store" })
      .end(`${JSON.stringify(health)}\n`);
    return;
  }
  if (path === "/metrics" && isRead) {
    const { contentType, text } = await options.metrics();
    response.writeHead(200, { "content-type": contentType }).end(text);
    return;
  }
  if (options.pages !== null && (await options.pages(request, response))) return;
  response.writeHead(404, plain).end("There is nothing at this address.\n");
}

function start(server: Server, host: string, port: number): Promise<AddressInfo> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen({ host, port }, () => {
      server.off("error", reject);
      const address = server.address();
      if (address === null || typeof address === "string") reject(new Error("The server has no port"));
      else resolve(address);
    });
  });
}

/** An address that a browser on this machine can open. */
function addressFor(host: string): string {
  if (host === "0.0.0.0" || host === "::") return "127.0.0.1";
  return host.includes(":") ? `[${host}]` : host;
}
