import { PassIncomplete } from "../../src/reconcile/index.ts";
import type { Files } from "../../src/standin/index.ts";
import { smallConstitution } from "../support/constitution.ts";
import { proposalText } from "../support/proposal-text.ts";
import { fullName, type StandinSetup, standinSetup } from "../support/standin-setup.ts";

const file = "seps/0000-outlook-notes.md";
const specification =
  "The `forecasts/list` result gains an optional `note`. A server MAY set it. A client SHOULD show the note of a forecast.";
const text = proposalText({ title: "Notes for forecasts", specification });

let setup: StandinSetup;

beforeEach(async () => {
  setup = await standinSetup();
});

afterEach(async () => {
  expect(setup.standin.defects).toEqual([]);
  await setup.close();
});

const issue = (number: number) => ({ ...setup.repository, issue_number: number });

async function labelsOf(number: number): Promise<string[]> {
  const { data } = await setup.owner.rest.issues.listLabelsOnIssue(issue(number));
  return data.map(({ name }) => name).sort();
}

async function commentsOf(number: number) {
  const { data } = await setup.owner.rest.issues.listComments(issue(number));
  return data.filter(({ user }) => user?.login === "steward[bot]");
}

async function checkOf(number: number) {
  const { data: pull } = await setup.owner.rest.pulls.get({ ...setup.repository, pull_number: number });
  const { data } = await setup.owner.rest.checks.listForRef({ ...setup.repository, ref: pull.head.sha });
  return data.check_runs.find(({ name }) => name === "Steward");
}

/** A proposal that was looked at, so that rules are cached and labels exist. */
async function anEarlierProposal(): Promise<number> {
  const number = setup.open({ "seps/0000-earlier.md": text });
  await setup.look(number);
  setup.requests();
  return number;
}

describe("requests, counted at GitHub's side", () => {
  it("a new proposal is fully handled in seven, with an eighth for the hourly token", async () => {
    await anEarlierProposal();
    const number = setup.open({ [file]: text });
    setup.requests();

    await setup.look(number);

    expect(setup.cost()).toBeLessThanOrEqual(10);
    expect(setup.requests()).toEqual([
      "graphql",
      "graphql",
      "issues/add-labels",
      "issues/create-comment",
      "checks/create",
      "pulls/request-reviewers",
      // Which comments were there when the text was shown (X2).
      "graphql",
    ]);
    expect(await labelsOf(number)).toEqual(["SEP", "change: additive", "domain: forecasts", "proposal", "route: forecasts-wg"]);
    expect(await commentsOf(number)).toHaveLength(1);
    expect((await checkOf(number))?.conclusion).toBe("action_required");
  });

  it("any other pull request takes two", async () => {
    await anEarlierProposal();
    const number = setup.open({ "src/index.ts": "export {};\n" });

    await setup.look(number);

    expect(setup.requests()).toEqual(["graphql", "checks/create"]);
    expect((await checkOf(number))?.conclusion).toBe("success");
  });

  it("a second pass reads what can have moved, and writes nothing", async () => {
    const number = await anEarlierProposal();

    await setup.look(number);

    expect(setup.requests()).toEqual(["graphql"]);
  });

  it("a pass after a push reads the texts again", async () => {
    const number = await anEarlierProposal();
    const { data: pull } = await setup.owner.rest.pulls.get({ ...setup.repository, pull_number: number });
    setup.standin.world.repositories.commit(
      pull.head.repo?.full_name ?? "",
      pull.head.ref,
      { "seps/0000-earlier.md": `${text}\nMore.\n` },
      {
        by: pull.user.login,
      },
    );
    setup.requests();

    await setup.look(number);

    expect(setup.requests().slice(0, 2)).toEqual(["graphql", "graphql"]);
  });

  it("a sweep over 200 proposals as the passes left them takes four, and asks for nothing", async () => {
    const numbers = Array.from({ length: 200 }, (_, index) => setup.open({ [`seps/0000-note-${index}.md`]: text }));
    for (const number of numbers) await setup.look(number);
    setup.requests();

    const outcome = await setup.reconciler.sweep(setup.repositoryId);

    expect(outcome).toEqual({ open: 200, looks: 0 });
    expect(setup.cost()).toBeLessThanOrEqual(40);
    expect(setup.requests()).toEqual(["graphql", "graphql", "graphql", "graphql"]);
  }, 120_000);
});

