import { mkdirSync, mkdtempSync, readFileSync, rmSync, utimesSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { claimDataFolder, type DataFolder, type DataFolderOptions, DataFolderRefused } from "../../src/adapters/store/data-folder.ts";

describe("a data folder", () => {
  const held: DataFolder[] = [];
  let path: string;
  beforeEach(() => {
    path = mkdtempSync(join(tmpdir(), "steward-data-"));
  });
  afterEach(async () => {
    for (const folder of held.splice(0)) await folder.release().catch(() => undefined);
    rmSync(path, { recursive: true, force: true });
  });

  const said: string[] = [];
  async function claim(owner: "sandbox" | "real", changes: Partial<DataFolderOptions> = {}): Promise<DataFolder> {
    said.length = 0;
    const folder = await claimDataFolder(path, {
      owner,
      onWait: (message) => said.push(message),
      onLost: () => undefined,
      times: { staleAfter: 2_000, refreshEvery: 1_000, longestWait: 6_000 },
      ...changes,
    });
    held.push(folder);
    return folder;
  }

  it("is made when it is absent, with everything above it, and belongs to whoever made it", async () => {
    path = join(path, "not", "there");

    const folder = await claim("real");

    expect(folder.database).toBe(join(path, "database"));
    expect(readFileSync(join(path, "belongs-to"), "utf8")).toBe("real\n");
  });

  it("may be taken again once it was given back", async () => {
    await (await claim("sandbox")).release();

    await claim("sandbox");

    expect(said).toEqual([]);
  });

  it("is refused in plain words while another holds it, well before a dead lock would have lapsed", async () => {
    await claim("real");

    await expect(claim("real", { times: { staleAfter: 60_000, refreshEvery: 1_000, longestWait: 120_000 } })).rejects.toThrow(
      /^Another running process uses the folder .*DATA_DIR/,
    );

    expect(said).toHaveLength(1);
    expect(said[0]).toContain("waiting");
  });

  it("is taken from a process that died, once its lock has lapsed, and says that it waits", async () => {
    const lock = join(path, "in-use");
    mkdirSync(lock);

    await claim("real");

    expect(said).toHaveLength(1);
  });

  it("is taken at once when the dead lock has lapsed already", async () => {
    const lock = join(path, "in-use");
    mkdirSync(lock);
    utimesSync(lock, 1, 1);

    await claim("real");

    expect(said).toEqual([]);
  });

  it("is given to one of several that want it at the same moment", async () => {
    const outcomes = await Promise.allSettled([claim("real"), claim("real"), claim("real")]);

    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  });

  it.each([
    ["sandbox", "real", /belongs to a real installation.*--data-dir/],
    ["real", "sandbox", /belongs to a sandbox.*DATA_DIR/],
  ] as const)("is refused to the %s when it belongs to the %s, at once, running or not", async (asking, owner, words) => {
    const folder = await claim(owner);
    await expect(claim(asking)).rejects.toThrow(words);
    expect(said).toEqual([]);
    await folder.release();

    const refusal = claim(asking);

    await expect(refusal).rejects.toThrow(words);
    await expect(refusal).rejects.toBeInstanceOf(DataFolderRefused);
    await claim(owner);
  });

  it("tells its holder when the lock is taken away", async () => {
    let tell: (fault: Error) => void = () => undefined;
    const lost = new Promise<Error>((resolve) => {
      tell = resolve;
    });
    await claim("real", { onLost: (fault) => tell(fault) });

    rmSync(join(path, "in-use"), { recursive: true });

    expect(await lost).toMatchObject({ code: "ECOMPROMISED" });
    held.length = 0;
  });
});
