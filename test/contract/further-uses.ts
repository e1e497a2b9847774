import type { Acme } from "../standin/acme.ts";

/** What the tour leaves out, because it ends something or is not REST. */
export async function furtherUses(acme: Acme): Promise<void> {
  const { repo } = acme;
  const olga = acme.as("olga");
  const { data: user } = await olga.rest.users.getByUsername({ username: "wren" });
  await olga.request("GET /user/{account_id}", { account_id: user.id });
  await acme.asJwt().rest.apps.listInstallations();
  await turnToDraftAndBack(acme);
  const { data: issue } = await olga.rest.issues.create({ ...repo, title: "Loud" });
  await olga.rest.issues.lock({ ...repo, issue_number: issue.number });
  await olga.rest.issues.unlock({ ...repo, issue_number: issue.number });
  await readAgain(acme);
  await olga.rest.repos.delete({ owner: "acme", repo: "vault" });
  acme.github.world.apps.uninstall("steward", "acme");
}

async function turnToDraftAndBack(acme: Acme): Promise<void> {
  const number = acme.github.world.repositories.pullRequest("acme/spec", { by: "wren", title: "Soon", branch: "soon", files: { s: "s" } });
  const wren = acme.as("wren");
  const { data: pull } = await wren.rest.pulls.get({ ...acme.repo, pull_number: number });
  for (const mutation of ["convertPullRequestToDraft", "markPullRequestReadyForReview"]) {
    await wren.graphql(`mutation ($id: ID!) { ${mutation}(input: { pullRequestId: $id }) { clientMutationId } }`, { id: pull.node_id });
  }
}

/** A read that changed nothing since: 304, which Octokit throws. */
async function readAgain({ repo, as }: Acme): Promise<void> {
  const first = await as("olga").rest.repos.get(repo);
  const again = as("olga").request("GET /repos/{owner}/{repo}", { ...repo, headers: { "if-none-match": first.headers.etag } });
  await again.catch(() => undefined);
}

/** Requests that GitHub refuses, by what is wrong with them. */
export function refusals(acme: Acme): readonly (readonly [string, number, () => Promise<unknown>])[] {
  const { repo } = acme;
  const olga = acme.as("olga").rest;
  const sten = acme.as("sten").rest;
  const app = acme.asApp().rest;
  const on = { ...repo, issue_number: acme.github.world.repositories.issue("acme/spec", { by: "noor", title: "Why?" }) };
  const file = { ...repo, path: "README.md", message: "m", content: "bQ==" };
  return [
    ["an unknown token", 401, () => acme.anonymous().request("GET /user", { headers: { authorization: "token none" } })],
    ["nobody who writes", 401, () => acme.anonymous().rest.issues.create({ ...repo, title: "t" })],
    ["a token for what the App itself may do", 401, () => olga.apps.getAuthenticated()],
    ["a permission that the App lacks", 403, () => app.repos.createOrUpdateFileContents(file)],
    ["a role that the person lacks", 403, () => sten.issues.addLabels({ ...on, labels: ["bug"] })],
    ["a repository that hides", 404, () => sten.repos.get({ owner: "acme", repo: "vault" })],
    ["an absent issue", 404, () => olga.issues.get({ ...repo, issue_number: 9_999 })],
    ["an absent label", 404, () => olga.issues.removeLabel({ ...on, name: "never" })],
    ["an absent path", 404, () => olga.repos.getContent({ ...repo, path: "never" })],
    ["a stale sha", 409, () => olga.repos.createOrUpdateFileContents({ ...file, sha: "0".repeat(40) })],
    ["a missing sha", 422, () => olga.repos.createOrUpdateFileContents(file)],
    ["a label that exists", 422, () => olga.issues.createLabel({ ...repo, name: "BUG", color: "ffffff" })],
    ["an issue without a title", 422, () => olga.issues.create({ ...repo, title: "" })],
    ["a comment too long", 422, () => olga.issues.createComment({ ...on, body: "x".repeat(65_537) })],
    ["a pull request from no branch", 422, () => olga.pulls.create({ ...repo, base: "main", head: "nowhere", title: "t" })],
    ["a ref that exists", 422, () => olga.git.createRef({ ...repo, ref: "refs/heads/main", sha: "0".repeat(40) })],
    ["a check on no commit", 422, () => app.checks.create({ ...repo, name: "c", head_sha: "0".repeat(40) })],
    ["no JSON", 400, () => acme.as("olga").request("POST /repos/acme/spec/labels", { data: "{" })],
  ];
}
