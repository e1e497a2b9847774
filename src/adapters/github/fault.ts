import { z } from "zod";
import { epochMilliseconds, type Instant, instant } from "../../kernel/instant.ts";
import { GitHubFault, RateLimited } from "../../ports/github.ts";

const Headers = z.record(z.string(), z.unknown());

/** What Octokit throws: a request error with a response, a GraphQL error with `errors`, or a broken connection. */
const Thrown = z.object({
  message: z.string(),
  status: z.number().optional(),
  headers: Headers.optional(),
  response: z.object({ headers: Headers.optional() }).optional(),
  errors: z.array(z.object({ type: z.string().optional(), message: z.string() })).optional(),
});

/** GitHub's advice when a secondary limit names no time: wait at least a minute. */
const fallbackWait = 60_000;

/** Turns whatever a request threw into a fault that says what was asked. The original is not kept: it holds the request. */
export function toFault(error: unknown, what: string, now: Instant): GitHubFault {
  if (error instanceof GitHubFault) return error;
  const parsed = Thrown.safeParse(error);
  if (!parsed.success) return new GitHubFault(`GitHub could not be asked ${what}: ${shorten(String(error))}`, null);
  const { message, status = null, response, errors = [] } = parsed.data;
  const headers = response?.headers ?? parsed.data.headers ?? {};
  const limited =
    errors.some(({ type }) => type === "RATE_LIMITED") ||
    ((status === 403 || status === 429) &&
      (/secondary rate/i.test(message) || headers["retry-after"] !== undefined || String(headers["x-ratelimit-remaining"]) === "0"));
  if (limited) {
    const until = waitUntil(headers, now);
    return new RateLimited(`GitHub asks to wait until ${until} before ${what}`, status, until);
  }
  const said = errors.length > 0 ? errors.map((each) => each.message).join("; ") : message;
  const told = status ?? statusOf(errors);
  return new GitHubFault(`GitHub refused ${what}: ${told === null ? "" : `${told}, `}${shorten(said)}`, told);
}

/** GraphQL answers 200 and names the kind of refusal. */
function statusOf(errors: readonly { readonly type?: string | undefined }[]): number | null {
  const [first] = errors;
  if (first === undefined || errors.some(({ type }) => type !== first.type)) return null;
  return first.type === "NOT_FOUND" ? 404 : first.type === "FORBIDDEN" ? 403 : null;
}

function waitUntil(headers: Record<string, unknown>, now: Instant): Instant {
  const milliseconds = epochMilliseconds(now);
  const after = Number(headers["retry-after"]);
  if (Number.isFinite(after) && after > 0) return instant(milliseconds + after * 1000);
  const reset = Number(headers["x-ratelimit-reset"]) * 1000;
  if (String(headers["x-ratelimit-remaining"]) === "0" && Number.isFinite(reset)) return instant(Math.max(reset, milliseconds) + 1000);
  return instant(milliseconds + fallbackWait);
}

function shorten(text: string): string {
  return text.length > 400 ? `${text.slice(0, 400)}…` : text;
}
