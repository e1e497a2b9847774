import { createSign, generateKeyPairSync } from "node:crypto";
import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { type Acme, refusal, startAcme } from "./acme.ts";

let acme: Acme;
beforeEach(async () => {
  acme = await startAcme({ frozenAt: "2026-11-23T12:00:00Z" });
});
afterEach(async () => {
  await acme.close();
  expect(acme.github.defects).toEqual([]);
});

const seconds = () => acme.github.clock.milliseconds() / 1_000;

function jwt(claims: object, key = acme.app.privateKey, algorithm = "RS256"): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");
  const unsigned = `${part({ alg: algorithm, typ: "JWT" })}.${part(claims)}`;
  return `${unsigned}.${createSign("RSA-SHA256").update(unsigned).sign(key, "base64url")}`;
}

const whoAmI = (token: string) => acme.anonymous().request("GET /app", { headers: { authorization: `bearer ${token}` } });

describe("an App's own token", () => {
  test("is taken when its key signed it and its times are right, by number or client id", async () => {
    const claims = { iat: seconds() - 30, exp: seconds() + 500, iss: acme.app.id };

    const { data: app } = await whoAmI(jwt(claims));

    expect(app).toMatchObject({ id: acme.app.id, slug: "steward" });
    expect((await whoAmI(jwt({ ...claims, iss: app?.client_id }))).status).toBe(200);
  });

  test.each([
    [
      "expired",
      () => jwt({ iat: seconds() - 700, exp: seconds() - 1, iss: acme.app.id }),
      401,
      "must be a numeric value representing the future time",
    ],
    ["valid for too long", () => jwt({ iat: seconds(), exp: seconds() + 3_600, iss: acme.app.id }), 401, "is too far in the future"],
    ["issued in the future", () => jwt({ iat: seconds() + 300, exp: seconds() + 500, iss: acme.app.id }), 401, "'Issued at' claim ('iat')"],
    ["of an unknown App", () => jwt({ iat: seconds(), exp: seconds() + 500, iss: 5 }), 404, "Integration not found"],
    ["of another key", () => jwt({ iat: seconds(), exp: seconds() + 500, iss: acme.app.id }, otherKey()), 401, "could not be decoded"],
    [
      "of another algorithm",
      () => jwt({ iat: seconds(), exp: seconds() + 500, iss: acme.app.id }, acme.app.privateKey, "none"),
      401,
      "could not be decoded",
    ],
    ["of no sense", () => "a.b.c", 401, "could not be decoded"],
  ])("is refused when %s", async (_, make, status, message) => {
    const refused = await refusal(whoAmI(make()));

    expect(refused.status).toBe(status);
    expect(refused.message).toContain(message);
  });

  test("opens only what belongs to the App itself", async () => {
    const own = acme.withToken(jwt({ iat: seconds(), exp: seconds() + 500, iss: acme.app.id }));

    expect(await refusal(own.rest.issues.listForRepo(acme.repo))).toMatchObject({ status: 403 });
    expect(await refusal(acme.as("olga").rest.apps.getAuthenticated())).toMatchObject({ status: 401 });
  });
});

function otherKey(): string {
  return generateKeyPairSync("rsa", {
    modulusLength: 2048,
    publicKeyEncoding: { type: "spki", format: "pem" },
    privateKeyEncoding: { type: "pkcs8", format: "pem" },
  }).privateKey;
}

