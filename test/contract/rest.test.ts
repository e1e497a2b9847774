import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { operations } from "../../src/standin/operations/index.ts";
import { type Acme, refusal, startAcme } from "../standin/acme.ts";
import { tour } from "../standin/tour.ts";
import { descriptionErrors, metErrors } from "./description-errors.ts";
import { furtherUses, refusals } from "./further-uses.ts";
import { loadGitHubDescription, observeAgainstDescription } from "./github-description.ts";

// The stand-in is used once in every way that it knows, by plain Octokit; the tests then look at what was seen.
const description = loadGitHubDescription();
const seen = observeAgainstDescription();
const refused = new Map<string, { readonly expected: number; readonly status: number }>();
let acme: Acme;

beforeAll(async () => {
  acme = await startAcme({ ...seen });
  listenToEverything(acme);
  for (const [what, expected, ask] of refusals(acme)) refused.set(what, { expected, status: (await refusal(ask())).status });
  await tour(acme);
  await furtherUses(acme);
}, 60_000);

afterAll(async () => {
  await acme.close();
});

/** A second App that subscribes to every event, so that each payload is made. Nobody listens at its address. */
function listenToEverything({ github }: Acme): void {
  const { apps } = github.world;
  const permissions = [
    "contents",
    "pull_requests",
    "issues",
    "checks",
    "members",
    "metadata",
    "statuses",
    "administration",
    "merge_queues",
  ];
  const events = [
    ...["check_run", "check_suite", "create", "delete", "fork", "issue_comment", "issues", "label", "member", "membership", "merge_group"],
    ...["organization", "pull_request", "pull_request_review", "pull_request_review_comment", "push", "repository", "status", "team"],
  ];
  apps.app({
    slug: "observer",
    owner: "acme",
    permissions: Object.fromEntries(permissions.map((name) => [name, name === "metadata" ? "read" : "write"])),
    events,
    webhookUrl: "http://127.0.0.1:9/",
  });
  apps.install("observer", "acme");
}

describe("what the stand-in answers and sends", () => {
  test("keeps to GitHub's description, every answer and every payload", () => {
    expect(seen.violations).toEqual([]);
    expect(acme.github.defects).toEqual([]);
  });

  test("meets each known error of the description: what was mended there is taken off the list", () => {
    expect(descriptionErrors.filter((known) => !metErrors.has(known))).toEqual([]);
  });

  test("was seen for each operation that it knows, with its success", () => {
    const unseen = operations.filter(({ id, status }) => !seen.statuses.get(id)?.has(status)).map(({ id }) => id);

    expect(unseen).toEqual([]);
  });

  // The description lists statuses, and not when which is given: a wrong one among them passes the schemas.
  const severalSuccesses: Readonly<Record<string, readonly number[]>> = {
    "repos/create-or-update-file-contents": [200, 201],
    "reactions/create-for-issue-comment": [200, 201],
  };

  test.each(operations.map(({ id, method, pattern, status }) => ({ id, method, pattern, status })))(
    "$id succeeds with the one status that GitHub lists",
    ({ id, method, pattern, status }) => {
      const successes = [...(seen.statuses.get(id) ?? [])].filter((other) => other >= 200 && other < 300).sort();

      expect(description.successesOf(method, pattern)).toEqual(severalSuccesses[id] ?? [status]);
      expect(successes).toEqual(severalSuccesses[id] ?? [status]);
    },
  );

  test("is refused with GitHub's status", () => {
    expect([...refused].filter(([, { expected, status }]) => expected !== status)).toEqual([]);
  });
});

/** What the stand-in sends, by event; "" for one without actions. */
const webhooks: Readonly<Record<string, readonly string[]>> = {
  check_run: ["completed", "created", "rerequested"],
  check_suite: ["completed", "requested", "rerequested"],
  create: [""],
  delete: [""],
  fork: [""],
  installation: ["created", "deleted", "suspend", "unsuspend"],
  issue_comment: ["created", "deleted", "edited"],
  issues: ["assigned", "closed", "edited", "labeled", "locked", "opened", "reopened", "unassigned", "unlabeled", "unlocked"],
  label: ["created", "deleted", "edited"],
  member: ["added", "removed"],
  membership: ["added", "removed"],
  merge_group: ["checks_requested", "destroyed"],
  organization: ["member_added", "member_removed"],
  pull_request: [
    ...[
      "assigned",
      "closed",
      "converted_to_draft",
      "dequeued",
      "edited",
      "enqueued",
      "labeled",
      "locked",
      "opened",
      "ready_for_review",
      "reopened",
    ],
    ...["review_request_removed", "review_requested", "synchronize", "unassigned", "unlabeled", "unlocked"],
  ],
  pull_request_review: ["dismissed", "edited", "submitted"],
  pull_request_review_comment: ["created", "deleted", "edited"],
  push: [""],
  repository: ["created", "deleted"],
  status: [""],
  team: ["added_to_repository", "created"],
};

describe("webhooks", () => {
  test("are of these kinds: a new one is added here and to the tour, which is what holds it to the description", () => {
    const listed = Object.entries(webhooks).flatMap(([event, actions]) => actions.map((action) => (action ? `${event}.${action}` : event)));

    expect([...seen.webhooks].sort()).toEqual(listed.sort());
  });

  test("carry every header that GitHub documents", () => {
    for (const { event, headers } of acme.received) {
      expect({ event, missing: description.webhookHeaders.filter((name) => headers[name] === undefined) }).toEqual({ event, missing: [] });
    }
    expect(acme.received.length).toBeGreaterThan(50);
  });
});
