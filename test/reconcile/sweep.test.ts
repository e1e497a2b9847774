import type { Snapshot } from "../../src/domain/snapshot.ts";
import { smallConstitution } from "../support/constitution.ts";
import { proposalText } from "../support/proposal-text.ts";
import { type ReconcileSetup, reconcileSetup, repositoryId } from "../support/reconcile-setup.ts";
import { anOwnComment, aPerson, aSnapshot } from "../support/snapshot.ts";

const numbers = [11, 12, 13];

function aProposal(number: number): Snapshot {
  return aSnapshot({
    adds: { "seps/0000-outlook-notes.md": proposalText() },
    pullRequest: { number, headSha: `${number}`.padEnd(40, "0") },
  });
}

/** Three proposals that were all looked at. */
async function afterPasses(): Promise<ReconcileSetup> {
  const setup = reconcileSetup();
  for (const number of numbers) setup.github.set(aProposal(number));
  for (const pullRequest of numbers) await setup.reconciler.reconcile({ repositoryId, pullRequest });
  setup.github.asked.length = 0;
  return setup;
}

const looksOf = ({ store }: ReconcileSetup) => store.looks.map(({ subject, cause }) => `${subject.pullRequest} ${cause}`);

describe("a sweep", () => {
  it("asks for nothing when everything is as the last pass left it", async () => {
    const setup = await afterPasses();

    const outcome = await setup.reconciler.sweep(repositoryId);

    expect(outcome).toEqual({ open: 3, looks: 0 });
    expect(setup.github.asked).toEqual(["listOpen"]);
  });

  it("finds a pull request whose delivery was lost", async () => {
    const setup = await afterPasses();
    setup.github.set(aProposal(14));

    await setup.reconciler.sweep(repositoryId);

    expect(looksOf(setup)).toEqual(["14 sweep"]);
  });

  it("finds one that was closed unnoticed", async () => {
    const setup = await afterPasses();
    const snapshot = setup.github.get(12);
    setup.github.set({ ...snapshot, pullRequest: { ...snapshot.pullRequest, state: "closed" } });

    await setup.reconciler.sweep(repositoryId);
    await setup.reconciler.reconcile({ repositoryId, pullRequest: 12 });
    await setup.reconciler.sweep(repositoryId);

    expect(looksOf(setup)).toEqual(["12 sweep"]);
  });

  it.each<[string, (snapshot: Snapshot) => Snapshot]>([
    ["a push", (seen) => withPull(seen, { headSha: "9".repeat(40) })],
    ["a label taken off by hand", (seen) => withPull(seen, { labels: seen.pullRequest.labels.slice(1) })],
    ["a reviewer taken off by hand", (seen) => withPull(seen, { requestedTeams: [], requestedUsers: [] })],
    [
      "the status comment edited by hand",
      (seen) => withPull(seen, { ownComments: [anOwnComment(seen.pullRequest.ownComments[0]?.id ?? 0, "x")] }),
    ],
    ["the status comment deleted by hand", (seen) => withPull(seen, { ownComments: [] })],
    ["a retargeting", (seen) => withPull(seen, { baseRef: "next" })],
    ["a draft made ready", (seen) => withPull(seen, { draft: true })],
    ["an assignment", (seen) => withPull(seen, { assignees: [aPerson("noor", 1006)] })],
    ["a check run that is not ours any more", (seen) => ({ ...seen, checks: [] })],
  ])("notices %s", async (_name, change) => {
    const setup = await afterPasses();
    setup.github.set(change(setup.github.get(12)));

    await setup.reconciler.sweep(repositoryId);

    expect(looksOf(setup)).toEqual(["12 sweep"]);
  });

  it("looks at everything once after the constitution has changed", async () => {
    const setup = await afterPasses();
    setup.setConstitution(
      smallConstitution().append("project.yml", "recorders: [bo-okafor]\n".replace("recorders", "repositories")),
      "tree-2",
    );

    await setup.reconciler.sweep(repositoryId);
    for (const pullRequest of numbers) await setup.reconciler.reconcile({ repositoryId, pullRequest });
    await setup.reconciler.sweep(repositoryId);

    expect(looksOf(setup)).toEqual(["11 constitution", "12 constitution", "13 constitution"]);
  });

  it("asks for a pass that is due", async () => {
    const setup = await afterPasses();
    setup.advance(400 * 24 * 3_600_000);

    await setup.reconciler.sweep(repositoryId);

    expect(looksOf(setup)).toEqual(["11 timer", "12 timer", "13 timer"]);
  });

  it("asks again for what a failed pass left behind", async () => {
    const setup = await afterPasses();
    setup.github.set(aProposal(14));
    setup.github.fail("create-comment", new Error("lost"));
    await expect(setup.reconciler.reconcile({ repositoryId, pullRequest: 14 })).rejects.toThrow("lost");

    await setup.reconciler.sweep(repositoryId);

    expect(looksOf(setup)).toEqual(["14 sweep"]);
  });
});

function withPull(snapshot: Snapshot, changes: Partial<Snapshot["pullRequest"]>): Snapshot {
  return { ...snapshot, pullRequest: { ...snapshot.pullRequest, ...changes } };
}
