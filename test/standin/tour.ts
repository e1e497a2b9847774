import type { Acme } from "./acme.ts";

/** Uses every operation and sends every webhook at least once, as people and the App would, for whoever validates the answers. */
export async function tour(acme: Acme): Promise<void> {
  await readTheWorld(acme);
  const number = await openFromFork(acme);
  await converse(acme, number);
  await review(acme, number);
  await check(acme, number);
  await handleIssues(acme);
  await buildCommits(acme);
  await close(acme, number);
  await administer(acme);
  await acme.github.deliveries.settled();
  await inspectDeliveries(acme);
}

async function readTheWorld(acme: Acme): Promise<void> {
  const app = acme.asApp().rest;
  const jwt = acme.asJwt().rest;
  const { repo } = acme;
  await acme.anonymous().rest.repos.get(repo);
  await acme.as("olga").rest.repos.get({ owner: "acme", repo: "vault" });
  await app.repos.get(repo);
  await app.repos.listBranches(repo);
  await app.repos.listCommits(repo);
  await app.repos.listCommits({ ...repo, path: "seps/1.md" });
  await app.repos.getContent({ ...repo, path: "README.md" });
  await app.repos.getContent({ ...repo, path: "seps" });
  await app.repos.getContent({ ...repo, path: "" });
  await app.repos.getContent({ ...repo, path: "README.md", mediaType: { format: "raw" } });
  await app.repos.getCollaboratorPermissionLevel({ ...repo, username: "wren" });
  await app.repos.checkCollaborator({ ...repo, username: "noor" });
  await app.users.getByUsername({ username: "alice" });
  await acme.as("alice").rest.users.getAuthenticated();
  await app.rateLimit.get();
  await jwt.apps.getAuthenticated();
  await jwt.apps.getInstallation({ installation_id: acme.app.installation });
  await jwt.apps.getRepoInstallation(repo);
  await jwt.apps.getOrgInstallation({ org: "acme" });
  await jwt.apps.createInstallationAccessToken({
    installation_id: acme.app.installation,
    repositories: ["spec"],
    permissions: { issues: "read" },
  });
  await app.apps.listReposAccessibleToInstallation();
  const org = { org: "acme", team_slug: "maintainers" };
  await app.orgs.get({ org: "acme" });
  await app.orgs.listMembers({ org: "acme" });
  await app.orgs.checkMembershipForUser({ org: "acme", username: "noor" });
  await app.orgs.checkPublicMembershipForUser({ org: "acme", username: "noor" });
  await app.orgs.getMembershipForUser({ org: "acme", username: "noor" });
  await app.teams.list({ org: "acme" });
  await app.teams.getByName(org);
  await app.teams.listChildInOrg(org);
  await app.teams.listMembersInOrg(org);
  await app.teams.getMembershipForUserInOrg({ ...org, username: "wren" });
  await app.teams.listReposInOrg(org);
}

async function openFromFork(acme: Acme): Promise<number> {
  const alice = acme.as("alice").rest;
  const { repo } = acme;
  const { data: fork } = await alice.repos.createFork(repo);
  await alice.repos.listForks(repo);
  const own = { owner: fork.owner.login, repo: fork.name };
  await alice.repos.get(own);
  const { data: main } = await alice.git.getRef({ ...own, ref: "heads/main" });
  await alice.git.createRef({ ...own, ref: "refs/heads/three", sha: main.object.sha });
  await alice.git.listMatchingRefs({ ...own, ref: "heads/" });
  const added = await alice.repos.createOrUpdateFileContents({
    ...own,
    branch: "three",
    path: "seps/3.md",
    message: "Add the third",
    content: Buffer.from("third\n").toString("base64"),
  });
  const { data: pull } = await alice.pulls.create({
    ...repo,
    base: "main",
    head: "alice:three",
    title: "Third",
    body: "Please",
    draft: true,
  });
  const where = { ...repo, pull_number: pull.number };
  await alice.repos.createOrUpdateFileContents({
    ...own,
    branch: "three",
    path: "seps/3.md",
    message: "Say more",
    content: Buffer.from("third\nmore\n").toString("base64"),
    sha: added.data.content?.sha ?? "",
  });
  await alice.repos.deleteFile({
    ...own,
    branch: "three",
    path: "seps/2.md",
    message: "Drop the second",
    sha: await blobAt(acme, "seps/2.md"),
  });
  await alice.pulls.get(where);
  await alice.pulls.get(where);
  await alice.pulls.get({ ...where, mediaType: { format: "diff" } });
  await alice.pulls.list({ ...repo, head: "alice:three" });
  await alice.pulls.listFiles(where);
  await alice.pulls.listCommits(where);
  await alice.pulls.update({ ...where, title: "The third", body: "Pretty please" });
  await alice.repos.compareCommitsWithBasehead({ ...repo, basehead: "main...alice:three" });
  await acme.asApp().rest.repos.getCommit({ ...repo, ref: pull.head.sha });
  await acme.as("olga").rest.search.issuesAndPullRequests({ q: "is:pr is:open repo:acme/spec third" });
  return pull.number;
}

