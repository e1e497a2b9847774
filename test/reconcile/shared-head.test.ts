import type { Snapshot } from "../../src/domain/snapshot.ts";
import { proposalText } from "../support/proposal-text.ts";
import { type ReconcileSetup, reconcileSetup, repositoryId } from "../support/reconcile-setup.ts";
import { aSnapshot } from "../support/snapshot.ts";

// One branch proposed twice: to the default branch, where it is a proposal, and to another one, where it is none.
const adds = { "seps/0000-outlook-notes.md": proposalText() };
const proposal = (number = 12) => aSnapshot({ adds, pullRequest: { number } });
const backport = (number = 13) => aSnapshot({ adds, pullRequest: { number, baseRef: "next" } });

const look = ({ reconciler }: ReconcileSetup, pullRequest: number) => reconciler.reconcile({ repositoryId, pullRequest });
const shown = ({ github }: ReconcileSetup, number: number) => github.get(number).checks[0]?.conclusion;
const close = ({ github }: ReconcileSetup, { pullRequest: { number } }: Snapshot) => {
  const snapshot = github.get(number);
  github.set({ ...snapshot, pullRequest: { ...snapshot.pullRequest, state: "closed" } });
};

describe("a commit that is the head of several open pull requests", () => {
  it.each([
    { order: "the proposal first", numbers: [12, 13] },
    { order: "the other first", numbers: [13, 12] },
  ])("shows the worst of them, whichever was looked at last: $order", async ({ numbers }) => {
    const setup = reconcileSetup();
    setup.github.set(proposal());
    setup.github.set(backport());

    for (const number of numbers) await look(setup, number);

    expect(shown(setup, 12)).toBe("action_required");
  });

  it("is left alone by passes that follow", async () => {
    const setup = reconcileSetup();
    setup.github.set(proposal());
    setup.github.set(backport());
    for (const number of [12, 13, 12]) await look(setup, number);
    const written = setup.github.writes().length;

    for (const number of [13, 12, 13]) await look(setup, number);

    expect(setup.github.writes()).toHaveLength(written);
  });

  it("shows what is left once the worst of them is closed", async () => {
    const setup = reconcileSetup();
    setup.github.set(proposal());
    setup.github.set(backport());
    for (const number of [12, 13]) await look(setup, number);

    close(setup, proposal());
    await look(setup, 12);
    for (const { subject } of setup.store.looks) await look(setup, subject.pullRequest);

    expect(setup.store.looks).toContainEqual({ subject: { repositoryId, pullRequest: 13 }, cause: "shared-head" });
    expect(shown(setup, 13)).toBe("success");
  });

  it("keeps the check of the open one when the other is closed", async () => {
    const setup = reconcileSetup();
    setup.github.set(proposal());
    setup.github.set(backport());
    for (const number of [12, 13]) await look(setup, number);

    close(setup, backport());
    await look(setup, 13);

    expect(shown(setup, 12)).toBe("action_required");
  });

  it("shows what is left once the worst of them has another head", async () => {
    const setup = reconcileSetup();
    setup.github.set(proposal());
    setup.github.set(backport());
    for (const number of [12, 13]) await look(setup, number);
    const moved = setup.github.get(12);

    setup.github.set({ ...moved, checks: [], pullRequest: { ...moved.pullRequest, headSha: "7".repeat(40) } });
    await look(setup, 12);
    await look(setup, 13);

    expect(shown(setup, 13)).toBe("success");
    expect(shown(setup, 12)).toBe("action_required");
  });
});