describe("a sweep finds what was done by hand", () => {
  it.each<[string, (number: number) => Promise<unknown>]>([
    ["a label taken off", (number) => setup.owner.rest.issues.removeLabel({ ...issue(number), name: "SEP" })],
    [
      "the status comment edited",
      async (number) => {
        const [comment] = await commentsOf(number);
        await setup.owner.rest.issues.updateComment({ ...setup.repository, comment_id: comment?.id ?? 0, body: "Approved." });
      },
    ],
    [
      "the status comment deleted",
      async (number) => {
        const [comment] = await commentsOf(number);
        await setup.owner.rest.issues.deleteComment({ ...setup.repository, comment_id: comment?.id ?? 0 });
      },
    ],
    ["a review", (number) => setup.owner.rest.pulls.createReview({ ...setup.repository, pull_number: number, event: "APPROVE" })],
    [
      "an assignment taken back at once",
      async (number) => {
        await setup.owner.rest.issues.addAssignees({ ...issue(number), assignees: ["asta"] });
        await setup.owner.rest.issues.removeAssignees({ ...issue(number), assignees: ["asta"] });
      },
    ],
    [
      "a label put on and taken off again",
      async (number) => {
        await setup.owner.rest.issues.addLabels({ ...issue(number), labels: ["bug"] });
        await setup.owner.rest.issues.removeLabel({ ...issue(number), name: "bug" });
      },
    ],
    ["a comment", (number) => setup.owner.rest.issues.createComment({ ...issue(number), body: "Nice" })],
    ["a close", (number) => setup.owner.rest.pulls.update({ ...setup.repository, pull_number: number, state: "closed" })],
  ])("%s", async (_name, act) => {
    const number = await anEarlierProposal();
    await act(number);

    const outcome = await setup.reconciler.sweep(setup.repositoryId);

    expect(outcome.looks).toBe(1);
  });

  it.each<[string, (comment: { owner: string; repo: string; comment_id: number }, number: number) => Promise<unknown>]>([
    ["edited", (comment) => setup.owner.rest.issues.updateComment({ ...comment, body: "Another" })],
    [
      "deleted, and another written in its place",
      async (comment, number) => {
        await setup.owner.rest.issues.deleteComment(comment);
        await setup.owner.rest.issues.createComment({ ...issue(number), body: "Another" });
      },
    ],
  ])("a person's comment %s", async (_how, act) => {
    const number = await anEarlierProposal();
    const { data: comment } = await setup.owner.rest.issues.createComment({ ...issue(number), body: "One" });
    await setup.look(number);
    expect((await setup.reconciler.sweep(setup.repositoryId)).looks).toBe(0);

    await act({ ...setup.repository, comment_id: comment.id }, number);

    expect((await setup.reconciler.sweep(setup.repositoryId)).looks).toBe(1);
  });

  it("and a pass puts the status comment back", async () => {
    const number = await anEarlierProposal();
    const [comment] = await commentsOf(number);
    await setup.owner.rest.issues.updateComment({ ...setup.repository, comment_id: comment?.id ?? 0, body: "Approved." });
    const [edited] = await commentsOf(number);

    await setup.look(number);
    const second = await setup.look(number);

    expect(edited?.body).toBe("Approved.");
    expect((await commentsOf(number)).map(({ body }) => body)).toContain(comment?.body);
    expect(second).toMatchObject({ applied: 0 });
  });
});

