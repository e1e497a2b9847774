import type { Snapshot } from "../../src/domain/snapshot.ts";
import { instant } from "../../src/kernel/instant.ts";
import { GitHubFault, RateLimited } from "../../src/ports/github.ts";
import { subjectKey } from "../../src/ports/ledger.ts";
import { PassIncomplete } from "../../src/reconcile/index.ts";
import { smallConstitution } from "../support/constitution.ts";
import { proposalText } from "../support/proposal-text.ts";
import { reconcileSetup, repositoryId } from "../support/reconcile-setup.ts";
import { anOwnComment, aSnapshot, type SnapshotParts } from "../support/snapshot.ts";

const subject = { repositoryId, pullRequest: 12 };
const file = "seps/0000-outlook-notes.md";

function aForecastProposal(parts: SnapshotParts = {}): Snapshot {
  const specification =
    "The `forecasts/list` result gains an optional `note`. A server MAY set it. A client SHOULD show the note of a forecast.";
  return aSnapshot({ adds: { [file]: proposalText({ title: "Notes for forecasts", specification }) }, ...parts });
}

const aPlainPullRequest = (parts: SnapshotParts = {}) => aSnapshot({ touches: ["src/index.ts"], ...parts });

describe("a pass over a new proposal", () => {
  it("labels it, comments, asks reviewers and completes the check, with a receipt for each", async () => {
    const { github, reconciler, store } = reconcileSetup();
    github.set(aForecastProposal());

    await reconciler.reconcile(subject);

    const { pullRequest, checks } = github.get(12);
    expect(pullRequest.labels).toContain("SEP");
    expect(pullRequest.ownComments).toHaveLength(1);
    expect(pullRequest.requestedTeams).toEqual(["forecasts-wg"]);
    expect(checks.map(({ conclusion }) => conclusion)).toEqual(["action_required"]);
    const receipts = await store.receipts.read(subject, 100);
    expect(new Set(receipts.map(({ outcome }) => outcome))).toEqual(new Set(["applied"]));
    expect(receipts).toHaveLength(github.writes().length);
  });

  it("sets the labels before anything else that people see", async () => {
    const { github, reconciler } = reconcileSetup();
    github.set(aForecastProposal());

    await reconciler.reconcile(subject);

    const kinds = github.writes().map((line) => line.split(" ")[2]);
    const seen = kinds.filter((kind) => kind !== "create-label");
    expect(seen).toEqual(["add-labels", "add-labels", "create-comment", "create-check", "request-reviewers"]);
  });

  it("writes nothing in a second pass, nor after a restart", async () => {
    const { github, reconciler, restart } = reconcileSetup();
    github.set(aForecastProposal());
    await reconciler.reconcile(subject);
    const written = github.writes().length;

    await reconciler.reconcile(subject);
    await restart().reconcile(subject);

    expect(github.writes()).toHaveLength(written);
  });

  it("reads the constitution once for many passes", async () => {
    const { github, reconciler } = reconcileSetup();
    github.set(aForecastProposal());
    github.set(aPlainPullRequest({ pullRequest: { number: 13, headSha: "e".repeat(40) } }));

    await Promise.all([reconciler.reconcile(subject), reconciler.reconcile({ ...subject, pullRequest: 13 })]);
    await reconciler.reconcile(subject);

    expect(github.asked.filter((line) => line === "readConstitution")).toHaveLength(1);
  });

  it("records the opening in the ledger once", async () => {
    const { github, reconciler, store } = reconcileSetup();
    github.set(aForecastProposal());

    await reconciler.reconcile(subject);
    await reconciler.reconcile(subject);

    const events = await store.ledger.read(subject);
    expect(events.filter(({ fact }) => fact.type === "proposal-opened")).toHaveLength(1);
  });
});