describe("an installation token", () => {
  test("lives for an hour of the stand-in's time", async () => {
    const token = acme.github.world.apps.installationToken("steward", "acme");
    const client = acme.withToken(token);

    await client.rest.issues.listForRepo(acme.repo);
    acme.github.clock.advance("61m");

    expect(await refusal(client.rest.issues.listForRepo(acme.repo))).toEqual({ status: 401, message: "Bad credentials" });
  });

  test("may narrow what the installation has, and never widen it", async () => {
    const ask = (permissions: object) =>
      acme.asJwt().rest.apps.createInstallationAccessToken({ installation_id: acme.app.installation, permissions });
    const { data } = await ask({ issues: "read" });
    const narrow = acme.withToken(data.token);

    expect(await refusal(ask({ contents: "write" }))).toMatchObject({ status: 422 });
    expect(await refusal(narrow.rest.issues.createLabel({ ...acme.repo, name: "x" }))).toMatchObject({ status: 403 });
    expect((await narrow.rest.issues.listLabelsForRepo(acme.repo)).status).toBe(200);
  });

  test("ends with a suspension, and none is given meanwhile", async () => {
    const token = acme.github.world.apps.installationToken("steward", "acme");
    acme.github.world.apps.suspend("steward", "acme");

    expect(await refusal(acme.withToken(token).rest.repos.get(acme.repo))).toMatchObject({ status: 403 });
    expect(await refusal(acme.asApp().rest.repos.get(acme.repo))).toEqual({ status: 403, message: "This installation has been suspended" });
  });
});

describe("an installation", () => {
  const refusals: readonly (readonly [string, (acme: Acme) => Promise<unknown>, number])[] = [
    ["write content", ({ asApp, repo }) => asApp().rest.git.createBlob({ ...repo, content: "x" }), 403],
    ["merge", ({ asApp, repo }) => asApp().rest.pulls.merge({ ...repo, pull_number: 1 }), 403],
    ["set a status", ({ asApp, repo }) => asApp().rest.repos.createCommitStatus({ ...repo, sha: "0".repeat(40), state: "success" }), 403],
    [
      "act in a repository where it is not installed",
      ({ asApp }) => asApp().rest.issues.create({ owner: "alice", repo: "diary", title: "x" }),
      403,
    ],
    ["see a private one there", ({ asApp }) => asApp().rest.repos.get({ owner: "alice", repo: "secret" }), 404],
    ["read teams of another organisation", ({ asApp }) => asApp().rest.teams.list({ org: "other" }), 403],
  ];
  test.each(refusals)("without the permission cannot %s", async (_, attempt, status) => {
    const { accounts, repositories } = acme.github.world;
    repositories.repository("alice/diary");
    repositories.repository("alice/secret", { private: true });
    accounts.organization("other");

    const refused = await refusal(attempt(acme));

    expect(refused).toEqual({ status, message: status === 404 ? "Not Found" : "Resource not accessible by integration" });
  });

  test("with pull requests only labels those, but makes no labels and leaves issues alone", async () => {
    const { apps, repositories } = acme.github.world;
    apps.setPermissions("steward", "acme", { pull_requests: "write", metadata: "read" });
    const pull = repositories.pullRequest("acme/spec", { by: "alice", title: "T", branch: "b", files: { f: "f" } });
    const issue = repositories.issue("acme/spec", { by: "alice", title: "I" });
    const label = (issue_number: number, name: string) =>
      acme.asApp().rest.issues.addLabels({ ...acme.repo, issue_number, labels: [name] });

    expect((await label(pull, "BUG")).data.map(({ name }) => name)).toEqual(["bug"]);
    expect(await refusal(label(pull, "fresh"))).toMatchObject({ status: 403 });
    expect(await refusal(label(issue, "bug"))).toMatchObject({ status: 403 });
  });

  test("acts as its App's bot, and what it wrote names the App", async () => {
    const number = acme.github.world.repositories.issue("acme/spec", { by: "alice", title: "I" });

    const { data: comment } = await acme.asApp().rest.issues.createComment({ ...acme.repo, issue_number: number, body: "Hello" });
    await acme.github.deliveries.settled();

    const hook = JSON.parse(acme.received.find(({ event }) => event === "issue_comment")?.payload ?? "{}");
    expect(comment).toMatchObject({
      user: { login: "steward[bot]", type: "Bot" },
      performed_via_github_app: { slug: "steward" },
      author_association: "NONE",
    });
    expect(hook).toMatchObject({ sender: { login: "steward[bot]", type: "Bot" }, installation: { id: acme.app.installation } });
  });
});

