import type { App } from "../store/index.ts";

/** One sending of one webhook to one App, as GitHub lists it. */
export interface Delivery {
  readonly id: number;
  /** Equal for a redelivery. */
  readonly guid: string;
  readonly app: App;
  readonly event: string;
  readonly action: string | null;
  readonly installationId: number | null;
  readonly repositoryId: number | null;
  readonly redelivery: boolean;
  /** The JSON text that was sent. */
  readonly payload: string;
  readonly deliveredAt: number;
  /** Seconds. */
  duration: number;
  /** `OK`, `pending`, or why it failed. */
  status: string;
  /** 0 while pending and when nothing answered. */
  statusCode: number;
  requestHeaders: Readonly<Record<string, string>>;
  responseHeaders: Readonly<Record<string, string>>;
  responseBody: string;
}

/** Old deliveries are forgotten: kept payloads are what fills memory. */
export class DeliveryLog {
  readonly #kept: number;
  #deliveries: Delivery[] = [];
  #sent = 0;

  constructor(kept: number) {
    this.#kept = kept;
  }

  add(delivery: Delivery): void {
    this.#sent += 1;
    this.#deliveries.push(delivery);
    if (this.#deliveries.length > this.#kept * 2) this.#deliveries = this.#deliveries.slice(-this.#kept);
  }

  /** Newest first, as GitHub lists them. */
  list(app: App): Delivery[] {
    return this.#deliveries
      .slice(-this.#kept)
      .filter((delivery) => delivery.app === app)
      .reverse();
  }

  all(): readonly Delivery[] {
    return this.#deliveries.slice(-this.#kept);
  }

  find(id: number): Delivery | undefined {
    return this.#deliveries.findLast((delivery) => delivery.id === id);
  }

  /** Ever made, forgotten ones included. */
  get count(): number {
    return this.#sent;
  }
}
