import { describe, expect, it } from "@jest/globals";
import { describeFault } from "../../src/app/describe-fault.ts";
import { readHealth } from "../../src/app/health.ts";

const parts = {
  inbox: { backlog: async () => ({ waiting: 7, oldestSeconds: 9_000, dead: 2 }) },
  repositories: { oldestSweep: async () => null },
  ping: async () => undefined,
};

describe("health", () => {
  it("is well however long the queue is: GitHub may be away, and the work is safe", async () => {
    expect(await readHealth(parts, () => 100)).toEqual({
      status: "ok",
      database: "reachable",
      workers: "running",
      queue: { waiting: 7, oldestSeconds: 9_000, dead: 2 },
      lastSweep: null,
    });
  });

  it("is down when nobody has looked at the queue for a minute", async () => {
    expect(await readHealth(parts, () => 61_000)).toMatchObject({ status: "down", database: "reachable", workers: "stalled" });
  });

  it("is down when the database refuses", async () => {
    const away = { ...parts, ping: async () => Promise.reject(new Error("ECONNREFUSED")) };

    expect(await readHealth(away, () => 0)).toMatchObject({ status: "down", database: "unreachable", queue: null });
  });

  it("is down when the database does not answer in time", async () => {
    const silent = { ...parts, ping: () => new Promise<never>(() => undefined) };

    expect(await readHealth(silent, () => 0)).toMatchObject({ status: "down", database: "unreachable" });
  });
});

describe("a fault in one line", () => {
  it.each([
    [
      "names its cause",
      new Error("The pass failed", { cause: new TypeError("x is not a function") }),
      "Error: The pass failed (TypeError: x is not a function)",
    ],
    ["names all of several", new AggregateError([new Error("a"), new Error("b")], "Two failed"), "Two failed; Error: a; Error: b"],
    ["is the thing itself when it is no error", "text", "text"],
  ])("%s", (_rule, fault, line) => {
    expect(describeFault(fault)).toBe(line);
  });
});
