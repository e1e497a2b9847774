import { createRecent } from "./recent.ts";

function counted(entries = 2, size = 100) {
  const made: string[] = [];
  const recent = createRecent<string>({ entries, size, sizeOf: ({ length }) => length });
  const ask = (key: string, value = key) =>
    recent.get(key, async () => {
      made.push(key);
      return value;
    });
  return { made, ask };
}

describe("what was made lately", () => {
  it("is made once", async () => {
    const { made, ask } = counted();

    expect(await ask("a", "one")).toBe("one");
    expect(await ask("a", "two")).toBe("one");
    expect(made).toEqual(["a"]);
  });

  it("goes when it was not used for longest", async () => {
    const { made, ask } = counted(2);
    for (const key of ["a", "b", "a", "c"]) await ask(key);

    for (const key of ["a", "b"]) await ask(key);

    expect(made).toEqual(["a", "b", "c", "b"]);
  });

  it("goes when all together are too large, even the newest", async () => {
    const { made, ask } = counted(9, 5);
    for (const key of ["aaa", "bb", "c"]) await ask(key);
    await ask("bb");
    await ask("aaa");
    await ask("dddddd");
    await ask("dddddd");

    expect(made).toEqual(["aaa", "bb", "c", "aaa", "dddddd", "dddddd"]);
  });

  it("is not a failure", async () => {
    const recent = createRecent<number>({ entries: 1, size: 1, sizeOf: () => 1 });

    await expect(recent.get("a", async () => Promise.reject(new Error("no")))).rejects.toThrow("no");

    expect(await recent.get("a", async () => 2)).toBe(2);
  });
});
