import { describe, expect, it } from "@jest/globals";
import { topicKey } from "../topic.ts";
import { topicOf } from "./topic-of.ts";
import { WebhookPayload } from "./webhook-payload.ts";

const self = { appId: 4242, login: "steward[bot]" };
const sha = "9ab3".repeat(10);
const person = { id: 7, login: "mira", type: "User" };
const steward = { id: 99, login: "steward[bot]", type: "Bot" };
const repository = { id: 12, name: "spec", owner: { login: "orbit" }, default_branch: "main" };
const pull = { pull_request: { number: 5 } };
const onPull = { issue: { number: 5, pull_request: { url: "https://…" } } };
const comment = (body: string) => ({ ...onPull, comment: { id: 900, body } });
const run = (appId: number) => ({ head_sha: sha, app: { id: appId } });

function keyOf(event: string, payload: object, by: object = person): string | null {
  const parsed = WebhookPayload.parse({ sender: by, installation: { id: 3 }, repository, ...payload });
  const topic = topicOf(event, parsed, self);
  return topic === null ? null : topicKey(topic);
}

describe("what a delivery asks to look at", () => {
  it.each<[string, string, object, string]>([
    ["any act on a pull request is about it", "pull_request", { action: "labeled", ...pull }, "repo/12/pull/5"],
    ["a review is about its pull request", "pull_request_review", { action: "submitted", ...pull }, "repo/12/pull/5"],
    [
      "what a person says is about its pull request",
      "issue_comment",
      { action: "created", ...comment("Fine.\n  /lgtm") },
      "repo/12/pull/5",
    ],
    ["a review that is edited or dismissed, too", "pull_request_review", { action: "dismissed", ...pull }, "repo/12/pull/5"],
    ["an assignment may be sponsorship", "pull_request", { action: "assigned", ...pull }, "repo/12/pull/5"],
    ["an edited comment may be Steward's own", "issue_comment", { action: "edited", ...comment("hello") }, "repo/12/pull/5"],
    ["a deleted comment may be Steward's own", "issue_comment", { action: "deleted", ...comment("hello") }, "repo/12/pull/5"],
    [
      "Steward's check asked for again is about its commit",
      "check_run",
      { action: "rerequested", check_run: run(4242) },
      `repo/12/head/${sha}`,
    ],
    ["all its checks asked for again, too", "check_suite", { action: "rerequested", check_suite: run(4242) }, `repo/12/head/${sha}`],
    [
      "a merge group is about its commit",
      "merge_group",
      { action: "checks_requested", merge_group: { head_sha: sha } },
      `repo/12/merge-group/${sha}`,
    ],
    ["a push to the default branch may change the rules", "push", { ref: "refs/heads/main" }, "repo/12/default-branch"],
    ["a label of the repository concerns everything open", "label", { action: "edited" }, "repo/12/all"],
    ["a renamed repository is looked at whole", "repository", { action: "renamed" }, "repo/12/all"],
    ["a new installation is learned from GitHub", "installation", { action: "created" }, "installations"],
    ["repositories added to one, too", "installation_repositories", { action: "added" }, "installations"],
  ])("%s", (_rule, event, payload, key) => {
    expect(keyOf(event, payload)).toBe(key);
  });

  it.each<[string, string, object]>([
    [
      "a comment on an issue is about no proposal",
      "issue_comment",
      { action: "edited", issue: { number: 5 }, comment: { id: 900, body: "x" } },
    ],
    ["a push to another branch is told by its pull request", "push", { ref: "refs/heads/main2" }],
    ["a tag is no branch", "push", { ref: "refs/tags/main" }],
    ["another App's check is its own affair", "check_run", { action: "rerequested", check_run: run(1) }],
    ["a check that was made needs no answer", "check_run", { action: "completed", check_run: run(4242) }],
    ["a merge group that ended needs no check", "merge_group", { action: "destroyed", merge_group: { head_sha: sha } }],
    ["a star is no news", "star", { action: "created" }],
    ["an event that names an object's own property is unknown", "constructor", {}],
    ["a ping is no news", "ping", {}],
  ])("%s", (_rule, event, payload) => {
    expect(keyOf(event, payload)).toBeNull();
  });

  it.each<[string, object]>([
    ["pull_request", { action: "labeled", ...pull }],
    ["pull_request", { action: "review_requested", ...pull }],
    ["issue_comment", { action: "edited", ...comment("hello") }],
    ["label", { action: "created" }],
  ])("Steward never answers itself: %s %j", (event, payload) => {
    expect(keyOf(event, payload, steward)).toBeNull();
    expect(keyOf(event, payload, { ...steward, type: "User" })).not.toBeNull();
    expect(keyOf(event, payload, { ...steward, login: "other[bot]" })).not.toBeNull();
  });

  it("what another App says never counts; what it does to a comment is heard", () => {
    const other = { id: 98, login: "other[bot]", type: "Bot" };

    expect(keyOf("issue_comment", { action: "created", ...comment("/lgtm") }, other)).toBeNull();
    expect(keyOf("issue_comment", { action: "deleted", ...comment("/lgtm") }, other)).toBe("repo/12/pull/5");
  });

  it("a pull request that Steward itself opened has a check like any other", () => {
    expect(keyOf("pull_request", { action: "opened", ...pull }, steward)).toBe("repo/12/pull/5");
    expect(keyOf("push", { ref: "refs/heads/main" }, steward)).toBe("repo/12/default-branch");
  });

  it("while its own login is unknown it looks once too often rather than not at all", () => {
    const payload = WebhookPayload.parse({ sender: steward, repository, action: "labeled", ...pull });

    expect(topicOf("pull_request", payload, { appId: 4242, login: null })).not.toBeNull();
  });
});
