import type { Octokit } from "@octokit/rest";
import { type Acme, refusal, startAcme } from "./acme.ts";

let acme: Acme;

beforeEach(async () => {
  acme = await startAcme();
});

afterEach(async () => {
  expect(acme.github.defects).toEqual([]);
  await acme.close();
});

const repositories = () => acme.github.world.repositories;
const required = (): { readonly name: string; readonly appId: number }[] => [{ name: "Steward", appId: acme.app.id }];

/** A queue on the default branch whose groups and pull requests need the App's check. */
function guard(bypass: Parameters<Acme["github"]["world"]["repositories"]["ruleset"]>[1]["bypass"] = []): void {
  repositories().ruleset("acme/spec", { rules: [{ type: "required_status_checks", checks: required() }, { type: "merge_queue" }], bypass });
}

async function openPull(name: string, file = name) {
  const number = repositories().pullRequest("acme/spec", { by: "wren", title: name, branch: name, files: { [file]: `${name}\n` } });
  return (await acme.as("olga").rest.pulls.get({ ...acme.repo, pull_number: number })).data;
}

async function complete(head_sha: string, conclusion: "success" | "failure"): Promise<void> {
  await acme.asApp().rest.checks.create({ ...acme.repo, name: "Steward", head_sha, status: "completed", conclusion });
}

async function enqueue(pull: { readonly node_id: string }, by: Octokit = acme.as("olga")): Promise<string> {
  const { enqueuePullRequest } = await by.graphql<{ enqueuePullRequest: { mergeQueueEntry: { headCommit: { oid: string } } } }>(
    "mutation ($id: ID!) { enqueuePullRequest(input: { pullRequestId: $id }) { mergeQueueEntry { headCommit { oid } } } }",
    { id: pull.node_id },
  );
  return enqueuePullRequest.mergeQueueEntry.headCommit.oid;
}

async function groups(): Promise<readonly { action: string | undefined; head: string; reason: string | undefined }[]> {
  await acme.github.deliveries.settled();
  return acme.received
    .filter(({ event }) => event === "merge_group")
    .map(({ action, payload }) => {
      const { merge_group, reason }: { merge_group: { head_sha: string }; reason?: string } = JSON.parse(payload);
      return { action, head: merge_group.head_sha, reason };
    });
}

const isMerged = async (number: number) => (await acme.as("olga").rest.pulls.get({ ...acme.repo, pull_number: number })).data.merged;

describe("the merge queue", () => {
  it("asks for the checks of a group, and merges it once they pass", async () => {
    guard();
    const pull = await openPull("one");
    await complete(pull.head.sha, "success");

    const head = await enqueue(pull);
    expect(await isMerged(pull.number)).toBe(false);
    await complete(head, "success");

    expect(await isMerged(pull.number)).toBe(true);
    expect((await acme.as("olga").rest.git.getRef({ ...acme.repo, ref: "heads/main" })).data.object.sha).toBe(head);
    expect(await groups()).toEqual([
      { action: "checks_requested", head, reason: undefined },
      { action: "destroyed", head, reason: "merged" },
    ]);
  });

  it("takes nothing whose own checks have not passed", async () => {
    guard();
    const pull = await openPull("one");

    await expect(enqueue(pull)).rejects.toThrow('Required status check "Steward" is expected.');
  });

  it("lets nobody merge past it, but those whom the ruleset lets pass", async () => {
    guard([{ type: "OrganizationAdmin", id: null, mode: "always" }]);
    const pull = await openPull("one");
    await complete(pull.head.sha, "success");
    const merge = (login: string) => acme.as(login).rest.pulls.merge({ ...acme.repo, pull_number: pull.number });

    expect(await refusal(merge("wren"))).toMatchObject({ status: 405, message: expect.stringContaining("merge queue") });
    expect((await merge("olga")).data.merged).toBe(true);
  });

  it("drops a group that fails, and makes those behind it again without it", async () => {
    guard();
    const first = await openPull("one");
    const second = await openPull("two");
    for (const { head } of [first, second]) await complete(head.sha, "success");
    const failing = await enqueue(first);
    const behind = await enqueue(second);

    await complete(failing, "failure");

    expect((await groups()).map(({ action, head, reason }) => [action, head === failing, head === behind, reason])).toEqual([
      ["checks_requested", true, false, undefined],
      ["checks_requested", false, true, undefined],
      ["destroyed", true, false, "dequeued"],
      ["destroyed", false, true, "invalidated"],
      ["checks_requested", false, false, undefined],
    ]);
    const again = (await groups()).at(-1)?.head ?? "";
    await complete(again, "success");
    expect([await isMerged(first.number), await isMerged(second.number)]).toEqual([false, true]);
  });

  it("is for those who may write", async () => {
    guard();
    const pull = await openPull("one");
    await complete(pull.head.sha, "success");

    await expect(enqueue(pull, acme.as("sten"))).rejects.toThrow("does not have the correct permissions");
  });
});

describe("rules of branches", () => {
  it("show who may bypass them only to those who may change them", async () => {
    guard([{ type: "Integration", id: acme.app.id, mode: "always" }]);
    const [ruleset] = (await acme.as("sten").rest.repos.getRepoRulesets(acme.repo)).data;
    const one = { ...acme.repo, ruleset_id: ruleset?.id ?? 0 };

    expect((await acme.as("sten").rest.repos.getRepoRuleset(one)).data.bypass_actors).toBeUndefined();
    expect((await acme.as("olga").rest.repos.getRepoRuleset(one)).data.bypass_actors).toHaveLength(1);
  });

  it("bind a merge, and those of a disabled ruleset nobody", async () => {
    const rules = [{ type: "pull_request", approvals: 1 }] as const;
    const id = repositories().ruleset("acme/spec", { rules });
    const pull = await openPull("one");
    const merge = () => acme.as("wren").rest.pulls.merge({ ...acme.repo, pull_number: pull.number });
    expect((await refusal(merge())).message).toContain("1 approving review");

    repositories().removeRuleset("acme/spec", id);
    repositories().ruleset("acme/spec", { rules, enforcement: "disabled" });

    expect((await merge()).data.merged).toBe(true);
  });
});
