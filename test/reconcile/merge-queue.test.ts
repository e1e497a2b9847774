import type { Files } from "../../src/standin/index.ts";
import { smallConstitution } from "../support/constitution.ts";
import { proposalText } from "../support/proposal-text.ts";
import { fullName, type StandinSetup, standinSetup } from "../support/standin-setup.ts";

const days = 86_400_000;
// An informational proposal needs nothing of R7: the road to `final` is short.
const text = proposalText({ title: "Words for forecasts", type: "Informational", specification: "What the words of a forecast mean." });
const onlyTests = { type: "required_status_checks", checks: [{ name: "ci", appId: null }] } as const;
const proposal: Files = { "seps/0000-words.md": text };

let setup: StandinSetup;
let ruleset: number;

beforeEach(async () => {
  setup = await standinSetup();
  ruleset = setup.standin.world.repositories.ruleset(fullName, {
    rules: [{ type: "required_status_checks", checks: ["Steward", "ci"].map((name) => ({ name, appId: null })) }, { type: "merge_queue" }],
  });
});

afterEach(async () => {
  expect(setup.standin.defects).toEqual([]);
  await setup.close();
});

function groupOwning(id: string, domain: string): string {
  return `id: ${id}
name: ${id}
kind: working-group
status: chartered
charter: { text: docs/groups/${id}.md, since: 2026-02-01 }
leads: [{ person: Juno, since: 2026-02-01 }]
members: [{ person: noor }, { person: ravi }]
scope: { owns: [${domain}] }
`;
}

/** Comments as a person, a second after whatever went before, and has the pull request looked at. */
async function say(number: number, login: string, body: string): Promise<void> {
  setup.standin.clock.advance(1000);
  const id = setup.standin.world.repositories.comment(fullName, number, login, body);
  setup.store.knownOrigins.set(id, null);
  setup.standin.clock.advance(1000);
  await setup.look(number);
}

async function accepted(files: Files = proposal): Promise<number> {
  const number = setup.open(files);
  await setup.look(number);
  await say(number, "Juno", "/sponsor");
  await say(number, "Juno", "/ready\nprototype: https://example.org/p\nbenefit: https://example.org/b\nsupport: https://example.org/s");
  await say(number, "bo-okafor", "/call-vote");
  for (const login of ["bo-okafor", "cleo", "asta"]) await say(number, login, "/vote yes");
  setup.standin.clock.advance(8 * days);
  await setup.look(number);
  return number;
}

async function final(files?: Files): Promise<number> {
  const number = await accepted(files);
  await say(number, "Juno", "/final");
  return number;
}

const pullOf = async (number: number) => (await setup.owner.rest.pulls.get({ ...setup.repository, pull_number: number })).data;

async function checkOn(ref: string) {
  const { data } = await setup.owner.rest.checks.listForRef({ ...setup.repository, ref, filter: "all" });
  return data.check_runs.filter(({ name }) => name === "Steward").sort((a, b) => b.id - a.id)[0];
}

/** The other required check. */
async function passTests(sha: string): Promise<void> {
  await setup.owner.rest.repos.createCommitStatus({ ...setup.repository, sha, state: "success", context: "ci" });
}

/** Puts a pull request whose own checks pass into the queue; gives its group's head. */
async function enqueue(number: number): Promise<string> {
  const pull = await pullOf(number);
  await passTests(pull.head.sha);
  const { enqueuePullRequest } = await setup.owner.graphql<{ enqueuePullRequest: { mergeQueueEntry: { headCommit: { oid: string } } } }>(
    "mutation ($id: ID!) { enqueuePullRequest(input: { pullRequestId: $id }) { mergeQueueEntry { headCommit { oid } } } }",
    { id: pull.node_id },
  );
  return enqueuePullRequest.mergeQueueEntry.headCommit.oid;
}

async function lookedAt(files: Files): Promise<number> {
  const number = setup.open(files);
  await setup.look(number);
  return number;
}

/** A pull request that is not ready comes into a queue only where the rules do not ask for the check. */
function stopAskingForSteward(): void {
  setup.standin.world.repositories.removeRuleset(fullName, ruleset);
  setup.standin.world.repositories.ruleset(fullName, { rules: [{ type: "merge_queue" }, onlyTests] });
}

const complete = (head: string) => setup.reconciler.completeMergeGroup(setup.repositoryId, head);

