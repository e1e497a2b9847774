import { type Instant, instant } from "../kernel/instant.ts";

const units: Readonly<Record<string, number>> = { ms: 1, s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000, w: 604_800_000 };

/** The stand-in's time: what it stamps on everything, sends as `Date`, and checks tokens by. Never goes back. */
export class StandinClock {
  readonly #source: () => number;
  #offset = 0;
  #pinned: number | null = null;

  /** `frozenAt` stops time there, so that only `advance` moves it; otherwise it runs with the machine's. */
  constructor(frozenAt?: string) {
    if (frozenAt === undefined) {
      this.#source = Date.now;
    } else {
      const start = Date.parse(instant(frozenAt));
      this.#source = () => start;
    }
  }

  now(): Instant {
    return instant(this.milliseconds());
  }

  milliseconds(): number {
    return this.#pinned ?? this.#source() + this.#offset;
  }

  /** Runs `act` as if it were that moment (milliseconds since 1970): for what happened before this process began. */
  pinned<T>(at: number, act: () => T): T {
    this.#pinned = at;
    try {
      return act();
    } finally {
      this.#pinned = null;
    }
  }

  /** Moves time on by milliseconds, or by a text such as `5d`, `36h`, `90s`. */
  advance(by: number | string): Instant {
    const milliseconds = typeof by === "number" ? by : parseSpan(by);
    if (!Number.isFinite(milliseconds) || milliseconds < 0)
      throw new Error(`Time cannot move by ${by}: give a span of zero or more, such as "5d".`);
    this.#offset += milliseconds;
    return this.now();
  }
}

function parseSpan(text: string): number {
  const [, count, unit] = /^(\d+(?:\.\d+)?)\s*(ms|s|m|h|d|w)$/.exec(text.trim()) ?? [];
  const size = unit === undefined ? undefined : units[unit];
  return size === undefined ? Number.NaN : Number(count) * size;
}

/** GitHub's own form: whole seconds, UTC. */
export function timestamp(milliseconds: number): string {
  return `${new Date(milliseconds).toISOString().slice(0, 19)}Z`;
}

export function timestampOrNull(milliseconds: number | null): string | null {
  return milliseconds === null ? null : timestamp(milliseconds);
}