describe("people", () => {
  test.each([
    ["olga", "admin", "admin"],
    ["wren", "write", "write"],
    ["mira", "read", "triage"],
    ["noor", "read", "read"],
    ["alice", "read", "read"],
  ])("%s has the permission %s and the role %s, teams above included", async (username, permission, role) => {
    const { data } = await acme.as("olga").rest.repos.getCollaboratorPermissionLevel({ ...acme.repo, username });
    expect([data.permission, data.role_name]).toEqual([permission, role]);
  });

  test("see private repositories only as members", async () => {
    const vault = { owner: "acme", repo: "vault" };

    expect((await acme.as("noor").rest.repos.get(vault)).data.private).toBe(true);
    expect(await refusal(acme.as("alice").rest.repos.get(vault))).toEqual({ status: 404, message: "Not Found" });
    expect(await refusal(acme.anonymous().rest.repos.get(vault))).toMatchObject({ status: 404 });
  });

  test("need the role that GitHub asks for", async () => {
    const { repo } = acme;
    const number = acme.github.world.repositories.issue("acme/spec", { by: "alice", title: "I" });
    const label = (login: string) => acme.as(login).rest.issues.addLabels({ ...repo, issue_number: number, labels: ["bug"] });

    expect((await label("mira")).status).toBe(200);
    expect(await refusal(label("alice"))).toEqual({ status: 403, message: "Must have admin rights to Repository." });
    expect(await refusal(acme.as("mira").rest.issues.createLabel({ ...repo, name: "x" }))).toMatchObject({ status: 404 });
    expect(await refusal(acme.as("mira").rest.git.createBlob({ ...repo, content: "x" }))).toMatchObject({ status: 404 });
    expect(await refusal(acme.anonymous().rest.issues.createComment({ ...repo, issue_number: number, body: "x" }))).toMatchObject({
      status: 401,
    });
    expect(await refusal(acme.withToken("ghp_unknown").rest.repos.get(repo))).toEqual({
      status: 401,
      message: "Bad credentials",
    });
  });

  test("on a locked issue only writers speak", async () => {
    const number = acme.github.world.repositories.issue("acme/spec", { by: "alice", title: "I" });
    await acme.asApp().rest.issues.lock({ ...acme.repo, issue_number: number });
    const comment = (login: string) => acme.as(login).rest.issues.createComment({ ...acme.repo, issue_number: number, body: "x" });

    expect((await comment("wren")).status).toBe(201);
    expect(await refusal(comment("alice"))).toMatchObject({ status: 403 });
  });

  test("their names in what they wrote follow a rename and a deletion", async () => {
    const { accounts, repositories } = acme.github.world;
    const number = repositories.issue("acme/spec", { by: "alice", title: "I" });
    const author = async () => (await acme.anonymous().rest.issues.get({ ...acme.repo, issue_number: number })).data.user;
    const before = await author();
    accounts.renameUser("alice", "alicia");
    const renamed = await author();
    accounts.deleteUser("alicia");

    expect([renamed?.login, renamed?.id]).toEqual(["alicia", before?.id]);
    expect((await author())?.login).toBe("ghost");
  });
});

describe("teams", () => {
  test("count the members of teams below them, and secret ones hide from outsiders", async () => {
    acme.github.world.accounts.team("acme", "Hidden", { privacy: "secret", members: ["wren"] });
    const app = acme.asApp().rest;

    const { data: members } = await app.teams.listMembersInOrg({ org: "acme", team_slug: "maintainers" });
    const { data: seen } = await acme.as("noor").rest.teams.list({ org: "acme" });

    expect(members.map(({ login }) => login)).toEqual(["wren"]);
    expect((await app.teams.getMembershipForUserInOrg({ org: "acme", team_slug: "maintainers", username: "wren" })).data.state).toBe(
      "active",
    );
    expect(await refusal(app.teams.getMembershipForUserInOrg({ org: "acme", team_slug: "maintainers", username: "mira" }))).toMatchObject({
      status: 404,
    });
    expect(seen.map(({ slug }) => slug)).toEqual(["maintainers", "core", "events-wg"]);
    expect(await refusal(acme.as("alice").rest.teams.list({ org: "acme" }))).toMatchObject({ status: 403 });
  });
});
