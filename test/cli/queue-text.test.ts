import { renderAgenda } from "../../src/cli/queue/render-agenda.ts";
import { renderQueue } from "../../src/cli/queue/render-queue.ts";
import { makeAgendaReport, makeQueueReport } from "../../src/queue/index.ts";
import { golden } from "../render/golden.ts";
import { aFullQueue, nothingReady } from "../support/full-queue.ts";

describe("what steward queue and steward agenda say", () => {
  it.each([
    ["a queue with formal reviews, a pre-review and an exception", "queue", () => renderQueue(makeQueueReport(aFullQueue))],
    ["an empty queue", "queue-empty", () => renderQueue(makeQueueReport(nothingReady))],
    ["an agenda with all its parts", "agenda", () => renderAgenda(makeAgendaReport(aFullQueue))],
    ["an agenda of a project without known meetings", "agenda-empty", () => renderAgenda(makeAgendaReport(nothingReady))],
  ])("is as it was read and found good: %s", (_what, name, render) => {
    const text = render();
    expect(text).toBe(golden(`queue/${name}.txt`, text));
  });

  it("lets no title steer a terminal or begin a line of its own", () => {
    const [first, ...others] = aFullQueue.proposals;
    const title = "Tides\u001b[2J\n2. #99 Forged\u202e";
    const text = renderQueue(makeQueueReport({ ...aFullQueue, proposals: first ? [{ ...first, title }, ...others] : [] }));

    expect(text).not.toContain("\u001b");
    expect(text).not.toContain("\u202e");
    expect(text).not.toMatch(/^2\. #99/m);
  });
});
