import type { Annotation, CheckReport } from "../../../src/domain/check-report.ts";
import type { Effect } from "../../../src/domain/effect.ts";
import { GitHubFault } from "../../../src/ports/github.ts";
import { type Reply, type SentRequest, scriptedGitHub } from "../../support/scripted-octokit.ts";
import { headSha } from "../../support/snapshot.ts";

const repo = "/repos/acme/specification";
const note: Annotation = { path: "seps/0000-x.md", startLine: 3, endLine: 3, level: "failure", title: "no-sponsor", message: "Name one." };
const report = (count: number): CheckReport => ({
  name: "Steward",
  headSha,
  conclusion: "failure",
  title: "1 thing to fix",
  summary: "",
  annotations: Array.from({ length: count }, () => note),
  digest: "digest",
});

async function execute(effect: Effect, reply: (request: SentRequest) => Reply) {
  const { github, sent } = scriptedGitHub(reply);
  const executed = await github.execute(12, effect);
  return { executed, sent };
}

const written = { id: 5, updated_at: "2026-11-23T09:00:07Z" };
const whats = (sent: readonly SentRequest[]) => sent.map(({ what }) => what);

describe("an effect is one request", () => {
  it.each<[string, Effect, unknown, string]>([
    ["create-label", { kind: "create-label", label: { name: "SEP", color: "ededed", description: "d" } }, { id: 1 }, `POST ${repo}/labels`],
    ["add-labels", { kind: "add-labels", labels: ["SEP", "draft"] }, [{ name: "SEP" }], `POST ${repo}/issues/12/labels`],
    ["remove-label", { kind: "remove-label", label: "domain: a/b" }, [], `DELETE ${repo}/issues/12/labels/domain%3A%20a%2Fb`],
    ["create-comment", { kind: "create-comment", body: "x" }, written, `POST ${repo}/issues/12/comments`],
    ["update-comment", { kind: "update-comment", commentId: 5, body: "x" }, written, `PATCH ${repo}/issues/comments/5`],
    ["delete-comment", { kind: "delete-comment", commentId: 5 }, "", `DELETE ${repo}/issues/comments/5`],
    ["react", { kind: "react", commentId: 5 }, { id: 7 }, `POST ${repo}/issues/comments/5/reactions`],
    ["suggest-line", { kind: "suggest-line", headSha, path: "seps/1.md", line: 3, body: "x" }, { id: 8 }, `POST ${repo}/pulls/12/comments`],
    ["approve", { kind: "approve", headSha, body: "x" }, { id: 8 }, `POST ${repo}/pulls/12/reviews`],
    ["dismiss-approval", { kind: "dismiss-approval", reviewId: 8, message: "x" }, { id: 8 }, `PUT ${repo}/pulls/12/reviews/8/dismissals`],
    ["create-check", { kind: "create-check", report: report(50) }, { id: 9 }, `POST ${repo}/check-runs`],
  ])("%s", async (_name, effect, body, what) => {
    const { sent } = await execute(effect, () => ({ body }));

    expect(whats(sent)).toEqual([what]);
  });

  it("a new comment and a new check give their ids", async () => {
    const comment = await execute({ kind: "create-comment", body: "x" }, () => ({ body: written }));
    const check = await execute({ kind: "create-check", report: report(0) }, () => ({ body: { id: 9 } }));

    expect([comment.executed.id, check.executed.id]).toEqual([5, 9]);
  });
});

describe("what is done already counts as done", () => {
  it.each<[string, Effect, Reply]>([
    [
      "a label that exists",
      { kind: "create-label", label: { name: "SEP", color: "ededed", description: "" } },
      { status: 422, body: { message: "Validation Failed", errors: [{ resource: "Label", code: "already_exists", field: "name" }] } },
    ],
    ["a label that is off", { kind: "remove-label", label: "SEP" }, { status: 404, body: { message: "Label does not exist" } }],
    [
      "an approval that is dismissed",
      { kind: "dismiss-approval", reviewId: 8, message: "x" },
      { status: 422, body: { message: "Can not dismiss a commented pull request review" } },
    ],
    ["a reaction to what is gone", { kind: "react", commentId: 5 }, { status: 404, body: { message: "Not Found" } }],
    ["a comment that is gone", { kind: "delete-comment", commentId: 5 }, { status: 404, body: { message: "Not Found" } }],
  ])("%s", async (_name, effect, reply) => {
    await expect(execute(effect, () => reply)).resolves.toBeDefined();
  });

  it("a label that GitHub refuses for another reason is a fault", async () => {
    const effect: Effect = { kind: "create-label", label: { name: "x".repeat(60), color: "ededed", description: "" } };
    const errors = [{ resource: "Label", code: "invalid", field: "name" }];

    await expect(execute(effect, () => ({ status: 422, body: { message: "Validation Failed", errors } }))).rejects.toThrow(GitHubFault);
  });
});

