import { createHash } from "node:crypto";
import type { ServerResponse } from "node:http";
import type { ApiTrouble } from "../faults.ts";

/** What is about to be sent. */
export interface Answer {
  readonly status: number;
  readonly headers: Record<string, string>;
  readonly body: Buffer;
}

export function jsonAnswer(status: number, value: unknown, headers: Record<string, string> = {}): Answer {
  if (value === undefined) return { status, headers, body: Buffer.alloc(0) };
  return {
    status,
    headers: { "content-type": "application/json; charset=utf-8", "x-github-media-type": "github.v3; format=json", ...headers },
    body: Buffer.from(JSON.stringify(value)),
  };
}

/** Adds the entity tag of a read, and answers 304 without body when the client has it already. */
export function withEntityTag(answer: Answer, ifNoneMatch: string | undefined): Answer {
  if (answer.status !== 200) return answer;
  const tag = `W/"${createHash("sha256").update(answer.body).digest("hex")}"`;
  const headers: Record<string, string> = {
    ...answer.headers,
    etag: tag,
    "cache-control": "private, max-age=60, s-maxage=60",
    vary: "Accept, Authorization",
  };
  const known = ifNoneMatch?.split(",").map((entry) => entry.trim().replace(/^W\//, ""));
  if (!known?.includes(tag.slice(2))) return { ...answer, headers };
  const { "content-type": _, ...rest } = headers;
  return { status: 304, headers: rest, body: Buffer.alloc(0) };
}

export function sendAnswer(response: ServerResponse, answer: Answer): void {
  response.writeHead(answer.status, lengthOf(answer));
  response.end(answer.body);
}

/** Sends something broken instead of the answer. */
export function sendBroken(
  response: ServerResponse,
  answer: Answer,
  trouble: Exclude<ApiTrouble, { status: number } | { delay: number }>,
): void {
  if (trouble === "cut") {
    response.writeHead(answer.status, lengthOf(answer));
    response.write(answer.body.subarray(0, Math.floor(answer.body.length / 2)), () => response.destroy());
    return;
  }
  response.destroy();
}

function lengthOf(answer: Answer): Record<string, string> {
  const empty = answer.status === 204 || answer.status === 304;
  return empty ? answer.headers : { ...answer.headers, "content-length": String(answer.body.length) };
}
