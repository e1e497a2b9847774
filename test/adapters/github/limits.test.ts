import { createPace, createWaitingRoom } from "../../../src/adapters/github/index.ts";
import { instant } from "../../../src/kernel/instant.ts";
import { GitHubFault, RateLimited } from "../../../src/ports/github.ts";
import { type Reply, scriptedGitHub } from "../../support/scripted-octokit.ts";

const comment = { kind: "create-comment", body: "x" } as const;

/** What an effect ends with, when GitHub answers so. */
async function faultOf(reply: Reply): Promise<unknown> {
  const { github } = scriptedGitHub(() => reply);
  return github.execute(12, comment).catch((error: unknown) => error);
}

describe("GitHub's limits", () => {
  it.each<[string, Reply, string]>([
    [
      "secondary, with a time",
      { status: 403, headers: { "retry-after": "30" }, body: { message: "You have exceeded a secondary rate limit." } },
      "2026-11-23T09:00:30.000Z",
    ],
    ["secondary, without one", { status: 403, body: { message: "You have exceeded a secondary rate limit." } }, "2026-11-23T09:01:00.000Z"],
    [
      "primary",
      {
        status: 403,
        headers: { "x-ratelimit-remaining": "0", "x-ratelimit-reset": String(Date.parse("2026-11-23T09:20:00Z") / 1000) },
        body: { message: "API rate limit exceeded" },
      },
      "2026-11-23T09:20:01.000Z",
    ],
    ["429", { status: 429, headers: { "retry-after": "5" }, body: { message: "Too many requests" } }, "2026-11-23T09:00:05.000Z"],
  ])("%s: the fault says when to come back", async (_name, reply, until) => {
    const fault = await faultOf(reply);

    expect(fault).toBeInstanceOf(RateLimited);
    expect(fault).toMatchObject({ until });
  });

  it("of GraphQL come as an error with status 200", async () => {
    const { github } = scriptedGitHub(() => ({
      headers: { "x-ratelimit-remaining": "0", "x-ratelimit-reset": String(Date.parse("2026-11-23T09:20:00Z") / 1000) },
      body: { errors: [{ type: "RATE_LIMITED", message: "API rate limit exceeded" }] },
    }));

    await expect(github.listOpen("governance", null)).rejects.toMatchObject({ until: "2026-11-23T09:20:01.000Z" });
  });

  it("are kept: until then nothing is sent, by whatever part of the installation", async () => {
    let now = instant("2026-11-23T09:00:00Z");
    const clock = { now: () => now };
    const waitingRoom = createWaitingRoom(clock);
    const limited = scriptedGitHub(() => ({ status: 429, headers: { "retry-after": "60" }, body: {} }), { waitingRoom, ...clock });
    const other = scriptedGitHub(() => ({ body: { id: 5, updated_at: "2026-11-23T09:00:07Z" } }), { waitingRoom, ...clock });
    await expect(limited.github.execute(12, comment)).rejects.toThrow(RateLimited);

    await expect(other.github.execute(12, comment)).rejects.toThrow(RateLimited);
    expect(other.sent).toEqual([]);

    now = instant("2026-11-23T09:01:00Z");
    await expect(other.github.execute(12, comment)).resolves.toMatchObject({ id: 5 });
  });
});

describe("a fault", () => {
  it.each<[string, Reply]>([
    ["502", { status: 502, body: "<html>Bad Gateway</html>" }],
    ["403 without a limit", { status: 403, body: { message: "Resource not accessible by integration" } }],
    ["404", { status: 404, body: { message: "Not Found" } }],
  ])("of status %s is no limit, and says what was asked", async (_name, reply) => {
    const fault = await faultOf(reply);

    expect(fault).toBeInstanceOf(GitHubFault);
    expect(fault).not.toBeInstanceOf(RateLimited);
    expect(fault).toMatchObject({ status: reply.status, message: expect.stringContaining("to comment on #12") });
  });

  it("holds neither the token nor the request", async () => {
    const fault = await faultOf({ status: 502, body: {} });

    expect(JSON.stringify(fault, Object.getOwnPropertyNames(fault))).not.toContain("a-token");
    expect(Object.getOwnPropertyNames(fault).sort()).toEqual(["message", "name", "stack", "status"]);
  });
});

describe("pace", () => {
  it("lets one write go at a time, and none sooner than the interval after the one before", async () => {
    const pace = createPace(30);
    const begun: number[] = [];
    let underway = 0;
    const write = async () => {
      begun.push(performance.now());
      expect(++underway).toBe(1);
      await Promise.resolve();
      underway--;
    };

    await Promise.all([pace(write, "display"), pace(write, "display"), pace(write, "display")]);

    const [first = 0, second = 0, third = 0] = begun;
    expect(Math.min(second - first, third - second)).toBeGreaterThanOrEqual(29);
  });

  it("lets a first sign go before displays that wait", async () => {
    const pace = createPace(1);
    const order: string[] = [];
    const write = (name: string) => async () => void order.push(name);

    await Promise.all([
      pace(write("a comment"), "display"),
      pace(write("a check"), "display"),
      pace(write("another proposal's labels"), "first"),
    ]);

    expect(order).toEqual(["a comment", "another proposal's labels", "a check"]);
  });

  it("goes on after a write that failed", async () => {
    const pace = createPace(1);

    await expect(pace(() => Promise.reject(new Error("502")), "display")).rejects.toThrow("502");

    await expect(pace(async () => "done", "display")).resolves.toBe("done");
  });

  it("holds back writes, not questions", async () => {
    const held = { pace: () => new Promise<never>(() => undefined) };
    const answer = {
      data: { repository: { governance: null, pullRequests: { nodes: [], pageInfo: { hasNextPage: false, endCursor: null } } } },
    };
    const { github } = scriptedGitHub(() => ({ body: answer }), held);

    await expect(github.listOpen("governance", null)).resolves.toMatchObject({ pullRequests: [] });
  });
});
