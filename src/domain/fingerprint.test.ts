import type { Effect } from "./effect.ts";
import { digestFingerprint, type Fingerprint, fingerprintAfter } from "./fingerprint.ts";

const seen: Fingerprint = {
  state: "open",
  draft: false,
  locked: false,
  title: "A proposal",
  baseRef: "main",
  headSha: "a".repeat(40),
  labels: ["SEP"],
  assignees: [],
  requested: ["noor"],
  comments: 1,
  ownComments: { "7": "text" },
  acts: ["3"],
  ownReviews: { "5": "approved" },
  check: null,
};
const applied = (effect: Effect, id: number | null = null, refused: readonly string[] = []) =>
  fingerprintAfter(seen, [{ effect, id, refused }]);
const report = {
  name: "Steward",
  headSha: seen.headSha,
  conclusion: "success",
  title: "",
  summary: "",
  annotations: [],
  digest: "d",
} as const;

describe("what a sweep will see after an effect", () => {
  it.each<[string, Effect, number | null, Partial<Fingerprint>]>([
    [
      "a label of the repository changes nothing",
      { kind: "create-label", label: { name: "x", color: "000000", description: "" } },
      null,
      {},
    ],
    ["labels are added once", { kind: "add-labels", labels: ["SEP", "draft"] }, null, { labels: ["SEP", "draft"] }],
    ["a label is gone", { kind: "remove-label", label: "SEP" }, null, { labels: [] }],
    ["an edited comment has another text", { kind: "update-comment", commentId: 8, body: "x" }, 8, {}],
    ["a deleted comment is gone", { kind: "delete-comment", commentId: 7 }, 7, { comments: 0, ownComments: {} }],
    ["the check is the new run", { kind: "create-check", report }, 9, { check: { id: 9, conclusion: "success", digest: "d" } }],
    ["an approval is seen", { kind: "approve", headSha: "a", body: "" }, 6, { ownReviews: { "5": "approved", "6": "approved" } }],
    ["a dismissed approval is seen", { kind: "dismiss-approval", reviewId: 5, message: "" }, null, { ownReviews: { "5": "dismissed" } }],
    ["a reaction is not seen", { kind: "react", commentId: 3 }, 3, {}],
    ["a check on another commit is not seen", { kind: "create-check", report: { ...report, headSha: "b" } }, 9, {}],
  ])("%s", (_name, effect, id, changes) => {
    expect(applied(effect, id)).toEqual({ ...seen, ...changes });
  });

  it("a new comment is counted, and its text kept", () => {
    const after = applied({ kind: "create-comment", body: "x" }, 8);

    expect(after.comments).toBe(2);
    expect(Object.keys(after.ownComments)).toEqual(["7", "8"]);
  });

  it("a new comment beyond those that a sweep reads is only counted", () => {
    const busy = { ...seen, comments: 10 };

    const after = fingerprintAfter(busy, [{ effect: { kind: "create-comment", body: "x" }, id: 8, refused: [] }]);

    expect(after).toEqual({ ...busy, comments: 11 });
  });

  it("an edit of a comment that is seen changes its digest", () => {
    expect(applied({ kind: "update-comment", commentId: 7, body: "new" }, 7).ownComments).not.toEqual(seen.ownComments);
  });

  it("those who could not be asked are not among the requested", () => {
    const after = applied({ kind: "request-reviewers", users: ["ravi", "lena"], teams: ["core"] }, null, ["lena"]);

    expect(after.requested).toEqual(["noor", "ravi", "team/core"]);
  });
});

describe("the stored form", () => {
  it("does not depend on order or case of names, as on GitHub", () => {
    const one = digestFingerprint({ ...seen, labels: ["SEP", "draft"], requested: ["Noor", "ravi"] });
    const other = digestFingerprint({ ...seen, labels: ["draft", "sep"], requested: ["ravi", "noor"] });

    expect(one).toBe(other);
  });

  it.each<[string, Partial<Fingerprint>]>([
    ["state", { state: "closed" }],
    ["draft", { draft: true }],
    ["lock", { locked: true }],
    ["title", { title: "Another" }],
    ["base", { baseRef: "next" }],
    ["head", { headSha: "b" }],
    ["labels", { labels: [] }],
    ["assignees", { assignees: ["noor"] }],
    ["reviewers", { requested: [] }],
    ["number of comments", { comments: 2 }],
    ["own comments", { ownComments: {} }],
    ["acts of people", { acts: ["3", "4"] }],
    ["own reviews", { ownReviews: {} }],
    ["check", { check: { id: 1, conclusion: null, digest: null } }],
  ])("changes with the %s", (_name, change) => {
    expect(digestFingerprint({ ...seen, ...change })).not.toBe(digestFingerprint(seen));
  });
});
