import { Octokit } from "@octokit/rest";
import { z } from "zod";
import {
  createGitHub,
  createRecentChanges,
  createWaitingRoom,
  type Pace,
  unpaced,
  type WaitingRoom,
} from "../../src/adapters/github/index.ts";
import { type Instant, instant } from "../../src/kernel/instant.ts";
import type { GitHub } from "../../src/ports/github.ts";
import { aLog } from "./log.ts";
import { self } from "./snapshot.ts";

export interface SentRequest {
  /** `POST /repos/acme/specification/labels`, or the name of a GraphQL query. */
  readonly what: string;
  readonly body: Readonly<Record<string, unknown>>;
}

export interface Reply {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** A text is sent as it stands, anything else as JSON. */
  readonly body: unknown;
}

const Body = z.record(z.string(), z.unknown());

/** The adapter on the real Octokit, with answers that the test gives: to see what is asked, and what is made of bad answers. */
export function scriptedGitHub(
  reply: (request: SentRequest) => Reply,
  parts: { readonly pace?: Pace; readonly waitingRoom?: WaitingRoom; readonly now?: () => Instant } = {},
): { readonly github: GitHub; readonly sent: SentRequest[] } {
  const sent: SentRequest[] = [];
  const clock = { now: parts.now ?? (() => instant("2026-11-23T09:00:00Z")) };
  const fetch = async (url: string, init: { method: string; body?: string }): Promise<Response> => {
    const body = Body.parse(init.body === undefined ? {} : JSON.parse(init.body));
    const { pathname } = new URL(url);
    const query = /query (\w+)/.exec(String(body.query ?? ""))?.[1];
    const request = { what: query ?? `${init.method} ${pathname}`, body };
    sent.push(request);
    const answer = reply(request);
    const text = typeof answer.body === "string" ? answer.body : JSON.stringify(answer.body);
    const headers = { "content-type": "application/json; charset=utf-8", ...answer.headers };
    return new Response(answer.status === 204 ? null : text, { status: answer.status ?? 200, headers });
  };
  const quiet = () => undefined;
  const octokit = new Octokit({ request: { fetch }, auth: "a-token", log: { debug: quiet, info: quiet, warn: quiet, error: quiet } });
  const github = createGitHub({
    octokit,
    owner: "acme",
    name: "specification",
    self,
    checkName: "Steward",
    changes: createRecentChanges(),
    clock,
    log: aLog(),
    pace: parts.pace ?? unpaced,
    waitingRoom: parts.waitingRoom ?? createWaitingRoom(clock),
  });
  return { github, sent };
}
