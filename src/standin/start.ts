import type { Server } from "node:http";
import { type Caller, callerName } from "./access/caller.ts";
import { prolongTokens } from "./acts/apps.ts";
import { StandinClock } from "./clock.ts";
import { Faults } from "./faults.ts";
import { answerGraphql } from "./graphql/index.ts";
import { messagesOf, Sender } from "./hooks/index.ts";
import type { Incoming } from "./http/handle.ts";
import { Router } from "./http/router.ts";
import { createApiServer } from "./http/server.ts";
import type { Hub } from "./hub.ts";
import { recordWrite, replayWrite } from "./journal.ts";
import { Limiter } from "./limits.ts";
import { operations } from "./operations/index.ts";
import { RequestLog } from "./request-log.ts";
import type { Standin, StandinOptions } from "./standin.ts";
import { Store } from "./store/index.ts";
import { World } from "./world/index.ts";

/** https://docs.github.com/en/webhooks/using-webhooks/best-practices-for-using-webhooks#respond-within-10-seconds */
const githubPatience = 10_000;

/** Starts an empty world on a loopback port; everything in it is made through `world` or over the API. */
export async function startStandin(options: StandinOptions = {}): Promise<Standin> {
  const clock = new StandinClock(options.frozenAt);
  const store = new Store(clock.milliseconds());
  const faults = new Faults(options.seed ?? 1);
  const limiter = new Limiter(clock, options.limits ?? {});
  const requests = new RequestLog();
  // Numbered apart: deliveries are not replayed, and must not shift the ids of what is.
  let lastDelivery = 9_000_000_000;
  const deliveries = new Sender(clock, faults, () => ++lastDelivery, {
    kept: options.keptDeliveries ?? 500,
    patience: options.deliveryTimeout ?? githubPatience,
  });
  let replaying = false;
  const defects: unknown[] = [];
  const urls = { api: "", html: "" };
  const hub: Hub = {
    store,
    clock,
    urls,
    deliveries,
    limiter,
    emit(event) {
      if (replaying) return;
      for (const message of messagesOf(hub, event)) {
        options.onDelivery?.({ event: message.event, action: message.action, payload: JSON.parse(message.payload) });
        deliveries.send(message);
      }
    },
  };
  const router = new Router(operations);
  const world = new World(hub);
  const onWrite = (caller: Caller, incoming: Incoming) => {
    const write = options.journal && recordWrite(hub, caller, incoming);
    if (write) options.journal?.append(write);
  };
  const beforeMutation = (caller: Caller, incoming: Incoming) => {
    limiter.checkContent(callerName(caller));
    onWrite(caller, incoming);
  };
  const server = createApiServer({
    hub,
    router,
    faults,
    limiter,
    requests,
    graphql: (caller, incoming) => answerGraphql(hub, caller, incoming.body, () => beforeMutation(caller, incoming)),
    onResponse: options.onResponse ?? (() => {}),
    onWrite,
    onDefect: (error) => defects.push(error),
  });
  const port = await listen(server, options.port ?? 0);
  urls.api = `http://127.0.0.1:${port}`;
  urls.html = (options.htmlUrl ?? urls.api).replace(/\/$/, "");
  return {
    url: urls.api,
    port,
    world,
    clock,
    faults,
    requests,
    deliveries,
    limits: limiter,
    defects,
    replay(entries) {
      replaying = true;
      try {
        for (const entry of entries) {
          if ("advance" in entry) clock.advance(entry.advance);
          else if ("nextNumber" in entry) world.repositories.nextNumber(entry.repository, entry.nextNumber);
          else replayWrite(hub, router, entry);
        }
      } finally {
        replaying = false;
      }
    },
    advance(by) {
      const before = clock.milliseconds();
      clock.advance(by);
      const span = clock.milliseconds() - before;
      prolongTokens(hub, span);
      options.journal?.append({ advance: span });
    },
    nextNumber(repository, number) {
      world.repositories.nextNumber(repository, number);
      options.journal?.append({ nextNumber: number, repository });
    },
    async close() {
      deliveries.close();
      const closed = new Promise((done) => server.close(done));
      server.closeAllConnections();
      await closed;
    },
  };
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", () => {
      const address = server.address();
      if (typeof address === "object" && address !== null) resolve(address.port);
      else reject(new Error("The stand-in has no port."));
    });
  });
}
