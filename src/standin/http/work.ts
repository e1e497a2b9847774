import type { Caller } from "../access/caller.ts";
import { Fail } from "../fail.ts";
import type { ApiTrouble, Faults } from "../faults.ts";
import type { GraphqlAnswer } from "../graphql/index.ts";
import type { Hub } from "../hub.ts";
import type { Limiter } from "../limits.ts";
import type { RequestLog } from "../request-log.ts";
import { type Answer, jsonAnswer } from "./answer.ts";
import { failAnswer, handleOperation, type Incoming, identify } from "./handle.ts";
import type { ObservedResponse } from "./observe.ts";
import type { Router } from "./router.ts";

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

export interface Worked {
  readonly answer: Answer;
  readonly route: string;
  readonly actor: string;
  readonly kind: "read" | "write";
  readonly cost: number;
  readonly trouble: ApiTrouble | null;
}

/** From a request to an answer, through faults, limits and the operation itself. */
export async function work(parts: ServerParts, incoming: Incoming): Promise<Worked> {
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