describe("a check with many annotations", () => {
  it("is sent in parts of fifty, and carries its digest only with the last: half of it is not taken for the whole", async () => {
    const { sent } = await execute({ kind: "create-check", report: report(120) }, () => ({ body: { id: 9 } }));

    expect(whats(sent)).toEqual([`POST ${repo}/check-runs`, `PATCH ${repo}/check-runs/9`, `PATCH ${repo}/check-runs/9`]);
    expect(sent.map(({ body }) => body.external_id)).toEqual([undefined, undefined, "digest"]);
  });

  it("changed is a new run: an update would keep the old annotations", async () => {
    const { sent } = await execute({ kind: "update-check", checkId: 7, report: report(1) }, () => ({ body: { id: 9 } }));

    expect(whats(sent)).toEqual([`POST ${repo}/check-runs`]);
  });
});

describe("asking for reviews", () => {
  const path = `POST ${repo}/pulls/12/requested_reviewers`;
  const effect: Effect = { kind: "request-reviewers", users: ["noor", "Ravi"], teams: ["core"] };
  const answer = (users: readonly string[], teams: readonly string[]) => ({
    requested_reviewers: users.map((login) => ({ login })),
    requested_teams: teams.map((slug) => ({ slug })),
  });

  it("asks all at once", async () => {
    const { executed, sent } = await execute(effect, () => ({ body: answer(["noor", "ravi"], ["core"]) }));

    expect(sent).toHaveLength(1);
    expect(executed.refused).toEqual([]);
  });

  it("asks one by one when GitHub refuses the whole request, and names those who cannot be asked", async () => {
    const { executed, sent } = await execute(effect, ({ body }) => {
      const asked = [...textsOf(body.reviewers), ...textsOf(body.team_reviewers)];
      if (asked.includes("Ravi")) return { status: 422, body: { message: "Reviews may only be requested from collaborators." } };
      return { body: answer(textsOf(body.reviewers), textsOf(body.team_reviewers)) };
    });

    expect(whats(sent)).toEqual([path, path, path, path]);
    expect(executed.refused).toEqual(["Ravi"]);
    expect(executed.detail).toBe("asked noor, team/core; cannot be asked: Ravi");
  });

  it("does not ask a second time for the only one", async () => {
    const one: Effect = { kind: "request-reviewers", users: [], teams: ["core"] };
    const { executed, sent } = await execute(one, () => ({ status: 422, body: { message: "Could not add requested reviewers" } }));

    expect(sent).toHaveLength(1);
    expect(executed.refused).toEqual(["team/core"]);
  });

  it("names those whom GitHub leaves out in silence", async () => {
    const { executed } = await execute(effect, () => ({ body: answer(["noor"], ["core"]) }));

    expect(executed.refused).toEqual(["Ravi"]);
  });

  it("of a pull request that GitHub does not let be seen is a fault, and nobody is marked as refused", async () => {
    await expect(execute(effect, () => ({ status: 403, body: { message: "Resource not accessible by integration" } }))).rejects.toThrow(
      "403",
    );
  });
});

/** The texts of a list in a request's body. */
function textsOf(value: unknown): string[] {
  return Array.isArray(value) ? value.map(String) : [];
}

it("an answer that is cut off is a fault, although GitHub may have done it: the next pass looks", async () => {
  await expect(execute({ kind: "create-comment", body: "x" }, () => ({ body: "" }))).rejects.toThrow("to comment on #12");
});
