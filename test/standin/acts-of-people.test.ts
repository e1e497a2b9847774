import { type Acme, refusal, startAcme } from "./acme.ts";

let acme: Acme;
let number: number;

beforeEach(async () => {
  acme = await startAcme();
  number = acme.github.world.repositories.pullRequest("acme/spec", {
    by: "alice",
    title: "Third",
    branch: "third",
    files: { "seps/3.md": "one\ntwo\n", "seps/1.md": "one\ntwo\nthree\n4\nfive\nsix\nseven\n" },
  });
});

afterEach(async () => {
  expect(acme.github.defects).toEqual([]);
  await acme.close();
});

const onPull = () => ({ ...acme.repo, pull_number: number });
const onIssue = () => ({ ...acme.repo, issue_number: number });

async function heard(event: string): Promise<readonly (string | undefined)[]> {
  await acme.github.deliveries.settled();
  return acme.received.filter((each) => each.event === event).map(({ action }) => action);
}

describe("a token of an App that acts as a person", () => {
  it("writes as the person, and shows the App beside", async () => {
    const { apps } = acme.github.world;
    apps.app({ slug: "helper", owner: "olga", permissions: {}, events: [] });
    const through = acme.withToken(apps.userToken("helper", "noor"));

    const { data: comment } = await through.rest.issues.createComment({ ...onIssue(), body: "/lgtm" });
    await acme.github.deliveries.settled();

    expect([comment.user?.login, comment.performed_via_github_app?.slug]).toEqual(["noor", "helper"]);
    const sent: { comment: { performed_via_github_app: { slug: string } }; sender: { type: string } } = JSON.parse(
      acme.received.at(-1)?.payload ?? "{}",
    );
    expect([sent.comment.performed_via_github_app.slug, sent.sender.type]).toEqual(["helper", "User"]);
  });
});

describe("a deleted comment", () => {
  it("leaves a line that names who deleted whose", async () => {
    const { data: comment } = await acme.as("noor").rest.issues.createComment({ ...onIssue(), body: "Hm" });
    await acme.as("olga").rest.issues.deleteComment({ ...acme.repo, comment_id: comment.id });

    const { repository } = await acme.as("olga").graphql<{ repository: { pullRequest: { timelineItems: { nodes: unknown[] } } } }>(
      `query ($number: Int!) { repository(owner: "acme", name: "spec") { pullRequest(number: $number) {
        timelineItems(first: 9, itemTypes: [COMMENT_DELETED_EVENT]) {
          nodes { ... on CommentDeletedEvent { actor { login } deletedCommentAuthor { login } } }
        } } } }`,
      { number },
    );

    expect(repository.pullRequest.timelineItems.nodes).toEqual([{ actor: { login: "olga" }, deletedCommentAuthor: { login: "noor" } }]);
  });
});

describe("reviews", () => {
  it("of one's own pull request neither approve nor ask for changes", async () => {
    for (const event of ["APPROVE", "REQUEST_CHANGES"] as const) {
      expect((await refusal(acme.as("alice").rest.pulls.createReview({ ...onPull(), event, body: "Mine" }))).status).toBe(422);
    }
  });

  it("are edited by their authors only, which keeps the verdict and tells of it", async () => {
    const { data: review } = await acme.as("wren").rest.pulls.createReview({ ...onPull(), event: "APPROVE", body: "Good" });
    const edit = (login: string) => acme.as(login).rest.pulls.updateReview({ ...onPull(), review_id: review.id, body: "Very good" });

    expect((await refusal(edit("noor"))).status).toBe(403);
    expect((await edit("wren")).data.state).toBe("APPROVED");
    expect(await heard("pull_request_review")).toEqual(["submitted", "edited"]);
  });
});

describe("comments on lines", () => {
  const comment = async (login: string, path: string, line: number) => {
    const { data: pull } = await acme.as("olga").rest.pulls.get(onPull());
    return acme.as(login).rest.pulls.createReviewComment({ ...onPull(), commit_id: pull.head.sha, path, line, side: "RIGHT", body: "x" });
  };

  it("stand on lines that the difference shows, and on no others", async () => {
    expect((await comment("noor", "seps/1.md", 4)).data.line).toBe(4);
    for (const [path, line] of [
      ["seps/3.md", 3],
      ["seps/2.md", 1],
      ["never", 1],
    ] as const) {
      expect((await refusal(comment("noor", path, line))).status).toBe(422);
    }
  });

  it("bring a review of their own, without a text", async () => {
    await comment("noor", "seps/3.md", 1);

    const { data: reviews } = await acme.as("olga").rest.pulls.listReviews(onPull());

    expect(reviews.map(({ user, state, body }) => [user?.login, state, body])).toEqual([["noor", "COMMENTED", ""]]);
  });

  it("are outdated once the file has changed", async () => {
    const { data: made } = await comment("noor", "seps/3.md", 2);
    acme.github.world.repositories.commit("alice/spec", "third", { "seps/3.md": "one\n2\n" }, { by: "alice" });

    const { repository } = await acme.as("olga").graphql<{ repository: { pullRequest: { reviewThreads: { nodes: unknown[] } } } }>(
      `query ($number: Int!) { repository(owner: "acme", name: "spec") { pullRequest(number: $number) {
        reviewThreads(first: 9) { nodes { isOutdated line originalLine comments(first: 1) { nodes { fullDatabaseId } } } } } } }`,
      { number },
    );

    expect(repository.pullRequest.reviewThreads.nodes).toEqual([
      { isOutdated: true, line: null, originalLine: 2, comments: { nodes: [{ fullDatabaseId: String(made.id) }] } },
    ]);
  });
});
