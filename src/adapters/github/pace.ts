import PQueue from "p-queue";

/** `first`: what shows people that their proposal was seen. It goes before displays that wait, those of other proposals too. */
export type Urgency = "first" | "display";

/** Runs writes of one installation, one at a time. */
export type Pace = <T>(write: () => Promise<T>, urgency: Urgency) => Promise<T>;

/** As fast as the writes go: for the sandbox and tests. */
export const unpaced: Pace = (write) => write();

/**
 * As GitHub asks of integrations: one write at a time, a second apart, which also keeps below 80 a minute. The 500 an hour
 * are kept by the brake of the constitution (`writes-per-hour`), which stops a pass rather than letting it wait for an hour.
 * Source: https://docs.github.com/en/rest/using-the-rest-api/best-practices-for-using-the-rest-api
 */
export function createPace(interval = 1000): Pace {
  const queue = new PQueue({ concurrency: 1, interval, intervalCap: 1, strict: true });
  return (write, urgency) => queue.add(write, { priority: urgency === "first" ? 1 : 0 });
}