describe("over faults", () => {
  it.each([
    { route: "issues/add-labels", trouble: "hang-up" },
    { route: "issues/create-comment", trouble: "hang-up" },
    { route: "issues/create-comment", trouble: "cut" },
    { route: "checks/create", trouble: "hang-up" },
    { route: "checks/create", trouble: { status: 502 } },
    { route: "pulls/request-reviewers", trouble: "cut" },
  ] as const)("a lost answer to $route ($trouble) leaves one of everything after the next pass", async ({ route, trouble }) => {
    await anEarlierProposal();
    const number = setup.open({ [file]: text });
    setup.standin.faults.add({ at: "after", route, trouble });

    await expect(setup.look(number)).rejects.toThrow(PassIncomplete);
    await setup.look(number);
    const third = await setup.look(number);

    expect(third).toMatchObject({ applied: 0 });
    expect(await labelsOf(number)).toContain("SEP");
    expect(await commentsOf(number)).toHaveLength(1);
    expect((await checkOf(number))?.conclusion).toBe("action_required");
  });

  it.each(["before", "after"] as const)("a 502 %s any single request is mended by the next passes", async (at) => {
    const number = setup.open({ [file]: text });
    for (let skip = 0; skip < 14; skip++) {
      const remove = setup.standin.faults.add({ at, trouble: { status: 502, message: "Bad Gateway" }, actor: "steward[bot]", skip });
      await setup.look(number).catch(() => undefined);
      remove();
    }

    const last = await setup.look(number);

    expect(last).toMatchObject({ applied: 0 });
    expect(await commentsOf(number)).toHaveLength(1);
    expect(await labelsOf(number)).toHaveLength(5);
  });

  it("an answer of GraphQL that is cut off is a fault, and nothing is written", async () => {
    await anEarlierProposal();
    const number = setup.open({ [file]: text });
    setup.standin.faults.add({ at: "after", route: "graphql", trouble: "cut" });

    await expect(setup.look(number)).rejects.toThrow(`pull request ${number}`);

    expect(await labelsOf(number)).toEqual([]);
  });

  it("a secondary limit stops the pass; it comes back when GitHub says, and finishes", async () => {
    await anEarlierProposal();
    const number = setup.open({ [file]: text });
    const trouble = { status: 403, message: "You have exceeded a secondary rate limit.", headers: { "retry-after": "60" } };
    setup.standin.faults.add({ at: "before", route: "issues/create-comment", trouble });
    setup.requests();

    await setup.look(number);
    const asked = setup.requests();
    await expect(setup.look(number)).rejects.toThrow("asks to wait");

    expect(asked.at(-1)).toBe("issues/create-comment");
    expect(setup.requests()).toEqual([]);
    const state = await setup.store.subjects.read({ repositoryId: setup.repositoryId, pullRequest: number });
    expect(state?.nextLook).toBe("2026-11-23T09:01:00.000Z");
    setup.standin.clock.advance(61_000);
    await setup.look(number);
    expect(await commentsOf(number)).toHaveLength(1);
  });

  it("two passes at once, of two processes, write once", async () => {
    await anEarlierProposal();
    const number = setup.open({ [file]: text });
    const other = setup.restart();

    const outcomes = await Promise.all([setup.look(number), other.reconcile({ repositoryId: setup.repositoryId, pullRequest: number })]);

    expect(outcomes.map(({ kind }) => kind).sort()).toEqual(["busy", "looked"]);
    expect(await commentsOf(number)).toHaveLength(1);
  });
});

