import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { type Acme, refusal, startAcme } from "./acme.ts";

let acme: Acme;
let number: number;
beforeEach(async () => {
  acme = await startAcme({ frozenAt: "2026-11-23T12:00:00Z" });
  number = acme.github.world.repositories.pullRequest("acme/spec", { by: "alice", title: "T", branch: "b", files: { f: "f" } });
  await acme.github.deliveries.settled();
  acme.received.length = 0;
});
afterEach(async () => {
  await acme.close();
  expect(acme.github.defects).toEqual([]);
});

const here = () => ({ ...acme.repo, issue_number: number });
const events = async () => {
  await acme.github.deliveries.settled();
  return acme.received.map(({ event, action, payload }) => [event, action, JSON.parse(payload).label?.name].filter(Boolean).join(" "));
};

describe("labels", () => {
  test("are one whatever their case, made when they are missing, and only changes are told", async () => {
    const app = acme.asApp().rest;
    await app.issues.addLabels({ ...here(), labels: ["SEP", "Bug"] });
    const { data } = await app.issues.addLabels({ ...here(), labels: ["sep", "question"] });

    expect(data.map(({ name, color }) => [name, color])).toEqual([
      ["SEP", "ededed"],
      ["bug", "d73a4a"],
      ["question", "d876e3"],
    ]);
    expect(await events()).toEqual([
      "label created SEP",
      "pull_request labeled SEP",
      "pull_request labeled bug",
      "pull_request labeled question",
    ]);
  });

  test("can be given as a bare list or as objects, too", async () => {
    const send = (data: unknown) => acme.asApp().request("POST /repos/{owner}/{repo}/issues/{issue_number}/labels", { ...here(), data });

    expect((await send(["bug"])).data.map(({ name }) => name)).toEqual(["bug"]);
    expect((await send({ labels: [{ name: "wontfix" }] })).data.map(({ name }) => name)).toEqual(["bug", "wontfix"]);
    expect(await refusal(send({ labels: "bug" }))).toMatchObject({ status: 422 });
  });

  test("cannot be made twice, wrongly coloured, or taken when absent", async () => {
    const app = acme.asApp().rest;
    const make = (label: object) => app.issues.createLabel({ ...acme.repo, name: "x", ...label });

    expect((await refusal(make({ name: "BUG" }))).message).toContain("already_exists");
    expect(await refusal(make({ color: "red" }))).toMatchObject({ status: 422 });
    expect(await refusal(make({ description: "d".repeat(101) }))).toMatchObject({ status: 422 });
    expect(await refusal(app.issues.removeLabel({ ...here(), name: "bug" }))).toEqual({ status: 404, message: "Label does not exist" });
  });

  test("follow a rename and leave with a deletion", async () => {
    const app = acme.asApp().rest;
    await app.issues.addLabels({ ...here(), labels: ["bug", "question"] });
    await app.issues.updateLabel({ ...acme.repo, name: "bug", new_name: "Defect" });
    await app.issues.deleteLabel({ ...acme.repo, name: "question" });

    expect((await app.issues.get(here())).data.labels).toMatchObject([{ name: "Defect" }]);
  });

  test("on an issue that is no pull request are told as the issue's", async () => {
    const issue = acme.github.world.repositories.issue("acme/spec", { by: "alice", title: "I" });
    await acme.asApp().rest.issues.addLabels({ ...acme.repo, issue_number: issue, labels: ["bug"] });

    expect(await events()).toEqual(["issues opened", "issues labeled bug"]);
  });
});

