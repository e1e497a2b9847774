import { describe, expect, it } from "@jest/globals";
import { createGroupCommit } from "./group-commit.ts";

/** Writes end when told; each call is remembered. */
function setup(options: { readonly maximum?: number; readonly fails?: (items: readonly number[]) => unknown } = {}) {
  const groups: (readonly number[])[] = [];
  let release: () => void = () => undefined;
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  const write = createGroupCommit<number, string>(
    async (items) => {
      groups.push(items);
      await held;
      const fault = options.fails?.(items);
      if (fault !== undefined) throw fault;
      return items.map((item) => `wrote ${item}`);
    },
    { maximum: options.maximum ?? 10, isOfOneItem: (fault) => fault === "of one" },
  );
  return { write, groups, release };
}

describe("a group commit", () => {
  it("writes the first at once, and together what came meanwhile", async () => {
    const { write, groups, release } = setup();
    const written = [1, 2, 3].map(write);
    release();

    expect(await Promise.all(written)).toEqual(["wrote 1", "wrote 2", "wrote 3"]);
    expect(groups).toEqual([[1], [2, 3]]);
    expect(await write(4)).toBe("wrote 4");
  });

  it("never writes more than the maximum together", async () => {
    const { write, groups, release } = setup({ maximum: 2 });
    const written = [1, 2, 3, 4, 5, 6].map(write);
    release();
    await Promise.all(written);

    expect(groups).toEqual([[1], [2, 3], [4, 5], [6]]);
  });

  it("fails the whole group by a fault of the database, and goes on with the next", async () => {
    let failing = true;
    const { write, release } = setup({ fails: () => (failing ? "away" : undefined) });
    const written = [1, 2, 3].map(write);
    release();

    const outcomes = await Promise.allSettled(written);
    expect(outcomes.map(({ status }) => status)).toEqual(["rejected", "rejected", "rejected"]);
    failing = false;
    expect(await write(4)).toBe("wrote 4");
  });

  it("fails one item alone by a fault of its own", async () => {
    const { write, groups, release } = setup({ fails: (items) => (items.includes(3) ? "of one" : undefined) });
    const written = [1, 2, 3, 4].map(write);
    release();

    const outcomes = await Promise.allSettled(written);
    expect(outcomes.map(({ status }) => status)).toEqual(["fulfilled", "fulfilled", "rejected", "fulfilled"]);
    expect(groups).toEqual([[1], [2, 3, 4], [2], [3], [4]]);
  });
});
