import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";
import type { Backlog } from "../adapters/store/index.ts";
import type { Receipt } from "../domain/receipt.ts";
import type { Outcome } from "./intake/index.ts";
import type { Topic } from "./topic.ts";
import type { PassOutcome } from "./workers.ts";

/** What an operator watches, in Prometheus' text format. Labels never hold names of people, repositories or pull requests. */
export interface Metrics {
  countDelivery(event: string, outcome: Outcome): void;
  countJob(outcome: PassOutcome): void;
  observePass(kind: Topic["kind"], outcome: "succeeded" | "failed", seconds: number): void;
  countReceipts(receipts: readonly Receipt[]): void;
  /** `status` is 0 when no answer came. */
  countRequest(kind: "rest" | "graphql", method: string, status: number): void;
  noteRateLimit(kind: "rest" | "graphql", remaining: number): void;
  /** The backlog is null while the database is away. */
  render(backlog: Backlog | null): Promise<{ readonly contentType: string; readonly text: string }>;
}

export function createMetrics(): Metrics {
  const register = new Registry();
  collectDefaultMetrics({ register });
  const registers = [register];
  const deliveries = new Counter({
    name: "steward_deliveries_total",
    help: "Webhook deliveries by event and by what was done with them; `unverified` before the signature was checked.",
    labelNames: ["event", "outcome"],
    registers,
  });
  const jobs = new Counter({ name: "steward_jobs_total", help: "Jobs by how they ended.", labelNames: ["outcome"], registers });
  const passes = new Histogram({
    name: "steward_pass_seconds",
    help: "Duration of passes by what they looked at.",
    labelNames: ["kind", "outcome"],
    buckets: [0.01, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 120],
    registers,
  });
  const effects = new Counter({
    name: "steward_effects_total",
    help: "Writes to GitHub by kind and outcome.",
    labelNames: ["kind", "outcome"],
    registers,
  });
  const requests = new Counter({
    name: "steward_github_requests_total",
    help: "Requests to GitHub; status 0 when no answer came.",
    labelNames: ["kind", "method", "status"],
    registers,
  });
  const remaining = new Gauge({
    name: "steward_github_rate_limit_remaining",
    help: "What GitHub said at its last answer; the lowest of all installations is not kept.",
    labelNames: ["kind"],
    registers,
  });
  const depth = new Gauge({ name: "steward_queue_waiting", help: "Deliveries and looks that wait or are in work.", registers });
  const age = new Gauge({ name: "steward_queue_oldest_seconds", help: "Age of the oldest of them.", registers });
  const dead = new Gauge({
    name: "steward_deliveries_dead",
    help: "Given up after their last attempt, and not made good since.",
    registers,
  });

  return {
    countDelivery: (event, outcome) => deliveries.inc({ event, outcome }),
    countJob: (outcome) => jobs.inc({ outcome }),
    observePass: (kind, outcome, seconds) => passes.observe({ kind, outcome }, seconds),
    countReceipts(receipts) {
      for (const { effect, outcome } of receipts) effects.inc({ kind: effect, outcome });
    },
    countRequest: (kind, method, status) => requests.inc({ kind, method, status }),
    noteRateLimit: (kind, left) => remaining.set({ kind }, left),
    async render(backlog) {
      show(depth, backlog?.waiting);
      show(age, backlog?.oldestSeconds);
      show(dead, backlog?.dead);
      return { contentType: register.contentType, text: await register.metrics() };
    },
  };
}

/** What is not known is left out: a zero would say that all is well. */
function show(gauge: Gauge, value: number | undefined): void {
  if (value === undefined) gauge.remove();
  else gauge.set(value);
}