describe("comments", () => {
  test("end at 65,536 characters and are never empty", async () => {
    const write = (body: string) => acme.asApp().rest.issues.createComment({ ...here(), body });

    expect((await write("x".repeat(65_536))).status).toBe(201);
    expect((await refusal(write("x".repeat(65_537)))).message).toContain("unprocessable");
    expect(await refusal(write("   "))).toMatchObject({ status: 422 });
    expect(
      await refusal(acme.asApp().request("POST /repos/{owner}/{repo}/issues/{issue_number}/comments", { ...here(), data: {} } as never)),
    ).toMatchObject({ status: 422 });
  });

  test("tell an edit once, with the text before, and count", async () => {
    const app = acme.asApp().rest;
    const { data: comment } = await app.issues.createComment({ ...here(), body: "one" });
    acme.github.clock.advance("5m");
    await app.issues.updateComment({ ...acme.repo, comment_id: comment.id, body: "two" });
    await app.issues.updateComment({ ...acme.repo, comment_id: comment.id, body: "two" });
    await acme.github.deliveries.settled();

    const edited = acme.received.filter(({ action }) => action === "edited").map(({ payload }) => JSON.parse(payload));
    expect(edited).toMatchObject([
      { changes: { body: { from: "one" } }, comment: { body: "two", updated_at: "2026-11-23T12:05:00Z" }, issue: { comments: 1 } },
    ]);
  });

  test("are edited by their author and by writers", async () => {
    const { data: comment } = await acme.as("alice").rest.issues.createComment({ ...here(), body: "mine" });
    const edit = (login: string) => acme.as(login).rest.issues.updateComment({ ...acme.repo, comment_id: comment.id, body: login });

    expect((await edit("alice")).data.body).toBe("alice");
    expect((await edit("wren")).data.user?.login).toBe("alice");
    expect(await refusal(edit("sten"))).toMatchObject({ status: 403 });
  });

  test("take each reaction of a person once", async () => {
    const app = acme.asApp().rest;
    const { data: comment } = await app.issues.createComment({ ...here(), body: "x" });
    const react = () => app.reactions.createForIssueComment({ ...acme.repo, comment_id: comment.id, content: "eyes" });

    expect([(await react()).status, (await react()).status]).toEqual([201, 200]);
    expect((await app.issues.getComment({ ...acme.repo, comment_id: comment.id })).data.reactions).toMatchObject({
      eyes: 1,
      total_count: 1,
    });
  });
});

describe("issues", () => {
  test("drop labels and assignees of people who may not set them", async () => {
    const { data } = await acme.as("alice").rest.issues.create({ ...acme.repo, title: "I", labels: ["bug"], assignees: ["mira"] });
    expect([data.labels, data.assignees]).toEqual([[], []]);
  });

  test("are assigned to those who belong or spoke, ten at most, and to nobody else", async () => {
    const { accounts } = acme.github.world;
    const many = Array.from({ length: 12 }, (_, at) => `member-${at}`);
    for (const login of many) {
      accounts.user(login);
      accounts.member("acme", login);
    }
    const assign = (assignees: string[]) => acme.asApp().rest.issues.addAssignees({ ...here(), assignees });

    expect((await assign(["alice", "sten", "mira"])).data.assignees?.map(({ login }) => login)).toEqual(["alice", "mira"]);
    expect((await assign(many)).data.assignees).toHaveLength(10);
  });

  test("tell changes of title and text with what was before", async () => {
    await acme.as("alice").rest.pulls.update({ ...acme.repo, pull_number: number, title: "New", body: "Text" });
    await acme.github.deliveries.settled();

    expect(JSON.parse(acme.received[0]?.payload ?? "{}")).toMatchObject({
      action: "edited",
      changes: { title: { from: "T" }, body: { from: "" } },
    });
  });

  test("keep everything in the timeline in order, with who did it", async () => {
    const app = acme.asApp().rest;
    await app.issues.addLabels({ ...here(), labels: ["bug"] });
    await app.issues.createComment({ ...here(), body: "x" });
    await app.pulls.requestReviewers({ ...acme.repo, pull_number: number, reviewers: ["mira"] });
    await acme.as("mira").rest.pulls.createReview({ ...acme.repo, pull_number: number, event: "COMMENT", body: "Fine" });
    await app.issues.removeLabel({ ...here(), name: "bug" });
    await app.issues.addAssignees({ ...here(), assignees: ["mira"] });

    const { data } = await app.issues.listEventsForTimeline(here());

    expect(data.map((item) => item.event)).toEqual(["labeled", "commented", "review_requested", "reviewed", "unlabeled", "assigned"]);
    expect(data[0]).toMatchObject({ actor: { login: "steward[bot]" }, performed_via_github_app: { slug: "steward" } });
  });
});