describe("people's acts stand", () => {
  it("a reviewer whom a person took off is never asked again", async () => {
    const number = await anEarlierProposal();
    const pull = { ...setup.repository, pull_number: number };
    const { data: before } = await setup.owner.rest.pulls.get(pull);
    await setup.owner.rest.pulls.removeRequestedReviewers({ ...pull, reviewers: [], team_reviewers: ["forecasts-wg"] });

    await setup.look(number);

    const { data: after } = await setup.owner.rest.pulls.get(pull);
    expect(before.requested_teams?.map(({ slug }) => slug)).toEqual(["forecasts-wg"]);
    expect(after.requested_teams).toEqual([]);
  });

  it("a domain that a person set by hand is kept", async () => {
    const number = await anEarlierProposal();
    setup.standin.world.repositories.label(fullName, { name: "domain: readings" });
    await setup.owner.rest.issues.removeLabel({ ...issue(number), name: "domain: forecasts" });
    await setup.owner.rest.issues.addLabels({ ...issue(number), labels: ["domain: readings"] });

    await setup.look(number);
    const second = await setup.look(number);

    const labels = await labelsOf(number);
    expect(labels).toContain("domain: readings");
    expect(labels).not.toContain("domain: forecasts");
    expect(second).toMatchObject({ applied: 0 });
  });

  it("a marker that a person copies into a comment makes it nobody's status comment", async () => {
    const number = setup.open({ [file]: text });
    await setup.owner.rest.issues.createComment({ ...issue(number), body: "Approved.\n<!-- steward:status v1 -->" });

    await setup.look(number);

    expect(await commentsOf(number)).toHaveLength(1);
    const { data } = await setup.owner.rest.issues.listComments(issue(number));
    expect(data).toHaveLength(2);
  });

  it("a reviewer who has no access is named once, and the others are asked", async () => {
    await setup.close();
    const people = smallConstitution()
      .edit("groups/forecasts-wg.yml", "team: forecasts-wg\n", "")
      .edit(
        "groups/forecasts-wg.yml",
        "leads:\n  - { person: Juno, since: 2026-02-01 }",
        "leads:\n  - { person: Juno, since: 2026-02-01 }\n  - { person: asta }",
      );
    setup = await standinSetup(people);
    setup.standin.world.accounts.removeMember("weather-protocol", "Juno");
    const number = setup.open({ [file]: text });

    await setup.look(number);
    setup.requests();
    const second = await setup.look(number);

    const { data } = await setup.owner.rest.pulls.get({ ...setup.repository, pull_number: number });
    expect(data.requested_reviewers?.map(({ login }) => login)).toEqual(["asta"]);
    expect(second).toMatchObject({ applied: 0 });
  });
});

