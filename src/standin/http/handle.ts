import { authenticate } from "../access/authenticate.ts";
import { checkInstallation, findVisible } from "../access/authorize.ts";
import { actorOf, type Caller, callerName } from "../access/caller.ts";
import { Fail } from "../fail.ts";
import type { Hub } from "../hub.ts";
import type { AccessLevel, Repository } from "../store/index.ts";
import { type Answer, jsonAnswer, withEntityTag } from "./answer.ts";
import { JsonFields } from "./json-fields.ts";
import { type ErasedContext, type Operation, OtherMedia } from "./operation.ts";
import { cutPage, linkHeader } from "./paging.ts";
import type { Match } from "./router.ts";

export interface Incoming {
  readonly method: string;
  readonly url: URL;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: Buffer;
}

/** Runs one operation for a caller and makes its answer. */
export function handleOperation(hub: Hub, caller: Caller, incoming: Incoming, { operation, path }: Match): Answer {
  if (operation.jwtOnly && caller.kind !== "app") throw new Fail(401, "A JSON web token could not be decoded");
  if (!operation.jwtOnly && caller.kind === "app") throw new Fail(403, "Resource not accessible by integration");
  const repository = "repo" in path ? findVisible(hub, caller, String(path.owner), String(path.repo)) : null;
  checkInstallation(caller, repository, needsOf(hub, operation, repository, path));
  if (incoming.method !== "GET") actorOf(caller);
  let { status } = operation;
  const headers: Record<string, string> = {};
  const context: ErasedContext = {
    hub,
    caller,
    path,
    query: Object.fromEntries(incoming.url.searchParams),
    body: new JsonFields(parseBody(incoming.body)),
    accept: incoming.headers.accept ?? "",
    get repository(): Repository {
      if (!repository) throw new Error(`${operation.id} has no repository in its path.`);
      return repository;
    },
    get actor() {
      return actorOf(caller);
    },
    page<T>(items: readonly T[], largest?: number): T[] {
      const cut = cutPage(items, incoming.url.searchParams, largest);
      const link = linkHeader(incoming.url, cut.page, cut.last);
      if (link !== null) headers.link = link;
      return cut.items;
    },
    setStatus(other) {
      status = other;
    },
    setHeader(name, value) {
      headers[name] = value;
    },
  };
  const value = operation.handle(context);
  if (operation.needs.length > 0) headers["x-accepted-github-permissions"] = operation.needs.join("; ").replaceAll(":", "=");
  const answer =
    value instanceof OtherMedia
      ? { status, headers: { ...headers, "content-type": value.type }, body: Buffer.from(value.body) }
      : jsonAnswer(status, value, headers);
  return incoming.method === "GET" ? withEntityTag(answer, incoming.headers["if-none-match"]) : answer;
}

/** Who asks; kept apart, because a refused caller still counts and is logged. */
export function identify(hub: Hub, incoming: Incoming): { caller: Caller; name: string } {
  const caller = authenticate(hub, incoming.headers.authorization);
  return { caller, name: callerName(caller) };
}

/** GitHub's answer to a failure. */
export function failAnswer(fail: Fail): Answer {
  const body = {
    message: fail.message,
    ...(fail.errors ? { errors: fail.errors } : {}),
    documentation_url: fail.documentationUrl,
    status: String(fail.status),
  };
  return jsonAnswer(fail.status, body, { ...fail.headers });
}

function parseBody(body: Buffer): unknown {
  if (body.length === 0) return {};
  try {
    return JSON.parse(body.toString("utf8"));
  } catch {
    throw new Fail(400, "Problems parsing JSON");
  }
}

// Either of `issues` and `pull_requests` will do on a pull request; an issue that is none takes the first only.
function needsOf(
  hub: Hub,
  operation: Operation,
  repository: Repository | null,
  path: Readonly<Record<string, string | number>>,
): (readonly [string, AccessLevel])[] {
  const needs = operation.needs.map(splitNeed);
  const { issue_number: number, comment_id: comment } = path;
  const issue =
    typeof number === "number"
      ? repository?.issues.get(number)
      : typeof comment === "number"
        ? hub.store.commentsById.get(comment)?.issue
        : undefined;
  return !issue || issue.pull ? needs : needs.filter(([name]) => name !== "pull_requests");
}

function splitNeed(need: string): readonly [string, AccessLevel] {
  const [name = "", level] = need.split(":");
  return [name, level === "write" || level === "admin" ? level : "read"];
}
