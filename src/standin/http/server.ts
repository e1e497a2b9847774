import { randomUUID } from "node:crypto";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { Caller } from "../access/caller.ts";
import { timestamp } from "../clock.ts";
import { Fail } from "../fail.ts";
import type { ApiTrouble, Faults } from "../faults.ts";
import type { GraphqlAnswer } from "../graphql/index.ts";
import type { Hub } from "../hub.ts";
import type { Limiter } from "../limits.ts";
import type { RequestLog } from "../request-log.ts";
import { type Answer, jsonAnswer, sendAnswer, sendBroken } from "./answer.ts";
import { failAnswer, handleOperation, type Incoming, identify } from "./handle.ts";
import type { ObservedResponse } from "./observe.ts";
import type { Router } from "./router.ts";

/** GitHub refuses larger requests; blobs may be 100 MB. */
const largestBody = 140_000_000;

export interface ServerParts {
  readonly hub: Hub;
  readonly router: Router;
  readonly faults: Faults;
  readonly limiter: Limiter;
  readonly requests: RequestLog;
  /** Answers a POST to the GraphQL address. */
  readonly graphql: (caller: Caller, incoming: Incoming) => GraphqlAnswer;
  readonly onResponse: (observed: ObservedResponse) => void;
  /** Told of each request that may change something, before it is carried out. */
  readonly onWrite: (caller: Caller, incoming: Incoming) => void;
  /** A defect of the stand-in itself; answered 500. */
  readonly onDefect: (error: unknown) => void;
}

export function createApiServer(parts: ServerParts): Server {
  return createServer((message, response) => {
    answerRequest(parts, message, response).catch((error: unknown) => {
      parts.onDefect(error);
      response.destroy();
    });
  });
}

async function answerRequest(parts: ServerParts, message: IncomingMessage, response: ServerResponse): Promise<void> {
  const body = await readBody(message);
  const { hub } = parts;
  const url = new URL(message.url ?? "/", hub.urls.api);
  // The same paths as on a GitHub Enterprise Server, for clients that are set up for one.
  url.pathname = url.pathname.replace(/^\/api\/(v3(?=\/|$)|(?=graphql$))/, "").replace(/^\/*/, "/");
  const headers = Object.fromEntries(Object.entries(message.headers).map(([name, value]) => [name, value?.toString()]));
  const incoming: Incoming = { method: message.method ?? "GET", url, headers, body };
  const request = await work(parts, incoming);
  const { trouble } = request;
  const answer = decorate(parts, request);
  parts.requests.add({
    at: hub.clock.milliseconds(),
    method: incoming.method,
    path: url.pathname,
    route: request.route,
    actor: request.actor,
    kind: request.kind,
    status: trouble === "hang-up" ? 0 : answer.status,
    cost: request.cost,
  });
  if (trouble === "hang-up" || trouble === "cut") sendBroken(response, answer, trouble);
  else sendAnswer(response, answer);
}

interface Worked {
  readonly answer: Answer;
  readonly route: string;
  readonly actor: string;
  readonly kind: "read" | "write";
  readonly cost: number;
  readonly trouble: ApiTrouble | null;
}

/** From a request to an answer, through faults, limits and the operation itself. */
async function work(parts: ServerParts, incoming: Incoming): Promise<Worked> {
  const { hub, faults, limiter } = parts;
  const { pathname } = incoming.url;
  const isGraphql = pathname === "/graphql" && incoming.method === "POST";
  const match = isGraphql ? null : parts.router.match(incoming.method, pathname);
  const route = isGraphql ? "graphql" : (match?.operation.id ?? "unknown");
  let actor = "anonymous";
  let kind: "read" | "write" = isGraphql || incoming.method === "GET" || incoming.method === "HEAD" ? "read" : "write";
  let cost = 0;
  let answer: Answer;
  try {
    const identity = identify(hub, incoming);
    actor = identity.name;
    const request = { route, method: incoming.method, actor };
    const early = faults.strike("before", request);
    if (early === "hang-up" || early === "cut") return { answer: jsonAnswer(502, {}), route, actor, kind, cost, trouble: "hang-up" };
    if (early) await suffer(early);
    if (isGraphql) {
      ({ answer, cost, kind } = parts.graphql(identity.caller, incoming));
      limiter.use(actor, "graphql", cost);
    } else {
      if (!match) throw new Fail(404, "Not Found");
      const free = match.operation.id === "rate-limit/get";
      if (!free) limiter.check(actor, "core");
      if (kind === "write" && identity.caller.kind !== "app") limiter.checkContent(actor);
      if (kind === "write") parts.onWrite(identity.caller, incoming);
      answer = handleOperation(hub, identity.caller, incoming, match);
      if (!free && answer.status !== 304) limiter.use(actor, "core", 1);
    }
    const late = faults.strike("after", request);
    if (late === "hang-up" || late === "cut") return { answer, route, actor, kind, cost, trouble: late };
    if (late) await suffer(late);
  } catch (error) {
    if (!(error instanceof Fail)) parts.onDefect(error);
    answer = failAnswer(error instanceof Fail ? error : new Fail(500, "Server Error"));
    if (actor !== "anonymous" && answer.status !== 403) limiter.use(actor, isGraphql ? "graphql" : "core", 1);
  }
  if (match) observe(parts, incoming, match.operation.id, match.operation.pattern, answer);
  return { answer, route, actor, kind, cost, trouble: null };
}

async function suffer(trouble: Exclude<ApiTrouble, string>): Promise<void> {
  if ("delay" in trouble) await new Promise((go) => setTimeout(go, trouble.delay));
  else throw new Fail(trouble.status, trouble.message ?? "Server Error", { headers: { ...trouble.headers } });
}

function observe(parts: ServerParts, incoming: Incoming, operation: string, pattern: string, answer: Answer): void {
  const isJson = answer.headers["content-type"]?.startsWith("application/json") === true;
  parts.onResponse({
    operation,
    method: incoming.method,
    pattern,
    url: incoming.url.href,
    status: answer.status,
    get body() {
      return isJson ? JSON.parse(answer.body.toString("utf8")) : undefined;
    },
  });
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

async function readBody(message: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of message) {
    const piece = Buffer.isBuffer(chunk) ? chunk : Buffer.from(String(chunk));
    length += piece.length;
    if (length > largestBody) throw new Error("Request body too large.");
    chunks.push(piece);
  }
  return Buffer.concat(chunks);
}
