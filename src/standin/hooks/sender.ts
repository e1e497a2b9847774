import { randomUUID } from "node:crypto";
import type { StandinClock } from "../clock.ts";
import type { Faults } from "../faults.ts";
import type { App } from "../store/index.ts";
import { type Delivery, DeliveryLog } from "./delivery.ts";
import { headersOf } from "./headers.ts";
import { type Posted, Poster } from "./post.ts";

export interface Message {
  readonly app: App;
  readonly event: string;
  readonly action: string | null;
  readonly installationId: number | null;
  readonly repositoryId: number | null;
  readonly payload: string;
}

/** How long a reordered delivery waits for another to overtake it, in real milliseconds. */
const overtaking = 50;

/** Sends webhooks as GitHub does: signed, each on its own, never again by itself. */
export class Sender {
  readonly log: DeliveryLog;
  readonly #clock: StandinClock;
  readonly #faults: Faults;
  readonly #nextId: () => number;
  readonly #poster: Poster;
  readonly #underWay = new Set<Promise<void>>();
  #held: Delivery[] | null = null;
  #waiting: (() => void)[] = [];
  #closed = false;

  /** Remembers `kept` deliveries and waits `patience` real milliseconds for the answer to each. */
  constructor(clock: StandinClock, faults: Faults, nextId: () => number, { kept, patience }: { kept: number; patience: number }) {
    this.#clock = clock;
    this.#faults = faults;
    this.#nextId = nextId;
    this.log = new DeliveryLog(kept);
    this.#poster = new Poster(patience);
  }

  /** Sends a message, unless a fault befalls it. */
  send(message: Message): void {
    const delivery = this.#create(message, randomUUID(), false);
    switch (this.#faults.fateOfDelivery()) {
      case "lose":
        return;
      case "drop":
        this.log.add(delivery);
        fail(delivery, "failed to connect to host", 0);
        return;
      case "duplicate":
        this.#start(delivery);
        this.#start(this.#create(message, delivery.guid, false));
        return;
      case "delay":
        this.#start(delivery, pause(this.#faults.deliveries.delay?.milliseconds ?? 0));
        return;
      case "reorder":
        this.#start(delivery, Promise.race([new Promise<void>((go) => this.#waiting.push(go)), pause(overtaking)]));
        return;
      case "send":
        this.#start(delivery);
    }
  }

  /** The same message again, under the same guid and a new id. No fault befalls it. */
  redeliver(delivery: Delivery): Delivery {
    const again = this.#create(delivery, delivery.guid, true);
    this.#start(again);
    return again;
  }

  /** Keeps deliveries back until `release`. */
  hold(): void {
    this.#held ??= [];
  }

  /** Sends what was held, in the order that `arrange` gives; without it, as they came. */
  release(arrange: (held: readonly Delivery[]) => readonly Delivery[] = (held) => held): void {
    const held = this.#held ?? [];
    this.#held = null;
    for (const delivery of arrange(held)) this.#launch(delivery);
  }

  /** Resolves once nothing is on its way; what is held does not count. */
  async settled(): Promise<void> {
    while (this.#underWay.size > 0) await Promise.all(this.#underWay);
  }

  get underWay(): number {
    return this.#underWay.size;
  }

  close(): void {
    this.#closed = true;
    this.#poster.stop();
  }

  #create(message: Message, guid: string, redelivery: boolean): Delivery {
    return {
      app: message.app,
      event: message.event,
      action: message.action,
      installationId: message.installationId,
      repositoryId: message.repositoryId,
      payload: message.payload,
      id: this.#nextId(),
      guid,
      redelivery,
      deliveredAt: this.#clock.milliseconds(),
      duration: 0,
      status: "pending",
      statusCode: 0,
      requestHeaders: {},
      responseHeaders: {},
      responseBody: "",
    };
  }

  #start(delivery: Delivery, after?: Promise<void>): void {
    this.log.add(delivery);
    if (this.#held) this.#held.push(delivery);
    else this.#launch(delivery, after);
  }

  #launch(delivery: Delivery, after?: Promise<void>): void {
    const sending = this.#deliver(delivery, after).finally(() => this.#underWay.delete(sending));
    this.#underWay.add(sending);
  }

  async #deliver(delivery: Delivery, after: Promise<void> | undefined): Promise<void> {
    // Not before the request that caused it has been answered.
    await new Promise((go) => setImmediate(go));
    await after;
    const { webhook } = delivery.app;
    if (!webhook || this.#closed) return;
    delivery.requestHeaders = headersOf(delivery, webhook.secret);
    const start = performance.now();
    const answer = await this.#poster.post(webhook.url, delivery.requestHeaders, delivery.payload);
    if (typeof answer === "string") fail(delivery, answer, answer === "timed out" ? 504 : 502);
    else complete(delivery, answer);
    delivery.duration = Math.round(performance.now() - start) / 1_000;
    for (const go of this.#waiting.splice(0)) if (after === undefined) go();
  }
}

function complete(delivery: Delivery, answer: Posted): void {
  delivery.statusCode = answer.statusCode;
  delivery.status = answer.statusCode < 400 ? "OK" : `Invalid HTTP Response: ${answer.statusCode}`;
  delivery.responseHeaders = answer.headers;
  delivery.responseBody = answer.body;
}

function fail(delivery: Delivery, status: string, statusCode: number): void {
  delivery.status = status;
  delivery.statusCode = statusCode;
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((go) => setTimeout(go, milliseconds));
}