describe("any other pull request", () => {
  it("takes one read and one write, and its check passes", async () => {
    const { github, reconciler } = reconcileSetup();
    github.set(aPlainPullRequest({ pullRequest: { number: 13 } }));
    await reconciler.reconcile({ ...subject, pullRequest: 13 });
    github.set(aPlainPullRequest({ pullRequest: { number: 14, headSha: "d".repeat(40) } }));
    github.asked.length = 0;

    await reconciler.reconcile({ ...subject, pullRequest: 14 });

    expect(github.asked).toEqual(["readSnapshot 14", "execute 14 create-check"]);
    expect(github.get(14).checks[0]?.conclusion).toBe("success");
  });

  it("that is gone is closed in the store, and nothing is written", async () => {
    const { github, reconciler, store } = reconcileSetup();
    github.set(aForecastProposal());
    await reconciler.reconcile(subject);
    github.remove(12);
    const written = github.writes().length;

    const outcome = await reconciler.reconcile(subject);

    expect(outcome).toEqual({ kind: "gone" });
    expect((await store.subjects.read(subject))?.open).toBe(false);
    expect(github.writes()).toHaveLength(written);
  });

  it("that is closed is not written to", async () => {
    const { github, reconciler } = reconcileSetup();
    github.set(aForecastProposal({ pullRequest: { state: "closed" } }));

    await reconciler.reconcile(subject);

    expect(github.writes()).toEqual([]);
  });
});

describe("when a write fails", () => {
  it("the others are applied, the pass is reported as incomplete, and the next one mends it", async () => {
    const { github, reconciler, store } = reconcileSetup();
    github.set(aForecastProposal());
    github.fail("create-comment", new GitHubFault("GitHub refused to comment on #12: 502, Bad Gateway", 502));

    await expect(reconciler.reconcile(subject)).rejects.toThrow(PassIncomplete);
    expect(github.get(12).checks).toHaveLength(1);
    expect((await store.subjects.read(subject))?.fingerprint).toBeNull();
    await reconciler.reconcile(subject);

    expect(github.get(12).pullRequest.ownComments).toHaveLength(1);
  });

  it("a comment whose answer was lost is found again and not doubled", async () => {
    const { github, reconciler } = reconcileSetup();
    github.set(aForecastProposal());
    github.fail("create-comment", new GitHubFault("GitHub's answer is incomplete", null), "lost");

    await expect(reconciler.reconcile(subject)).rejects.toThrow(PassIncomplete);
    await reconciler.reconcile(subject);

    expect(github.get(12).pullRequest.ownComments).toHaveLength(1);
  });

  it("a comment that was doubled is made one again", async () => {
    const { github, reconciler } = reconcileSetup();
    github.set(aForecastProposal());
    await reconciler.reconcile(subject);
    const snapshot = github.get(12);
    const [first] = snapshot.pullRequest.ownComments;
    const copy = anOwnComment(9999, first?.body ?? "");
    github.set({ ...snapshot, pullRequest: { ...snapshot.pullRequest, ownComments: [...snapshot.pullRequest.ownComments, copy] } });

    await reconciler.reconcile(subject);

    expect(github.get(12).pullRequest.ownComments.map(({ id }) => id)).toEqual([first?.id]);
  });

  it("a label that could not be created is not set without its colour", async () => {
    const { github, reconciler } = reconcileSetup();
    github.set(aForecastProposal());
    github.fail("create-label", new GitHubFault("GitHub refused to create a label: 502", 502));

    await expect(reconciler.reconcile(subject)).rejects.toThrow(PassIncomplete);

    const { repository, pullRequest } = github.get(12);
    const known = repository.labels.map(({ name }) => name);
    expect(pullRequest.labels.filter((label) => !known.includes(label))).toEqual([]);
    expect(pullRequest.labels.length).toBeGreaterThan(0);
  });

  it("GitHub's wish to wait stops the pass, which asks to come back then", async () => {
    const { github, reconciler, store } = reconcileSetup();
    github.set(aForecastProposal());
    const until = instant("2026-11-23T09:01:00Z");
    github.fail("create-comment", new RateLimited("GitHub asks to wait", 403, until));

    await reconciler.reconcile(subject);

    const state = await store.subjects.read(subject);
    expect(state?.nextLook).toBe(until);
    expect(state?.fingerprint).toBeNull();
    expect(github.writes().at(-1)).toBe("execute 12 create-comment");
    expect((await store.receipts.read(subject, 100)).filter(({ outcome }) => outcome === "withheld").length).toBeGreaterThan(1);
  });
});

describe("one writer per pull request", () => {
  it("leaves alone what another process is working on", async () => {
    const { github, reconciler, store } = reconcileSetup();
    github.set(aForecastProposal());

    const outcome = await store.leases.withLease(subjectKey(subject), () => reconciler.reconcile(subject));

    expect(outcome?.value).toEqual({ kind: "busy" });
    expect(github.asked).toEqual([]);
  });

  it("stops writing once the lease is lost", async () => {
    const { github, reconciler, store } = reconcileSetup();
    github.set(aForecastProposal());
    const execute = github.execute;
    github.execute = async (number, effect) => {
      const executed = await execute(number, effect);
      store.seize(subjectKey(subject));
      return executed;
    };

    await expect(reconciler.reconcile(subject)).rejects.toThrow("taken over");

    expect(github.writes()).toHaveLength(1);
  });
});