describe("a merge group with a proposal", () => {
  it("passes when the proposal is final, and is merged", async () => {
    const number = await final();
    const head = await enqueue(number);

    await complete(head);
    await passTests(head);

    expect(await checkOn(head)).toMatchObject({ conclusion: "success" });
    expect((await pullOf(number)).merged).toBe(true);
  });

  it("waits while the proposal is not final, and names it with the reason", async () => {
    const number = await accepted();
    stopAskingForSteward();
    const head = await enqueue(number);

    await complete(head);

    expect(await checkOn(head)).toMatchObject({
      conclusion: "action_required",
      output: { title: expect.stringMatching(new RegExp(`^#${number} waits · Accepted`)) },
    });
  });

  it("turns when a hold is put on the proposal while it is queued", async () => {
    const number = await final();
    const head = await enqueue(number);
    await complete(head);
    expect(await checkOn(head)).toMatchObject({ conclusion: "success" });
    expect(setup.store.queues).toEqual([]);

    await say(number, "bo-okafor", "/hold The example is wrong");
    expect(setup.store.queues).toEqual([setup.repositoryId]);
    await setup.reconciler.completeMergeQueue(setup.repositoryId);
    await passTests(head);

    expect(await checkOn(head)).toMatchObject({
      conclusion: "action_required",
      output: { summary: expect.stringContaining(`#${number}`) },
    });
    expect((await pullOf(number)).merged).toBe(false);
  });

  it("sees what was said since the last look: a hold that no pass has read yet", async () => {
    const number = await final();
    const head = await enqueue(number);
    setup.standin.clock.advance(1000);
    const id = setup.standin.world.repositories.comment(fullName, number, "bo-okafor", "/hold The example is wrong");
    setup.store.knownOrigins.set(id, null);

    await complete(head);

    expect(await checkOn(head)).toMatchObject({ conclusion: "action_required" });
  });

  it("holds all that stands before it in the queue", async () => {
    const number = await final();
    const plain = await lookedAt({ "README.md": "# Weather, always\n" });
    await enqueue(number);
    const behind = await enqueue(plain);
    await say(number, "bo-okafor", "/hold The example is wrong");

    await complete(behind);

    expect(await checkOn(behind)).toMatchObject({
      conclusion: "action_required",
      output: { title: expect.stringMatching(`^#${number} waits`) },
    });
  });
});

describe("a merge group that changes the rules", () => {
  it("passes when they are sound", async () => {
    const head = await enqueue(await lookedAt({ "governance/groups/cold-wg.yml": groupOwning("cold-wg", "readings") }));

    await complete(head);

    expect(await checkOn(head)).toMatchObject({ conclusion: "success" });
  });

  it("waits when edits that are sound each by itself are not so together", async () => {
    const one = await lookedAt({ "governance/groups/cold-wg.yml": groupOwning("cold-wg", "readings") });
    const two = await lookedAt({ "governance/groups/warm-wg.yml": groupOwning("warm-wg", "readings") });
    await enqueue(one);
    const head = await enqueue(two);

    await complete(head);

    expect(await checkOn(head)).toMatchObject({
      conclusion: "action_required",
      output: { title: "2 errors in the rules that this group makes", summary: expect.stringContaining("readings") },
    });
  });

  it("does not let a proposal pass by rules that the group itself brings", async () => {
    const rules = smallConstitution().edit("project.yml", "folder: seps/", "folder: elsewhere/");
    const edited = rules.files.find(({ path }) => path === "project.yml")?.text ?? "";
    const number = await lookedAt({ ...proposal, "governance/project.yml": edited });
    stopAskingForSteward();
    const head = await enqueue(number);

    await complete(head);

    expect(await checkOn(head)).toMatchObject({ conclusion: "action_required" });
  });
});

describe("requests for a merge group", () => {
  it("are two where it leaves proposals and rules alone", async () => {
    const head = await enqueue(await lookedAt({ "README.md": "# Weather, always\n" }));
    setup.requests();

    await complete(head);

    expect(setup.requests()).toEqual(["graphql", "checks/create"]);
  });

  it("are four with a final proposal: the change, the queue, the pull request, the check", async () => {
    const head = await enqueue(await final());
    setup.requests();

    await complete(head);

    expect(setup.requests()).toEqual(["graphql", "graphql", "graphql", "checks/create"]);
  });
});