describe("checks", () => {
  const create = (more: object) =>
    headOf().then((head_sha) => acme.asApp().rest.checks.create({ ...acme.repo, name: "Steward", head_sha, ...more }));
  const headOf = async () => (await acme.anonymous().rest.pulls.get({ ...acme.repo, pull_number: number })).data.head.sha;
  const annotation = { path: "f", start_line: 1, end_line: 1, annotation_level: "warning", message: "m" };

  test.each([
    ["more than 50 annotations", { output: { title: "t", summary: "s", annotations: Array(51).fill(annotation) } }],
    ["a summary over 65,535 characters", { output: { title: "t", summary: "s".repeat(65_536) } }],
    [
      "columns over several lines",
      { output: { title: "t", summary: "s", annotations: [{ ...annotation, end_line: 2, start_column: 1 }] } },
    ],
    ["completion without a conclusion", { status: "completed" }],
    ["a conclusion that only GitHub sets", { conclusion: "stale" }],
    ["an unknown commit", { head_sha: "0".repeat(40) }],
  ])("with %s are refused", async (_, more) => {
    expect(await refusal(create(more))).toMatchObject({ status: 422 });
  });

  test("add annotations to those there are, and complete with a conclusion", async () => {
    const { data: run } = await create({ status: "in_progress" });
    const update = (annotations: object[]) =>
      acme.asApp().rest.checks.update({
        ...acme.repo,
        check_run_id: run.id,
        output: { title: "t", summary: "s", annotations: annotations as never },
      });
    await update(Array(50).fill(annotation));
    await update(Array(2).fill(annotation));
    const { data: done } = await acme.asApp().rest.checks.update({ ...acme.repo, check_run_id: run.id, conclusion: "failure" });

    expect(done).toMatchObject({ status: "completed", conclusion: "failure", output: { annotations_count: 52 } });
    const { data: page } = await acme.asApp().rest.checks.listAnnotations({ ...acme.repo, check_run_id: run.id, per_page: 100 });
    expect(page).toHaveLength(52);
  });

  test("on commits of a fork name no pull request", async () => {
    expect((await create({ conclusion: "success" })).data.pull_requests).toEqual([]);
  });

  test("belong to the App that made them, and people make none", async () => {
    const { data: run } = await create({});
    const head_sha = await headOf();
    const { apps } = acme.github.world;
    apps.app({ slug: "other", owner: "acme", permissions: { checks: "write" }, events: [] });
    apps.install("other", "acme");
    const other = acme.as("olga").request.defaults({ headers: { authorization: `token ${apps.installationToken("other", "acme")}` } });

    expect(await refusal(acme.as("olga").rest.checks.create({ ...acme.repo, name: "x", head_sha }))).toMatchObject({ status: 403 });
    expect(
      await refusal(other("PATCH /repos/{owner}/{repo}/check-runs/{check_run_id}", { ...acme.repo, check_run_id: run.id } as never)),
    ).toMatchObject({ status: 403 });
  });

  test("a commit that reaches a second branch has its suite already", async () => {
    const sha = acme.github.world.repositories.commit("acme/spec", "one", { g: "g" }, { by: "wren" });
    await acme.as("wren").rest.git.createRef({ ...acme.repo, ref: "refs/heads/two", sha });

    const { data } = await acme.asApp().rest.checks.listSuitesForRef({ ...acme.repo, ref: sha });

    expect(data.total_count).toBe(1);
    await acme.github.deliveries.settled();
    const asked = acme.received
      .filter(({ event }) => event === "check_suite")
      .map(({ payload }) => JSON.parse(payload).check_suite.head_sha);
    expect(asked.filter((head) => head === sha)).toHaveLength(1);
  });

  test("a suite is asked for on every push to a fork's pull request, in the base repository", async () => {
    acme.github.world.repositories.commit("alice/spec", "b", { f: "g" }, { by: "alice" });
    const { data } = await acme.asApp().rest.checks.listSuitesForRef({ ...acme.repo, ref: await headOf() });

    expect(data.check_suites).toMatchObject([{ status: "queued", conclusion: null, head_branch: null, app: { slug: "steward" } }]);
    expect((await events()).filter((event) => event.startsWith("check_suite"))).toEqual(["check_suite requested"]);
  });
});
