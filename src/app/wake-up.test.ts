import { describe, expect, it } from "@jest/globals";
import { createWakeUp } from "./wake-up.ts";

const hour = 3_600_000;

describe("a wake-up", () => {
  it("ends the wait", async () => {
    const bell = createWakeUp();
    const waiting = bell.wait(hour);
    bell.wake();

    await waiting;
  });

  it("between two waits is not lost, and is heard once", async () => {
    const bell = createWakeUp();
    bell.wake();
    bell.wake();
    await bell.wait(hour);

    let heard = false;
    const second = bell.wait(hour).then(() => {
      heard = true;
    });
    await new Promise((resolve) => setImmediate(resolve));
    expect(heard).toBe(false);
    bell.wake();
    await second;
  });

  it("is not needed when the time is up", async () => {
    await createWakeUp().wait(1);
  });
});
