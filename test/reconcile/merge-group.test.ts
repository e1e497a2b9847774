import { smallConstitution } from "../support/constitution.ts";
import { reconcileSetup, repositoryId } from "../support/reconcile-setup.ts";

// The fake says that commits which begin with d differ from the default branch in the proposal folder.
const withProposal = "d".repeat(40);
const without = "e".repeat(40);

describe("a merge group", () => {
  it.each([
    { name: "without a proposal passes", head: without, edit: "mode: enforce", expected: [`completeCheck ${without} success`] },
    {
      name: "with a proposal waits",
      head: withProposal,
      edit: "mode: enforce",
      expected: [`completeCheck ${withProposal} action_required`],
    },
    { name: "is neutral in advise", head: withProposal, edit: "mode: advise", expected: [`completeCheck ${withProposal} neutral`] },
    { name: "is left alone in observe", head: without, edit: "mode: observe", expected: [] },
  ])("$name", async ({ head, edit, expected }) => {
    const { github, reconciler, setConstitution } = reconcileSetup();
    setConstitution(smallConstitution().edit("project.yml", "mode: enforce", edit));

    await reconciler.completeMergeGroup(repositoryId, head);

    expect(github.writes()).toEqual(expected);
    expect(github.asked).toContain(`hasFolderChanged seps/ HEAD ${head}`);
  });

  it("gets no check where there is no constitution", async () => {
    const { github, reconciler } = reconcileSetup();
    github.setConstitution(null);

    await reconciler.completeMergeGroup(repositoryId, without);

    expect(github.writes()).toEqual([]);
  });
});
