import type { Snapshot } from "../../src/domain/snapshot.ts";
import { statusMarkerFor } from "../../src/domain/status-marker.ts";
import { instant } from "../../src/kernel/instant.ts";
import { smallConstitution } from "../support/constitution.ts";
import { aClassifier, aProposalSnapshot, planFor, proposalPath, proposalText } from "../support/planning.ts";
import { applyEffects } from "../support/simulated-github.ts";
import { anOwnComment, aSnapshot, headSha } from "../support/snapshot.ts";

const first = planFor();
const settled = applyEffects(aProposalSnapshot(), first.effects);
const statusMarker = statusMarkerFor({ digest: null, headSha });
const comments = (snapshot: Snapshot, ownComments: Snapshot["pullRequest"]["ownComments"]): Snapshot => ({
  ...snapshot,
  pullRequest: { ...snapshot.pullRequest, ownComments },
});
const about = (plan: ReturnType<typeof planFor>, what: string) => plan.effects.filter(({ kind }) => kind.endsWith(what));

describe("the status comment", () => {
  it("is made again when somebody deleted it", () => {
    expect(about(planFor({ snapshot: comments(settled, []) }), "comment")).toEqual([{ kind: "create-comment", body: first.view.comment }]);
  });

  it("is restored when somebody edited it", () => {
    const edited = comments(settled, [anOwnComment(7, `Accepted!\n${statusMarker}`)]);

    expect(about(planFor({ snapshot: edited }), "comment")).toEqual([{ kind: "update-comment", commentId: 7, body: first.view.comment }]);
  });

  it("stands once: the oldest is kept, copies go, other comments of the App stay", () => {
    const body = first.view.comment ?? "";
    const copied = comments(settled, [
      anOwnComment(9, body),
      anOwnComment(7, body),
      anOwnComment(8, `A reply that names ${statusMarker} in passing`),
    ]);

    expect(about(planFor({ snapshot: copied }), "comment")).toEqual([{ kind: "delete-comment", commentId: 9 }]);
  });

  it("of an earlier version is taken over", () => {
    const old = comments(settled, [anOwnComment(7, "Old words\n<!-- steward:status v0 -->")]);

    expect(about(planFor({ snapshot: old }), "comment")).toMatchObject([{ kind: "update-comment", commentId: 7 }]);
  });

  it("goes when there is nothing to say any more", () => {
    const left = comments(aSnapshot({ touches: ["docs/index.md"] }), [anOwnComment(7, first.view.comment ?? "")]);

    expect(about(planFor({ snapshot: left }), "comment")).toEqual([{ kind: "delete-comment", commentId: 7 }]);
  });

  it("calls its author, and an author who is a bot or is gone not", () => {
    expect(first.view.comment).toContain("@mira");
    for (const author of [
      { id: 9, login: "release[bot]", bot: true },
      { id: null, login: "ghost", bot: false },
    ]) {
      expect(planFor({ seen: { pullRequest: { author } } }).view.comment).not.toMatch(/@(?!&)/);
    }
  });
});

describe("the check", () => {
  const checks = settled.checks;

  it.each([
    ["shows something else", checks.map((check) => ({ ...check, digest: "other" }))],
    ["was asked to run again", checks.map((check) => ({ ...check, conclusion: null }))],
    ["stands on another commit", checks.map((check) => ({ ...check, headSha: "e".repeat(40) }))],
    ["has another name", checks.map((check) => ({ ...check, name: "Other" }))],
    ["was followed by another run", [...checks, ...checks.map((check) => ({ ...check, id: check.id + 1, digest: "other" }))]],
  ])("is made anew when the run there is %s", (_, runs) => {
    expect(about(planFor({ snapshot: { ...settled, checks: runs } }), "check")).toMatchObject([
      { kind: "create-check", report: { headSha } },
    ]);
  });

  it("is left alone when the latest run shows it", () => {
    const earlier = checks.map((check) => ({ ...check, id: 0, digest: "other" }));

    expect(about(planFor({ snapshot: { ...settled, checks: [...checks, ...earlier] } }), "check")).toEqual([]);
  });
});

describe("what is recorded", () => {
  it("a route is recorded again only when it is another", () => {
    const breaking = proposalText.replace("adds an optional field to forecasts", "is a breaking change that removes a field of forecasts");
    const ledger = first.events.map((event, at) => ({ ...event, sequence: at + 1, commitment: null, hash: "" }));
    const plan = planFor({ ledger, seen: { adds: { [proposalPath]: breaking } } });

    expect(plan.events).toMatchObject([{ fact: { type: "routed", kind: "core", change: "breaking" } }]);
  });
});

describe("when to look again", () => {
  const group = "groups/forecasts-wg.yml";

  it.each([
    [
      "the day after a term ends",
      smallConstitution().edit(group, "{ person: ravi }", "{ person: ravi, until: 2026-12-05 }"),
      "2026-12-06T00:00:00.000Z",
    ],
    [
      "the day on which one begins",
      smallConstitution().edit(group, "{ person: ravi }", "{ person: ravi, since: 2026-12-05 }"),
      "2026-12-05T00:00:00.000Z",
    ],
  ])("%s", (_, constitution, at) => {
    expect(planFor({ constitution }).nextLook).toBe(at);
  });

  it("never, where nothing of the kind is ahead", () => {
    const constitution = smallConstitution().edit("lifecycle.yml", "  - { state: proposal, remind: 90 days, dormant: 180 days }", "  []");

    expect(planFor({ constitution, now: instant("2030-01-01T00:00:00Z"), classifier: aClassifier() }).nextLook).toBeNull();
  });
});
