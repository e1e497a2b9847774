import { randomUUID } from "node:crypto";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { timestamp } from "../clock.ts";
import { Fail } from "../fail.ts";
import type { Hub } from "../hub.ts";
import { type Answer, sendAnswer, sendBroken } from "./answer.ts";
import { failAnswer, type Incoming } from "./handle.ts";
import { type ServerParts, type Worked, work } from "./work.ts";

/** GitHub refuses larger requests; blobs may be 100 MB. */
const largestBody = 140_000_000;

export function createApiServer(parts: ServerParts): Server {
  return createServer((message, response) => {
    answerRequest(parts, message, response).catch((error: unknown) => {
      parts.onDefect(error);
      response.destroy();
    });
  });
}

async function answerRequest(parts: ServerParts, message: IncomingMessage, response: ServerResponse): Promise<void> {
  const { hub } = parts;
  const incoming = await readIncoming(hub, message).catch((error: unknown) => (error instanceof Fail ? error : null));
  // The client went away before it had said everything.
  if (incoming === null) return;
  if (incoming instanceof Fail) {
    sendAnswer(response, failAnswer(incoming));
    return;
  }
  const request = await work(parts, incoming);
  const { trouble } = request;
  const answer = decorate(parts, request);
  parts.requests.add({
    at: hub.clock.milliseconds(),
    method: incoming.method,
    path: incoming.url.pathname,
    route: request.route,
    actor: request.actor,
    kind: request.kind,
    status: trouble === "hang-up" ? 0 : answer.status,
    cost: request.cost,
  });
  if (trouble === "hang-up" || trouble === "cut") sendBroken(response, answer, trouble);
  else sendAnswer(response, answer);
}

/** The headers that every answer has. */
function decorate(parts: ServerParts, { answer, actor, route }: Worked): Answer {
  const resource = route === "graphql" ? "graphql" : "core";
  const { limit, used, remaining, reset } = parts.limiter.state(actor, resource);
  const now = parts.hub.clock.milliseconds();
  return {
    ...answer,
    headers: {
      date: new Date(now).toUTCString(),
      "x-github-request-id": randomUUID().slice(0, 18).toUpperCase(),
      "x-ratelimit-limit": String(limit),
      "x-ratelimit-remaining": String(remaining),
      "x-ratelimit-used": String(used),
      "x-ratelimit-reset": String(reset),
      "x-ratelimit-resource": resource,
      "x-github-api-version-selected": "2022-11-28",
      "x-standin-time": timestamp(now),
      ...answer.headers,
    },
  };
}

async function readIncoming(hub: Hub, message: IncomingMessage): Promise<Incoming> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of message) {
    const piece = Buffer.isBuffer(chunk) ? chunk : Buffer.from(String(chunk));
    length += piece.length;
    if (length > largestBody) throw new Fail(413, "Payload Too Large");
    chunks.push(piece);
  }
  const headers = Object.fromEntries(Object.entries(message.headers).map(([name, value]) => [name, value?.toString()]));
  return { method: message.method ?? "GET", url: parseAddress(hub, message.url ?? "/"), headers, body: Buffer.concat(chunks) };
}

function parseAddress(hub: Hub, target: string): URL {
  if (!target.startsWith("/") || !URL.canParse(hub.urls.api + target)) throw new Fail(400, "Bad Request");
  const url = new URL(hub.urls.api + target);
  // The same paths as on a GitHub Enterprise Server, for clients that are set up for one.
  url.pathname = url.pathname.replace(/^\/api\/(v3(?=\/|$)|(?=graphql$))/, "").replace(/^\/*/, "/");
  return url;
}