describe("what the project permits", () => {
  it.each([
    { name: "observe", edit: ["mode: enforce", "mode: observe"] },
    { name: "paused", edit: ["mode: enforce", "mode: enforce\npaused: true"] },
  ] as const)("$name: nothing is written, and the view is kept", async ({ edit: [from, to] }) => {
    const { github, reconciler, store, setConstitution } = reconcileSetup();
    setConstitution(smallConstitution().edit("project.yml", from, to));
    github.set(aForecastProposal());

    await reconciler.reconcile(subject);

    expect(github.writes()).toEqual([]);
    expect((await store.subjects.read(subject))?.view.route).not.toBeNull();
    const receipts = await store.receipts.read(subject, 10);
    expect(receipts.map(({ outcome }) => outcome)).toContain("withheld");
  });

  it("advise: comment and a neutral check only, and no more in a second pass", async () => {
    const { github, reconciler, setConstitution } = reconcileSetup();
    setConstitution(smallConstitution().edit("project.yml", "mode: enforce", "mode: advise"));
    github.set(aForecastProposal());

    await reconciler.reconcile(subject);
    await reconciler.reconcile(subject);

    expect(github.writes()).toEqual(["execute 12 create-comment", "execute 12 create-check"]);
    expect(github.get(12).checks[0]?.conclusion).toBe("neutral");
  });

  it("an option of the installation takes the place of the mode", async () => {
    const { github, reconciler } = reconcileSetup({ mode: "observe" });
    github.set(aForecastProposal());

    await reconciler.reconcile(subject);

    expect(github.writes()).toEqual([]);
  });
});

describe("the brakes", () => {
  it("a pass with more writes than the cap writes nothing and tells operators", async () => {
    const { github, reconciler, store, setConstitution, logged } = reconcileSetup();
    setConstitution(smallConstitution().append("project.yml", "brakes: { writes-per-pass: 2 }\n"));
    github.set(aForecastProposal());

    await reconciler.reconcile(subject);

    expect(github.writes()).toEqual([]);
    expect(logged.some((line) => line.startsWith("error The brakes stop this pass"))).toBe(true);
    expect((await store.receipts.read(subject, 1))[0]?.detail).toContain("writes-per-pass");
  });

  it("writes of the last hour count, and the pass comes back by itself", async () => {
    const { github, reconciler, store, setConstitution, advance } = reconcileSetup();
    setConstitution(smallConstitution().append("project.yml", "brakes: { writes-per-hour: 10 }\n"));
    github.set(aForecastProposal());
    github.set(aForecastProposal({ pullRequest: { number: 13, headSha: "e".repeat(40) } }));
    await reconciler.reconcile(subject);

    await reconciler.reconcile({ ...subject, pullRequest: 13 });

    expect(github.get(13).pullRequest.labels).toEqual([]);
    expect((await store.subjects.read({ ...subject, pullRequest: 13 }))?.nextLook).toBe("2026-11-23T09:10:00.000Z");
    advance(3_600_001);
    await reconciler.reconcile({ ...subject, pullRequest: 13 });
    expect(github.get(13).pullRequest.labels).toContain("SEP");
  });

  it("count what passes of other workers are about to write", async () => {
    const { github, reconciler, setConstitution } = reconcileSetup();
    setConstitution(smallConstitution().append("project.yml", "brakes: { writes-per-hour: 10 }\n"));
    const numbers = [20, 21, 22, 23];
    for (const number of numbers) github.set(aForecastProposal({ pullRequest: { number, headSha: `${number}`.padEnd(40, "0") } }));

    await Promise.all(numbers.map((pullRequest) => reconciler.reconcile({ ...subject, pullRequest })));

    expect(github.writes().length).toBeLessThanOrEqual(10);
  });
});

