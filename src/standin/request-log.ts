export interface RequestEntry {
  /** Milliseconds since 1970, by the stand-in's clock. */
  readonly at: number;
  readonly method: string;
  readonly path: string;
  /** GitHub's operation id, `graphql`, or `unknown`. */
  readonly route: string;
  /** A login, `app/<slug>` or `anonymous`. */
  readonly actor: string;
  readonly kind: "read" | "write";
  readonly status: number;
  /** GraphQL points; 0 for REST. */
  readonly cost: number;
}

export interface RequestCounts {
  readonly total: number;
  readonly reads: number;
  readonly writes: number;
  readonly graphqlCost: number;
  readonly byRoute: Readonly<Record<string, number>>;
}

/** Enough to look at one by one; the counters below stay exact beyond it. */
const kept = 10_000;

/** Every request that was answered or cut off, with counters by route and actor. Asking for a token counts as any other. */
export class RequestLog {
  #entries: RequestEntry[] = [];
  readonly #counters = new Map<string, { reads: number; writes: number; cost: number; byRoute: Map<string, number> }>();

  add(entry: RequestEntry): void {
    this.#entries.push(entry);
    if (this.#entries.length > kept * 2) this.#entries = this.#entries.slice(-kept);
    const counter = this.#counters.get(entry.actor) ?? { reads: 0, writes: 0, cost: 0, byRoute: new Map<string, number>() };
    this.#counters.set(entry.actor, counter);
    if (entry.kind === "read") counter.reads += 1;
    else counter.writes += 1;
    counter.cost += entry.cost;
    counter.byRoute.set(entry.route, (counter.byRoute.get(entry.route) ?? 0) + 1);
  }

  /** The latest entries, oldest first. */
  entries(): readonly RequestEntry[] {
    return this.#entries.slice(-kept);
  }

  /** Totals since the start or the last `reset`, of one actor or of all. */
  counts(actor?: string): RequestCounts {
    const chosen = [...this.#counters].filter(([name]) => actor === undefined || name === actor).map(([, counter]) => counter);
    const sum = (pick: (counter: (typeof chosen)[number]) => number) => chosen.reduce((total, counter) => total + pick(counter), 0);
    const byRoute: Record<string, number> = {};
    for (const counter of chosen) for (const [route, count] of counter.byRoute) byRoute[route] = (byRoute[route] ?? 0) + count;
    const reads = sum((counter) => counter.reads);
    const writes = sum((counter) => counter.writes);
    return { total: reads + writes, reads, writes, graphqlCost: sum((counter) => counter.cost), byRoute };
  }

  reset(): void {
    this.#entries = [];
    this.#counters.clear();
  }
}