async function blobAt(acme: Acme, path: string): Promise<string> {
  const { data } = await acme.as("olga").rest.repos.getContent({ ...acme.repo, path });
  return Array.isArray(data) ? "" : data.sha;
}

async function converse(acme: Acme, number: number): Promise<void> {
  const app = acme.asApp().rest;
  const { repo } = acme;
  const where = { ...repo, issue_number: number };
  await app.issues.createLabel({ ...repo, name: "SEP", color: "0e8a16", description: "A proposal" });
  await app.issues.updateLabel({ ...repo, name: "sep", new_name: "SEP!", color: "0E8A17", description: "One proposal" });
  await app.issues.getLabel({ ...repo, name: "bug" });
  await app.issues.listLabelsForRepo(repo);
  await app.issues.addLabels({ ...where, labels: ["SEP!", "brand new"] });
  await app.issues.setLabels({ ...where, labels: ["SEP!"] });
  await app.issues.listLabelsOnIssue(where);
  await app.issues.removeLabel({ ...where, name: "sep!" });
  await app.issues.removeAllLabels(where);
  await app.issues.deleteLabel({ ...repo, name: "brand new" });
  const { data: comment } = await app.issues.createComment({ ...where, body: "Hello" });
  const one = { ...repo, comment_id: comment.id };
  await app.issues.getComment(one);
  await app.issues.updateComment({ ...one, body: "Hello there" });
  await app.reactions.createForIssueComment({ ...one, content: "eyes" });
  await app.reactions.createForIssueComment({ ...one, content: "eyes" });
  await app.reactions.listForIssueComment(one);
  await app.issues.listComments(where);
  await app.issues.listCommentsForRepo(repo);
  await acme.as("alice").rest.issues.createComment({ ...where, body: "Thanks" });
  await app.issues.deleteComment(one);
  await app.issues.addAssignees({ ...where, assignees: ["mira", "wren"] });
  await app.issues.removeAssignees({ ...where, assignees: ["wren"] });
  await app.issues.lock({ ...where, lock_reason: "resolved" });
  await app.issues.unlock(where);
}

async function review(acme: Acme, number: number): Promise<void> {
  const app = acme.asApp().rest;
  const where = { ...acme.repo, pull_number: number };
  await app.pulls.requestReviewers({ ...where, reviewers: ["mira", "wren"], team_reviewers: ["events-wg"] });
  await app.pulls.listRequestedReviewers(where);
  await app.pulls.list(acme.repo);
  await app.pulls.get(where);
  await app.pulls.removeRequestedReviewers({ ...where, reviewers: ["mira"], team_reviewers: ["events-wg"] });
  const wren = acme.as("wren").rest;
  const { data: pending } = await wren.pulls.createReview(where);
  await wren.pulls.submitReview({ ...where, review_id: pending.id, event: "REQUEST_CHANGES", body: "Not yet" });
  const { data: approval } = await wren.pulls.createReview({ ...where, event: "APPROVE", body: "Good" });
  await acme.as("sten").rest.pulls.createReview({ ...where, event: "COMMENT", body: "Nice" });
  await app.pulls.getReview({ ...where, review_id: approval.id });
  await app.pulls.listReviews(where);
  await wren.pulls.updateReview({ ...where, review_id: approval.id, body: "Very good" });
  await discussLines(acme, number);
  await app.pulls.dismissReview({ ...where, review_id: approval.id, message: "The text moved" });
  await app.issues.listEventsForTimeline({ ...acme.repo, issue_number: number, per_page: 100 });
}

async function discussLines(acme: Acme, number: number): Promise<void> {
  const app = acme.asApp().rest;
  const where = { ...acme.repo, pull_number: number };
  const { data: pull } = await app.pulls.get(where);
  const { data: comment } = await app.pulls.createReviewComment({
    ...where,
    commit_id: pull.head.sha,
    path: "seps/3.md",
    line: 2,
    side: "RIGHT",
    body: "```suggestion\nless\n```",
  });
  const one = { ...acme.repo, comment_id: comment.id };
  await app.pulls.getReviewComment(one);
  await app.pulls.listReviewComments(where);
  const alice = acme.as("alice").rest;
  await alice.pulls.createReplyForReviewComment({ ...where, comment_id: comment.id, body: "No" });
  await app.pulls.updateReviewComment({ ...one, body: "Never mind" });
  await app.pulls.deleteReviewComment(one);
}