describe("hostile pull requests", () => {
  it.each([
    ["quotes and braces", '0000-"}{$x.md'],
    ["a colon", "0000-a:b.md"],
    ["a newline", "0000-a\nb.md"],
    ["a caret and a tilde", "0000-a^{tree}~1.md"],
    ["right-to-left marks", "0000-\u202Efdp.md"],
    ["an @ and brackets", "0000-@core-maintainers[x](y).md"],
  ])("a file name with %s breaks nothing", async (_name, name) => {
    const number = setup.open({ [`seps/${name}`]: text });

    await setup.look(number);
    const second = await setup.look(number);

    expect(second).toMatchObject({ applied: 0 });
    expect((await checkOf(number))?.conclusion).not.toBe("success");
  });

  it("a file of 5 MB is not read, and said to be too large", async () => {
    const number = setup.open({ "seps/0000-huge.md": text + "word ".repeat(1_000_000) });

    await setup.look(number);

    expect((await checkOf(number))?.conclusion).toBe("failure");
  });

  it.each<[string, Files[string]]>([
    ["a symlink", { mode: "120000", content: "../governance/people.yml" }],
    ["a submodule", { mode: "160000", sha: "7".repeat(40) }],
    ["a binary file", Buffer.from([0, 1, 2, 3, 0xff])],
  ])("%s in place of a proposal is not read, and does not pass", async (_name, entry) => {
    const number = setup.open({ [file]: entry });

    await setup.look(number);

    expect((await checkOf(number))?.conclusion).not.toBe("success");
    expect((await commentsOf(number)).map(({ body }) => body).join()).not.toContain("asta");
  });

  it("names that differ only in case are an error", async () => {
    const number = setup.open({ "seps/0000-a.md": text, "seps/0000-A.md": text });

    await setup.look(number);

    expect((await checkOf(number))?.conclusion).not.toBe("success");
  });

  it("rules edited in the same pull request are judged and not obeyed", async () => {
    const friendly = smallConstitution()
      .edit("groups/forecasts-wg.yml", "status: chartered", "status: chartred")
      .text("groups/forecasts-wg.yml");
    const number = setup.open({ [file]: text, "governance/groups/forecasts-wg.yml": friendly });

    await setup.look(number);

    expect(await labelsOf(number)).toContain("route: forecasts-wg");
    expect((await checkOf(number))?.conclusion).not.toBe("success");
  });

  it("rules edited badly in a pull request of their own fail, line by line", async () => {
    const broken = smallConstitution()
      .edit("groups/forecasts-wg.yml", "owns: [forecasts]", "owns: [forcasts]")
      .text("groups/forecasts-wg.yml");
    const number = setup.open({ "governance/groups/forecasts-wg.yml": broken });

    await setup.look(number);

    const check = await checkOf(number);
    expect(check?.conclusion).toBe("failure");
    const { data } = await setup.owner.rest.checks.listAnnotations({ ...setup.repository, check_run_id: check?.id ?? 0 });
    expect(data[0]).toMatchObject({ path: "governance/groups/forecasts-wg.yml", annotation_level: "failure" });
  });
});

describe("the default branch", () => {
  it("with other rules has everything open looked at again, by them", async () => {
    const number = await anEarlierProposal();
    const project = smallConstitution().append("project.yml", "labels: { proposal: RFC }\n").text("project.yml");
    setup.standin.world.repositories.commit(fullName, "main", { "governance/project.yml": project });

    const outcome = await setup.reconciler.sweep(setup.repositoryId);
    await setup.look(number);

    expect(outcome.looks).toBe(1);
    expect(await labelsOf(number)).toContain("RFC");
  });

  it("that moves without touching the rules asks for nothing", async () => {
    await anEarlierProposal();
    setup.standin.world.repositories.commit(fullName, "main", { "README.md": "# Weather, again\n" });

    const outcome = await setup.reconciler.sweep(setup.repositoryId);

    expect(outcome).toEqual({ open: 1, looks: 0 });
  });

  it("that gained fields in the schema does not make an older proposal look as if it removed them", async () => {
    const schema = (fields: string) => `{"definitions":{"Forecast":{"type":"object","properties":{${fields}}}}}\n`;
    setup.standin.world.repositories.commit(fullName, "main", { "schema/draft/schema.json": schema('"a":{"type":"string"}') });
    const number = setup.open({ [file]: text, "schema/draft/schema.json": schema('"a":{"type":"string"},"note":{"type":"string"}') });
    setup.standin.world.repositories.commit(fullName, "main", {
      "schema/draft/schema.json": schema('"a":{"type":"string"},"b":{"type":"string"}'),
    });

    await setup.look(number);

    expect(await labelsOf(number)).toContain("change: additive");
  });
});

describe("a merge group", () => {
  it.each([
    ["without a proposal passes", { "src/index.ts": "export {};\n" }, "success"],
    ["with a proposal waits", { [file]: text }, "action_required"],
  ])("%s", async (_name, files, conclusion) => {
    const number = setup.open(files);
    const { headSha } = setup.standin.world.repositories.mergeGroup(fullName, number);

    await setup.reconciler.completeMergeGroup(setup.repositoryId, headSha);

    const { data } = await setup.owner.rest.checks.listForRef({ ...setup.repository, ref: headSha });
    expect(data.check_runs.map((run) => run.conclusion)).toEqual([conclusion]);
  });
});
