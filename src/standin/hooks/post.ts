import { Agent, request } from "node:http";

export interface Posted {
  readonly statusCode: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** GitHub waits ten seconds for an answer: https://docs.github.com/en/webhooks/using-webhooks/best-practices-for-using-webhooks */
const patience = 10_000;

/** Connections to webhook receivers; plain HTTP, as they are on this machine. */
export class Poster {
  readonly #agent = new Agent({ keepAlive: true, maxSockets: 64 });
  readonly #stopped = new AbortController();

  /** Rejects when nothing answers in time. */
  post(url: string, headers: Readonly<Record<string, string>>, body: string): Promise<Posted> {
    const { promise, resolve, reject } = Promise.withResolvers<Posted>();
    const signal = AbortSignal.any([AbortSignal.timeout(patience), this.#stopped.signal]);
    const outgoing = request(url, { method: "POST", agent: this.#agent, signal, headers }, (incoming) => {
      const chunks: Buffer[] = [];
      incoming.on("data", (chunk: Buffer) => chunks.push(chunk));
      incoming.on("error", reject);
      incoming.on("end", () => {
        const seen = Object.entries(incoming.headers).map(([name, value]) => [name, String(value)] as const);
        resolve({ statusCode: incoming.statusCode ?? 0, headers: Object.fromEntries(seen), body: Buffer.concat(chunks).toString("utf8") });
      });
    });
    outgoing.on("error", reject);
    outgoing.end(body);
    return promise;
  }

  stop(): void {
    this.#stopped.abort();
    this.#agent.destroy();
  }
}