async function check(acme: Acme, number: number): Promise<void> {
  const app = acme.asApp().rest;
  const { repo } = acme;
  const { data: pull } = await app.pulls.get({ ...repo, pull_number: number });
  const annotations = [
    { path: "seps/3.md", start_line: 1, end_line: 1, annotation_level: "warning" as const, message: "Hm", title: "Look" },
  ];
  const { data: run } = await app.checks.create({ ...repo, name: "Steward", head_sha: pull.head.sha, external_id: "x" });
  const one = { ...repo, check_run_id: run.id };
  await app.checks.update({ ...one, status: "in_progress" });
  await app.checks.update({ ...one, conclusion: "action_required", output: { title: "Look", summary: "One thing", annotations } });
  await app.checks.get(one);
  await app.checks.listAnnotations(one);
  await app.checks.listForRef({ ...repo, ref: pull.head.sha });
  const { data: suites } = await app.checks.listSuitesForRef({ ...repo, ref: pull.head.sha });
  const suite = { ...repo, check_suite_id: suites.check_suites[0]?.id ?? 0 };
  await app.checks.getSuite(suite);
  await app.checks.listForSuite(suite);
  await acme.as("olga").rest.checks.rerequestRun(one);
  await acme.as("olga").rest.checks.rerequestSuite(suite);
  await acme.as("olga").rest.repos.createCommitStatus({ ...repo, sha: pull.head.sha, state: "success", context: "ci" });
  await acme.as("olga").rest.repos.getCombinedStatusForRef({ ...repo, ref: pull.head.sha });
}

async function handleIssues(acme: Acme): Promise<void> {
  const { repo } = acme;
  const olga = acme.as("olga").rest;
  const { data: issue } = await olga.issues.create({ ...repo, title: "Question", body: "Why?", labels: ["question"], assignees: ["mira"] });
  const where = { ...repo, issue_number: issue.number };
  await olga.issues.get(where);
  await olga.issues.update({ ...where, title: "A question", labels: ["bug"], assignees: ["noor"] });
  await olga.issues.createComment({ ...where, body: "Because" });
  await olga.issues.update({ ...where, state: "closed", state_reason: "not_planned" });
  await olga.issues.update({ ...where, state: "open" });
  await olga.issues.lock(where);
  await olga.issues.listEventsForTimeline(where);
  await olga.issues.listForRepo({ ...repo, state: "all", labels: "bug" });
  await acme.as("alice").rest.issues.listForRepo(repo);
  await olga.search.issuesAndPullRequests({ q: "is:issue repo:acme/spec" });
}

async function buildCommits(acme: Acme): Promise<void> {
  const { repo } = acme;
  const wren = acme.as("wren").rest;
  const { data: main } = await wren.git.getRef({ ...repo, ref: "heads/main" });
  const { data: commit } = await wren.git.getCommit({ ...repo, commit_sha: main.object.sha });
  const { data: blob } = await wren.git.createBlob({ ...repo, content: "made\n" });
  await wren.git.getBlob({ ...repo, file_sha: blob.sha });
  const { data: tree } = await wren.git.createTree({
    ...repo,
    base_tree: commit.tree.sha,
    tree: [
      { path: "made.md", mode: "100644", type: "blob", sha: blob.sha },
      { path: "link", mode: "120000", type: "blob", content: "README.md" },
      { path: "module", mode: "160000", type: "commit", sha: main.object.sha },
    ],
  });
  await wren.git.getTree({ ...repo, tree_sha: tree.sha, recursive: "1" });
  const { data: made } = await wren.git.createCommit({ ...repo, message: "Make", tree: tree.sha, parents: [main.object.sha] });
  await wren.git.createRef({ ...repo, ref: "refs/heads/made", sha: main.object.sha });
  await wren.git.updateRef({ ...repo, ref: "heads/made", sha: made.sha });
  await wren.repos.getContent({ ...repo, ref: "made", path: "link" });
  await wren.repos.getContent({ ...repo, ref: "made", path: "module" });
  await wren.repos.getContent({ ...repo, ref: "made", path: "" });
  const { data: pull } = await wren.pulls.create({ ...repo, base: "main", head: "made", title: "Made" });
  await wren.checks.listSuitesForRef({ ...repo, ref: made.sha });
  await acme.asApp().rest.checks.create({ ...repo, name: "Steward", head_sha: made.sha, status: "completed", conclusion: "success" });
  await wren.pulls.merge({ ...repo, pull_number: pull.number, merge_method: "squash" });
  await wren.pulls.checkIfMerged({ ...repo, pull_number: pull.number });
  await wren.git.deleteRef({ ...repo, ref: "heads/made" });
}

