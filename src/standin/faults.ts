import { seededRandom } from "./random.ts";

/** What a matching request meets instead of, or besides, its answer. */
export type ApiTrouble =
  /** An answer that GitHub did not mean: 500, 502, 503, 429, 403… */
  | { readonly status: number; readonly message?: string; readonly headers?: Readonly<Record<string, string>> }
  /** The connection ends without an answer. */
  | "hang-up"
  /** Headers of success and half of the body. */
  | "cut"
  /** A slow answer, in real milliseconds. */
  | { readonly delay: number };

export interface ApiFault {
  /** `before`: nothing was done. `after`: the work was done and its answer is lost. */
  readonly at: "before" | "after";
  readonly trouble: ApiTrouble;
  /** Operation id such as `issues/add-labels`, or `graphql`; absent: every one. */
  readonly route?: string;
  readonly method?: string;
  /** Login, or `app/<slug>`; absent: everyone. */
  readonly actor?: string;
  /** How often it strikes before it is gone; absent: once. */
  readonly times?: number;
  /** Matching requests to let pass first. */
  readonly skip?: number;
  /** Chance that a matching request is struck, 0 to 1; absent: always. */
  readonly probability?: number;
}

/** Chances, 0 to 1, of what may befall one delivery. */
export interface DeliveryFaults {
  /** Fails on the way: listed as failed, can be redelivered. */
  readonly drop?: number;
  /** Never sent nor listed. */
  readonly lose?: number;
  readonly duplicate?: number;
  readonly delay?: { readonly probability: number; readonly milliseconds: number };
  /** Kept back until the next delivery has gone, or 50 ms. */
  readonly reorder?: number;
}

export type DeliveryFate = "send" | "drop" | "lose" | "duplicate" | "delay" | "reorder";

/** What goes wrong, on purpose and repeatably: the same seed and requests give the same faults. */
export class Faults {
  #random: () => number;
  #api: { fault: ApiFault; left: number; skip: number }[] = [];
  #deliveries: DeliveryFaults = {};

  constructor(seed: number) {
    this.#random = seededRandom(seed);
  }

  seed(seed: number): void {
    this.#random = seededRandom(seed);
  }

  /** Adds a fault of the API; gives the way to take it back. */
  add(fault: ApiFault): () => void {
    const entry = { fault, left: fault.times ?? 1, skip: fault.skip ?? 0 };
    this.#api.push(entry);
    return () => {
      this.#api = this.#api.filter((other) => other !== entry);
    };
  }

  setDeliveries(faults: DeliveryFaults): void {
    this.#deliveries = faults;
  }

  get deliveries(): DeliveryFaults {
    return this.#deliveries;
  }

  clear(): void {
    this.#api = [];
    this.#deliveries = {};
  }

  /** The trouble that this request meets at this point, if any; uses it up. */
  strike(at: "before" | "after", request: { route: string; method: string; actor: string }): ApiTrouble | null {
    for (const entry of this.#api) {
      const { fault } = entry;
      if (fault.at !== at || entry.left <= 0 || !matches(fault, request)) continue;
      if (entry.skip > 0) {
        entry.skip -= 1;
        continue;
      }
      if (fault.probability !== undefined && this.#random() >= fault.probability) continue;
      entry.left -= 1;
      return fault.trouble;
    }
    return null;
  }

  /** Drawn once for each delivery, whatever is set, so that one setting does not shift the luck of another. */
  fateOfDelivery(): DeliveryFate {
    const { drop = 0, lose = 0, duplicate = 0, delay, reorder = 0 } = this.#deliveries;
    let luck = this.#random();
    const chances = [
      ["drop", drop],
      ["lose", lose],
      ["duplicate", duplicate],
      ["delay", delay?.probability ?? 0],
      ["reorder", reorder],
    ] as const;
    for (const [fate, chance] of chances) {
      if (luck < chance) return fate;
      luck -= chance;
    }
    return "send";
  }
}

function matches(fault: ApiFault, request: { route: string; method: string; actor: string }): boolean {
  return (
    (fault.route === undefined || fault.route === request.route) &&
    (fault.method === undefined || fault.method === request.method) &&
    (fault.actor === undefined || fault.actor === request.actor)
  );
}
