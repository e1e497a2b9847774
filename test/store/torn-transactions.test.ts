import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import type { OpenDatabase } from "../../src/adapters/store/database.ts";
import { createInbox, type Inbox } from "../../src/adapters/store/inbox.ts";
import { createJobQueue, type JobQueue } from "../../src/adapters/store/job-queue.ts";
import { openTestDatabase } from "../support/embedded-database.ts";

/** What is half done when a process ends is as if it had not been begun, or is done again. */
describe("a process that ends", () => {
  let database: OpenDatabase;
  let jobs: JobQueue;
  let whole: Inbox;
  beforeAll(async () => {
    database = await openTestDatabase();
    jobs = createJobQueue(database, { retrySeconds: 0, longestRetrySeconds: 1 }, console.error);
    await jobs.start();
    whole = createInbox(database.db, jobs);
  });
  afterAll(async () => {
    await jobs.stop();
    await database.close();
  });

  const dies = async (): Promise<never> => {
    throw new Error("The process ended here");
  };
  const torn = (changes: Partial<JobQueue>): Inbox => createInbox(database.db, { ...jobs, ...changes });
  const arrival = () => ({
    guid: randomUUID(),
    subject: "repo/1/pull/1",
    delivery: { event: "pull_request", action: "opened", sender: null, installationId: 3, repository: null },
  });

  it("between the row and its job leaves neither, and the delivery is taken when it comes again", async () => {
    const one = arrival();

    await expect(torn({ add: dies }).record(one)).rejects.toThrow("ended here");

    expect((await whole.backlog()).waiting).toBe(0);
    expect(await whole.record(one)).toBe("new");
  });

  it("after it took the work, before the pass, leaves it to be taken up", async () => {
    await whole.take(1);

    await whole.rebuildQueue();

    expect(await whole.take(1)).toMatchObject([{ attempt: 2 }]);
  });

  it("after the pass, while it writes that down, leaves the work to be done once more", async () => {
    await whole.rebuildQueue();
    const [work] = await whole.take(1);

    await expect(torn({ remove: dies }).finish(work?.rows ?? [])).rejects.toThrow("ended here");

    expect((await whole.backlog()).waiting).toBe(1);
    await whole.finish(work?.rows ?? []);
    expect((await whole.backlog()).waiting).toBe(0);
    await whole.rebuildQueue();
    expect(await whole.take(1)).toEqual([]);
  });

  it("while it gives up leaves the work to be given up again", async () => {
    await whole.record(arrival());
    const [work] = await whole.take(1);
    if (work === undefined) throw new Error("Nothing was taken");

    await expect(torn({ remove: dies }).giveUp(work, "broken")).rejects.toThrow("ended here");

    expect(await whole.backlog()).toMatchObject({ waiting: 1, dead: 0 });
    await whole.giveUp(work, "broken");
    expect(await whole.backlog()).toMatchObject({ waiting: 0, dead: 1 });
  });
});