async function close(acme: Acme, number: number): Promise<void> {
  const { repo } = acme;
  const alice = acme.as("alice").rest;
  await alice.pulls.update({ ...repo, pull_number: number, state: "closed" });
  await alice.pulls.update({ ...repo, pull_number: number, state: "open" });
  await alice.repos.delete({ owner: "alice", repo: "spec" });
  await alice.pulls.get({ ...repo, pull_number: number });
}

async function administer(acme: Acme): Promise<void> {
  const { accounts, apps, repositories } = acme.github.world;
  const olga = acme.as("olga").rest;
  await olga.repos.createInOrg({ org: "acme", name: "notes", auto_init: true });
  await acme.as("alice").rest.repos.createForAuthenticatedUser({ name: "diary", auto_init: true });
  accounts.team("acme", "Fresh", { members: ["sten"], repositories: { "acme/notes": "read" } });
  accounts.removeTeamMember("acme/fresh", "sten");
  accounts.removeMember("acme", "sten");
  repositories.collaborator("acme/spec", "sten", "triage");
  repositories.collaborator("acme/spec", "sten", null);
  const queued = repositories.pullRequest("acme/spec", { by: "wren", title: "Queue me", branch: "queue", files: { "q.md": "q\n" } });
  repositories.mergeGroup("acme/spec", queued);
  await guard(acme);
  apps.suspend("steward", "acme");
  apps.suspend("steward", "acme", false);
}

/** Branch rules, and a pull request that goes through the merge queue. */
async function guard(acme: Acme): Promise<void> {
  const { repo, app } = acme;
  const { repositories } = acme.github.world;
  const olga = acme.as("olga");
  const main = { ...repo, branch: "main" };
  await olga.rest.repos.getBranch(main);
  const requiredChecks = [{ name: "Steward", appId: app.id }];
  repositories.protect("acme/spec", "main", { requiredChecks });
  await olga.rest.repos.getBranch(main);
  await olga.rest.repos.getBranchProtection(main);
  const ruleset_id = repositories.ruleset("acme/spec", {
    rules: [{ type: "required_status_checks", checks: requiredChecks }, { type: "pull_request", approvals: 0 }, { type: "merge_queue" }],
    bypass: [{ type: "RepositoryRole", id: 5, mode: "always" }],
  });
  await olga.rest.repos.getRepoRulesets(repo);
  await olga.rest.repos.getRepoRuleset({ ...repo, ruleset_id });
  await olga.rest.repos.getBranchRules(main);
  const number = repositories.pullRequest("acme/spec", { by: "wren", title: "In turn", branch: "turn", files: { "t.md": "t\n" } });
  const { data: pull } = await olga.rest.pulls.get({ ...repo, pull_number: number });
  const passed = { ...repo, name: "Steward", status: "completed", conclusion: "success" } as const;
  await acme.asApp().rest.checks.create({ ...passed, head_sha: pull.head.sha });
  const enqueue = () =>
    olga.graphql<{ enqueuePullRequest: { mergeQueueEntry: { headCommit: { oid: string } } } }>(
      "mutation ($id: ID!) { enqueuePullRequest(input: { pullRequestId: $id }) { mergeQueueEntry { position headCommit { oid } } } }",
      { id: pull.node_id },
    );
  await enqueue();
  await olga.graphql("mutation ($id: ID!) { dequeuePullRequest(input: { id: $id }) { clientMutationId } }", { id: pull.node_id });
  const { enqueuePullRequest } = await enqueue();
  await acme.asApp().rest.checks.create({ ...passed, head_sha: enqueuePullRequest.mergeQueueEntry.headCommit.oid });
}

async function inspectDeliveries(acme: Acme): Promise<void> {
  const jwt = acme.asJwt().rest;
  await jwt.apps.getWebhookConfigForApp();
  const { data: deliveries } = await jwt.apps.listWebhookDeliveries({ per_page: 5 });
  const first = deliveries[0];
  if (!first) throw new Error("No delivery was listed.");
  await jwt.apps.getWebhookDelivery({ delivery_id: first.id });
  await jwt.apps.redeliverWebhookDelivery({ delivery_id: first.id });
}
