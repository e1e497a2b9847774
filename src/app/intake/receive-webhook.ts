import type { IncomingMessage, ServerResponse } from "node:http";
import { verifyWithFallback } from "@octokit/webhooks-methods";
import type { Arrival, Delivery } from "../../adapters/store/index.ts";
import type { Log } from "../../ports/log.ts";
import { topicKey } from "../topic.ts";
import { type Room, readBody } from "./read-body.ts";
import { type Self, topicOf } from "./topic-of.ts";
import { WebhookPayload } from "./webhook-payload.ts";

/** GitHub cuts payloads at 25 MB. Source: https://docs.github.com/en/webhooks/webhook-events-and-payloads#payload-cap */
const largestBody = 25 * 1024 * 1024;
/** Bodies are read before their signature can be checked: what strangers send must not fill the memory. */
const largestTogether = 4 * largestBody;

export type Outcome = "recorded" | "known" | "ignored" | "refused" | "failed";

export interface IntakeOptions {
  readonly secrets: readonly [string, ...string[]];
  readonly self: () => Self;
  /** Resolves once the arrival cannot be lost. */
  readonly record: (arrival: Arrival) => Promise<"new" | "known">;
  readonly log: Log;
  readonly count: (event: string, outcome: Outcome) => void;
}

interface Answer {
  readonly status: 202 | 400 | 401 | 413 | 415 | 503;
  readonly outcome: Outcome;
  readonly message: string;
  /** Known only once the signature is verified. */
  readonly event?: string;
}

/** Takes deliveries: verifies, writes down, answers 202. It decides nothing, and answers only when nothing can be lost any more. */
export function createIntake(options: IntakeOptions): (request: IncomingMessage, response: ServerResponse) => Promise<void> {
  const room: Room = { free: largestTogether };

  async function answer(request: IncomingMessage): Promise<Answer | null> {
    const headers = readHeaders(request);
    if (headers === null)
      return refusal(
        400,
        "This address takes deliveries of GitHub webhooks: X-GitHub-Event, X-GitHub-Delivery and X-Hub-Signature-256 are needed.",
      );
    if (!isJson(request)) return refusal(415, "Set the webhook's content type to application/json.");
    const body = await readBody(request, largestBody, room);
    if (body.kind !== "read") return unread[body.kind];
    if (!(await isSigned(body.text, headers.signature, options.secrets))) {
      return refusal(401, "The signature does not match: WEBHOOK_SECRET is not the secret of the webhook.");
    }
    return take(headers, body.text);
  }

  async function take({ event, guid }: Headers, text: string): Promise<Answer> {
    const payload = parsePayload(text);
    if (payload === null) {
      options.log.warn({ delivery: guid, event }, "A delivery was signed but not understood");
      return { status: 202, outcome: "ignored", event, message: "Not understood, ignored." };
    }
    const topic = topicOf(event, payload, options.self());
    if (topic === null) return { status: 202, outcome: "ignored", event, message: "Nothing depends on this event." };
    const arrival = { guid, subject: topicKey(topic), delivery: toDelivery(event, payload) };
    try {
      const kept = await options.record(arrival);
      options.log.info({ delivery: guid, event, action: payload.action, subject: arrival.subject, kept }, "Delivery recorded");
      return kept === "new"
        ? { status: 202, outcome: "recorded", event, message: "Recorded." }
        : { status: 202, outcome: "known", event, message: "Recorded before." };
    } catch (fault) {
      options.log.error({ delivery: guid, event, subject: arrival.subject, err: fault }, "A delivery could not be recorded");
      return { status: 503, outcome: "failed", event, message: "The delivery could not be kept; deliver it again." };
    }
  }

  return async (request, response) => {
    const given = await answer(request);
    if (given === null) return;
    options.count(given.event ?? "unverified", given.outcome);
    // What is left of a body that was not read must not be taken for the next request.
    if (!request.complete) response.setHeader("connection", "close");
    response.writeHead(given.status, { "content-type": "text/plain; charset=utf-8" }).end(`${given.message}\n`);
  };
}

const unread: Readonly<Record<"too-large" | "no-room" | "aborted", Answer | null>> = {
  "too-large": refusal(413, "A delivery has at most 25 MB."),
  "no-room": { status: 503, outcome: "failed", message: "Too many large deliveries at once; deliver again." },
  aborted: null,
};

interface Headers {
  readonly event: string;
  readonly guid: string;
  readonly signature: string;
}

function readHeaders(request: IncomingMessage): Headers | null {
  const { "x-github-event": event, "x-github-delivery": guid, "x-hub-signature-256": signature } = request.headers;
  if (typeof event !== "string" || typeof guid !== "string") return null;
  if (!/^[a-z_]{1,60}$/.test(event) || !/^[\w-]{1,100}$/.test(guid)) return null;
  return { event, guid, signature: typeof signature === "string" ? signature : "" };
}

const isJson = (request: IncomingMessage) => /^application\/json\b/i.test(request.headers["content-type"] ?? "");

async function isSigned(body: string, signature: string, [secret, ...previous]: readonly [string, ...string[]]): Promise<boolean> {
  return body !== "" && signature !== "" && verifyWithFallback(secret, body, signature, previous);
}

function refusal(status: 400 | 401 | 413 | 415, message: string): Answer {
  return { status, outcome: "refused", message };
}

function parsePayload(text: string): WebhookPayload | null {
  try {
    const parsed = WebhookPayload.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

function toDelivery(event: string, { action, sender, installation, repository, comment }: WebhookPayload): Delivery {
  return {
    event,
    action: action ?? null,
    sender: sender ? { id: sender.id, login: sender.login } : null,
    installationId: installation?.id ?? null,
    ...(event === "issue_comment" && comment ? { comment: { id: comment.id, viaApp: viaApp(comment) } } : {}),
    repository: repository ? { id: repository.id, owner: repository.owner.login, name: repository.name } : null,
  };
}

function viaApp({ performed_via_github_app: app }: NonNullable<WebhookPayload["comment"]>): string | null {
  return app ? (app.slug ?? `app ${app.id}`) : null;
}
