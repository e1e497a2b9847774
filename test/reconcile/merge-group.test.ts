import { smallConstitution } from "../support/constitution.ts";
import { reconcileSetup, repositoryId } from "../support/reconcile-setup.ts";
import { aSnapshot } from "../support/snapshot.ts";

// The fake says that commits which begin with d differ from the default branch in the proposal folder.
const withProposal = "d".repeat(40);
const behind = `d${"e".repeat(39)}`;
const without = "e".repeat(40);

/** A queue with one plain pull request, number 12. */
function setupWithQueue() {
  const setup = reconcileSetup();
  setup.github.set(aSnapshot({ pullRequest: { number: 12 } }));
  setup.github.queue.push({ pullRequest: 12, groupHead: withProposal });
  return setup;
}

describe("a merge group", () => {
  it.each([
    { name: "that leaves proposals and rules alone passes", edit: "mode: enforce", expected: [`completeCheck ${without} success`] },
    { name: "is neutral in advise", edit: "mode: advise", expected: [`completeCheck ${without} neutral`] },
    { name: "is left alone in observe", edit: "mode: observe", expected: [] },
    { name: "is left alone while the project is paused", edit: "mode: enforce\npaused: true", expected: [] },
  ])("$name", async ({ edit, expected }) => {
    const { github, reconciler, setConstitution } = reconcileSetup();
    setConstitution(smallConstitution().edit("project.yml", "mode: enforce", edit));

    await reconciler.completeMergeGroup(repositoryId, without);

    expect(github.writes()).toEqual(expected);
    expect(github.asked).toContain(`changedFolders seps/ governance HEAD ${without}`);
  });

  it("waits when the queue does not show what is in it", async () => {
    const { github, reconciler } = reconcileSetup();

    await reconciler.completeMergeGroup(repositoryId, withProposal);

    expect(github.writes()).toEqual([`completeCheck ${withProposal} action_required`]);
  });

  it("waits when GitHub does not show a pull request of it", async () => {
    const { github, reconciler } = setupWithQueue();
    github.remove(12);

    await reconciler.completeMergeGroup(repositoryId, withProposal);

    expect(github.writes()).toEqual([`completeCheck ${withProposal} action_required`]);
  });

  it("is tried again when another pass over a pull request of it has not ended, and shows nothing until then", async () => {
    const { github, reconciler, store } = setupWithQueue();

    await store.leases.withLease(`repo/${repositoryId}/pull/12`, async () => {
      await expect(reconciler.completeMergeGroup(repositoryId, withProposal)).rejects.toThrow("has not ended");
    });

    expect(github.writes()).toEqual([]);
  });

  it("holds the pull requests before its own, and none behind it", async () => {
    const { github, reconciler } = setupWithQueue();
    github.set(aSnapshot({ pullRequest: { number: 13 } }));
    github.queue.push({ pullRequest: 13, groupHead: behind });
    const read = () => github.asked.filter((line) => line.startsWith("readSnapshot"));

    await reconciler.completeMergeGroup(repositoryId, withProposal);
    expect(read()).toEqual(["readSnapshot 12"]);
    github.asked.length = 0;
    await reconciler.completeMergeGroup(repositoryId, behind);

    expect(read()).toEqual(["readSnapshot 12", "readSnapshot 13"]);
  });

  it("gets no check where there is no constitution", async () => {
    const { github, reconciler } = reconcileSetup();
    github.setConstitution(null);

    await reconciler.completeMergeGroup(repositoryId, without);

    expect(github.writes()).toEqual([]);
  });
});

describe("the merge queue", () => {
  it("is judged group by group, without those that GitHub has not made yet", async () => {
    const { github, reconciler } = setupWithQueue();
    github.queue.push({ pullRequest: 13, groupHead: null });

    await reconciler.completeMergeQueue(repositoryId);

    expect(github.asked.filter((line) => line.startsWith("completeCheck"))).toEqual([`completeCheck ${withProposal} success`]);
  });
});
