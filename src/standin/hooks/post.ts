import { Agent, request } from "node:http";

export interface Posted {
  readonly statusCode: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** Connections to webhook receivers; plain HTTP, as they are on this machine. */
export class Poster {
  readonly #agent = new Agent({ keepAlive: true, maxSockets: 64 });
  readonly #stopped = new AbortController();
  readonly #patience: number;

  /** Waits so many real milliseconds for an answer. */
  constructor(patience: number) {
    this.#patience = patience;
  }

  /** The answer, or why there is none. */
  post(url: string, headers: Readonly<Record<string, string>>, body: string): Promise<Posted | "timed out" | "failed to connect to host"> {
    const { promise, resolve } = Promise.withResolvers<Posted | "timed out" | "failed to connect to host">();
    const limit = AbortSignal.timeout(this.#patience);
    const signal = AbortSignal.any([limit, this.#stopped.signal]);
    const giveUp = () => resolve(limit.aborted ? "timed out" : "failed to connect to host");
    const outgoing = request(url, { method: "POST", agent: this.#agent, signal, headers }, (incoming) => {
      const chunks: Buffer[] = [];
      incoming.on("data", (chunk: Buffer) => chunks.push(chunk));
      incoming.on("error", giveUp);
      incoming.on("end", () => {
        const seen = Object.entries(incoming.headers).map(([name, value]) => [name, String(value)] as const);
        resolve({ statusCode: incoming.statusCode ?? 0, headers: Object.fromEntries(seen), body: Buffer.concat(chunks).toString("utf8") });
      });
    });
    outgoing.on("error", giveUp);
    outgoing.end(body);
    return promise;
  }

  stop(): void {
    this.#stopped.abort();
    this.#agent.destroy();
  }
}
