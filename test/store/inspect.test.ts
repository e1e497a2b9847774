import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { claimDataFolder, inspectDataFolder, inspectServer } from "../../src/adapters/store/index.ts";

let parent: string;
beforeEach(() => {
  parent = mkdtempSync(join(tmpdir(), "inspect-"));
});
afterEach(() => {
  chmodSync(parent, 0o700);
  rmSync(parent, { recursive: true });
});

const claim = (path: string) => claimDataFolder(path, { owner: "real", onWait: () => undefined, onLost: () => undefined });

describe("a data folder, looked at without taking it", () => {
  it("is absent before the first start, however deep it would lie", async () => {
    expect(await inspectDataFolder(join(parent, "deep", "data"), "real")).toBe("absent");
  });

  it("is in use while somebody holds it, and free afterwards; looking leaves it as it is", async () => {
    const path = join(parent, "data");
    const held = await claim(path);
    expect(await inspectDataFolder(path, "real")).toBe("in-use");
    await held.release();

    expect(await inspectDataFolder(path, "real")).toBe("free");
    await (await claim(path)).release();
  });

  it("belongs to whoever had it first", async () => {
    const path = join(parent, "data");
    await (await claim(path)).release();

    expect(await inspectDataFolder(path, "sandbox")).toBe("other-owner");
  });
});

describe("a database server that does not answer", () => {
  it("is told within seconds, without the password", async () => {
    const asked = inspectServer("postgres://me:hunter22@127.0.0.1:9/db");

    await expect(asked).rejects.not.toThrow("hunter22");
  });
});