describe("reviewers", () => {
  it("whom GitHub refuses are not asked again on every pass", async () => {
    const { github, reconciler } = reconcileSetup();
    github.refuses.add("team/forecasts-wg");
    github.set(aForecastProposal());
    await reconciler.reconcile(subject);
    const written = github.writes().length;

    await reconciler.reconcile(subject);

    expect(github.writes()).toHaveLength(written);
  });

  it("whom GitHub refused are asked again after a week: they may have been given access", async () => {
    const { github, reconciler, advance } = reconcileSetup();
    github.refuses.add("team/forecasts-wg");
    github.set(aForecastProposal());
    await reconciler.reconcile(subject);
    github.refuses.clear();

    advance(8 * 24 * 3_600_000);
    await reconciler.reconcile(subject);

    expect(github.get(12).pullRequest.requestedTeams).toEqual(["forecasts-wg"]);
  });

  it("whom a person took off are never asked again", async () => {
    const { github, reconciler } = reconcileSetup();
    github.set(aForecastProposal());
    await reconciler.reconcile(subject);
    const snapshot = github.get(12);
    github.set({ ...snapshot, pullRequest: { ...snapshot.pullRequest, requestedTeams: [] } });

    await reconciler.reconcile(subject);

    expect(github.get(12).pullRequest.requestedTeams).toEqual([]);
  });
});

describe("the constitution", () => {
  it("absent from the default branch: nothing is written", async () => {
    const { github, reconciler } = reconcileSetup();
    github.setConstitution(null);
    github.set(aForecastProposal());

    const outcome = await reconciler.reconcile(subject);

    expect(outcome).toEqual({ kind: "no-constitution" });
    expect(github.writes()).toEqual([]);
  });

  it("removed from the default branch: a look that was due is not asked for again and again", async () => {
    const { github, reconciler, store } = reconcileSetup();
    github.set(aForecastProposal());
    await reconciler.reconcile(subject);
    const before = await store.subjects.read(subject);
    github.setConstitution(null);

    await reconciler.reconcile(subject);

    expect(before?.nextLook).not.toBeNull();
    expect((await store.subjects.read(subject))?.nextLook).toBeNull();
  });

  it("with errors is not applied: the last one without stays in force, over a restart too", async () => {
    const { github, reconciler, restart, logged, setConstitution } = reconcileSetup();
    github.set(aForecastProposal());
    await reconciler.reconcile(subject);
    const written = github.writes().length;
    setConstitution(smallConstitution().edit("groups/forecasts-wg.yml", "owns: [forecasts]", "owns: [forcasts]"), "tree-2");

    await reconciler.reconcile(subject);
    await restart().reconcile(subject);

    expect(github.writes()).toHaveLength(written);
    expect(logged.some((line) => line.startsWith("error The constitution has errors"))).toBe(true);
  });

  it("with errors from the beginning routes nothing, and its check does not pass", async () => {
    const { github, reconciler, setConstitution } = reconcileSetup();
    setConstitution(smallConstitution().edit("groups/forecasts-wg.yml", "owns: [forecasts]", "owns: [forcasts]"));
    github.set(aForecastProposal());

    await reconciler.reconcile(subject);

    expect(github.get(12).pullRequest.labels).toEqual([]);
    expect(github.get(12).checks[0]?.conclusion).not.toBe("success");
  });

  it("changed on the default branch is used by the very pass that sees it", async () => {
    const { github, reconciler, setConstitution } = reconcileSetup();
    github.set(aForecastProposal());
    await reconciler.reconcile(subject);
    setConstitution(smallConstitution().append("project.yml", "labels: { proposal: RFC }\n"), "tree-2");

    await reconciler.reconcile(subject);

    expect(github.get(12).pullRequest.labels).toContain("RFC");
  });

  it("in a pull request from outside changes no rule: that of the default branch decides", async () => {
    const { github, reconciler, store } = reconcileSetup();
    const friendly = smallConstitution().edit(
      "groups/forecasts-wg.yml",
      "oversight: { kind: veto-window, by: core-maintainers, within: 5 business days }",
      "oversight: { kind: approval, by: lead-maintainers }",
    );
    const proposal = aForecastProposal();
    github.set(proposal);
    await reconciler.reconcile(subject);
    const before = (await store.subjects.read(subject))?.view.route;
    github.set({
      ...proposal,
      pullRequest: {
        ...proposal.pullRequest,
        number: 13,
        headSha: "e".repeat(40),
        files: [...proposal.pullRequest.files, { path: "governance/groups/forecasts-wg.yml", change: "modified" }],
      },
      governanceAtHead: friendly.files,
    });

    await reconciler.reconcile({ ...subject, pullRequest: 13 });

    const after = (await store.subjects.read({ ...subject, pullRequest: 13 }))?.view.route;
    expect(after?.oversight).toEqual(before?.oversight);
  });
});
