import { appendFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { Journal, readJournal } from "../../src/standin/index.ts";
import { type Acme, refusal, startAcme } from "./acme.ts";

let folder: string;
let path: string;
let acme: Acme;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "standin-journal-"));
  path = join(folder, "journal.jsonl");
  acme = await start();
});
afterEach(async () => {
  await acme.close();
  rmSync(folder, { recursive: true });
});

const start = () => startAcme({ frozenAt: "2026-11-23T12:00:00Z", journal: new Journal(path) });

/** The process ends here and another begins, on the same seed and journal. */
async function restart(): Promise<void> {
  await acme.close();
  const entries = readJournal(path);
  acme = await start();
  acme.github.replay(entries);
}

/** All that can be read of a repository, without the port, which differs. */
async function everything(): Promise<unknown> {
  const olga = acme.as("olga");
  const { repo } = acme;
  const pulls = await olga.paginate("GET /repos/{owner}/{repo}/pulls", { ...repo, state: "all" });
  const details = pulls.map(async ({ number, head }) => [
    await olga.rest.issues.get({ ...repo, issue_number: number }),
    await olga.rest.pulls.listFiles({ ...repo, pull_number: number }),
    await olga.rest.pulls.listReviews({ ...repo, pull_number: number }),
    await olga.rest.issues.listEventsForTimeline({ ...repo, issue_number: number }),
    await olga.rest.checks.listForRef({ ...repo, ref: head.sha }),
  ]);
  const answers = [
    await olga.rest.repos.listBranches(repo),
    await olga.rest.issues.listLabelsForRepo(repo),
    ...(await Promise.all(details)).flat(),
  ];
  const text = JSON.stringify([pulls, answers.map(({ data }) => data)]);
  return JSON.parse(text.replaceAll(acme.github.url, "http://github.test").replaceAll(new URL(acme.github.url).host, "github.test"));
}

async function work(): Promise<number> {
  const { repo } = acme;
  const alice = acme.as("alice").rest;
  const app = acme.asApp().rest;
  await alice.repos.createFork(repo);
  const own = { owner: "alice", repo: "spec" };
  const { data: main } = await alice.git.getRef({ ...own, ref: "heads/main" });
  await alice.git.createRef({ ...own, ref: "refs/heads/three", sha: main.object.sha });
  const write = (file: string) =>
    alice.repos.createOrUpdateFileContents({ ...own, branch: "three", path: file, message: file, content: "eA==" });
  await write("one.md");
  const { data: pull } = await alice.pulls.create({ ...repo, base: "main", head: "alice:three", title: "Three", body: "Ünïcode" });
  const on = { ...repo, issue_number: pull.number, pull_number: pull.number };
  await app.issues.addLabels({ ...on, labels: ["SEP", "bug"] });
  acme.github.advance("2d");
  const { data: comment } = await app.issues.createComment({ ...on, body: "Hello" });
  await app.issues.updateComment({ ...repo, comment_id: comment.id, body: "Hello again" });
  await app.pulls.requestReviewers({ ...on, reviewers: ["mira"], team_reviewers: ["events-wg"] });
  await app.checks.create({ ...repo, name: "Steward", head_sha: pull.head.sha, conclusion: "action_required" });
  await acme.as("wren").rest.pulls.createReview({ ...on, event: "APPROVE" });
  await refusal(acme.as("sten").rest.issues.addLabels({ ...on, labels: ["question"] }));
  await write("two.md");
  await app.issues.removeLabel({ ...on, name: "bug" });
  return pull.number;
}

describe("a stand-in with a journal", () => {
  test("shows after a restart exactly what it showed before, times, ids and all, and sends no webhook for it", async () => {
    await work();
    const before = await everything();

    await restart();
    await acme.github.deliveries.settled();

    expect(await everything()).toEqual(before);
    expect(acme.received).toEqual([]);
    expect(acme.github.clock.now()).toBe("2026-11-25T12:00:00.000Z");
  });

  test("goes on after a restart as if there had been none", async () => {
    const number = await work();
    await restart();
    await acme.as("wren").rest.pulls.merge({ ...acme.repo, pull_number: number, merge_method: "squash" });
    acme.github.nextNumber("acme/spec", 100);
    await acme.as("alice").rest.issues.create({ ...acme.repo, title: "Next" });
    const before = await everything();

    await restart();

    expect(await everything()).toEqual(before);
    expect((await acme.as("alice").rest.issues.get({ ...acme.repo, issue_number: 100 })).data.title).toBe("Next");
  });

  test("loses nothing but a last line that a crash cut short", async () => {
    await work();
    const before = await everything();
    appendFileSync(path, '{"at":1,"by":{"us');

    await restart();
    await acme.as("alice").rest.issues.create({ ...acme.repo, title: "After the crash" });
    await restart();

    expect((await acme.as("alice").rest.issues.listForRepo(acme.repo)).data[0]?.title).toBe("After the crash");
    expect(before).toBeDefined();
  });
});
