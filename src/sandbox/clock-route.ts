import { z } from "zod";
import type { PageHandler } from "../app/index.ts";
import type { Standin } from "../standin/index.ts";

const Request = z.strictObject({ advance: z.string().regex(/^\d+(\.\d+)?\s*(ms|s|m|h|d|w)$/) });
const largestBody = 1_000;

/** `POST /sandbox/clock {"advance":"5d"}`: moves the time of Steward and of the stand-in together. Exists in the sandbox alone. */
export function createClockRoute(standin: Standin, afterwards: () => Promise<void>): PageHandler {
  return async (request, response) => {
    if ((request.url ?? "").split("?", 1)[0] !== "/sandbox/clock") return false;
    const answer = (status: number, value: object): true => {
      response.writeHead(status, { "content-type": "application/json" }).end(`${JSON.stringify(value)}\n`);
      return true;
    };
    if (request.method === "GET") return answer(200, { now: standin.clock.now() });
    if (request.method !== "POST") return answer(405, { error: 'Send a POST with {"advance":"5d"}.' });
    let body = "";
    for await (const chunk of request) {
      body += String(chunk);
      if (body.length > largestBody) return answer(413, { error: 'Too long: send {"advance":"5d"}.' });
    }
    const wish = Request.safeParse(parseJson(body));
    if (!wish.success) return answer(400, { error: 'Send {"advance":"5d"}: a span in ms, s, m, h, d or w.' });
    standin.advance(wish.data.advance);
    await afterwards();
    return answer(200, { now: standin.clock.now() });
  };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
